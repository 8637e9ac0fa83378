import type { PracticeRights } from "#app/shared/actor.ts";
import { keptReleases } from "../figures/kept-releases.server.ts";
import { published } from "../figures/read.server.ts";
import type { Place } from "./audience.ts";

async function newestRelease() {
  return keptReleases(await published(1))[0]?.release;
}

/** Care groups of the newest published figures, by name. */
export async function careGroupNames(): Promise<string[]> {
  return (await newestRelease())?.groupNames() ?? [];
}

/** Of these codes the ones without a practice in the newest published figures: a slip of the pen, or a practice that is new. */
export async function withoutFigures(codes: string[]): Promise<string[]> {
  const release = await newestRelease();
  return codes.filter((agb) => release?.practice(agb) === undefined);
}

/** Where a practice stands today; a practice that is not in the newest figures belongs to no care group. */
export async function placeOf({ agb, kind }: Pick<PracticeRights, "agb" | "kind">): Promise<Place> {
  const release = await newestRelease();
  const place = release?.practice(agb);
  return { agb, kind, careGroup: release && place ? release.groupName(place.group) : null };
}
