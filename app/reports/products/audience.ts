import type { PracticeRights } from "#app/shared/actor.ts";
import type { Audience } from "#db/schema/reports.ts";

export const AUDIENCES = ["all", "gp", "pharmacy", "care_group", "practices"] as const;

/** A practice as an audience sees it: code, kind, and its care group in the newest published figures. */
export type Place = Pick<PracticeRights, "agb" | "kind"> & { careGroup: string | null };

/**
 * Whether somebody sees information products: they are of the whole practice and belong to no report group, so they
 * are for who sees all groups.
 */
export function seesProducts({ reports, reportGroups }: PracticeRights): boolean {
  return reports && reportGroups === "all";
}

/** Whether a product is for this practice. */
export function isFor(audience: Audience, { agb, kind, careGroup }: Place): boolean {
  switch (audience.to) {
    case "all":
      return true;
    case "gp":
    case "pharmacy":
      return kind === audience.to;
    case "care_group":
      return careGroup === audience.name;
    case "practices":
      return audience.agb.includes(agb);
  }
}
