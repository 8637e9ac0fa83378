import type { PracticeRights } from "#app/shared/actor.ts";
import { pick, type Language } from "#app/shared/i18n.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { reportFor } from "#app/reports/model/indicator.server.ts";
import { overviewFor } from "#app/reports/model/overview.server.ts";
import type { Row } from "#app/reports/model/rows.ts";
import { standingOut } from "#app/reports/model/standing-out.ts";
import type { Scope } from "#app/reports/model/report.ts";
import { scopes } from "#app/reports/model/scope-slugs.ts";
import { comparedWith } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";

/** One topic to choose. */
export type Topic = Pick<Row, "id" | "name" | "unit" | "value" | "median" | "verdict" | "change">;
/** Topics of one programme; `notable`: how many of them are less good or have changed. */
export type TopicGroup = { id: string; name: string; topics: Topic[]; notable: number };
/** All there is to choose from; `programme` when only that one is shown; `suggested` are the ids that stand out most. */
export type Offer = {
  programme: string;
  groups: TopicGroup[];
  suggested: string[];
  scopes: { scope: Scope; name: string }[];
};

/**
 * What this person can choose for a meeting: what was delivered of what is open; null when nothing is published.
 * Of a programme without anything to choose the whole list comes instead.
 */
export async function offerFor(practice: PracticeRights, programme: string, language: Language): Promise<Offer | null> {
  const found = await overviewFor(practice, { programme, search: "" }, language);
  if (!found) return null;
  if (programme && found.groups.length === 0) return offerFor(practice, "", language);
  const rows = found.groups.flatMap((group) => group.rows);
  const { worse, changed } = standingOut(rows);
  const suggested = new Set([...worse.rows, ...changed.rows].map((row) => row.id));
  return {
    programme,
    groups: found.groups.map(({ id, name, rows: own }) => ({
      id,
      name,
      topics: own.map(topicOf),
      notable: own.filter((row) => row.verdict === "worse" || isChanged(row)).length,
    })),
    suggested: rows.flatMap(({ id }) => (suggested.has(id) ? [id] : [])),
    scopes: await scopesFor(practice, rows[0], language),
  };
}

const isChanged = ({ change }: Pick<Row, "change">) => change !== null && change !== "same";

const topicOf = ({ id, name, unit, value, median, verdict, change }: Row): Topic => ({
  id,
  name,
  unit,
  value,
  median,
  verdict,
  change,
});

/** Whom this practice can be compared with, by name; the country always. */
async function scopesFor(practice: PracticeRights, row: Row | undefined, language: Language): Promise<Offer["scopes"]> {
  const report = row ? await reportFor(practice, indicatorById(row.id)!, "country") : null;
  if (!report) return [];
  const { parties } = report;
  const words = pick(texts, language).page;
  return scopes
    .filter((scope) => scope === "country" || parties[scope] !== null)
    .map((scope) => ({ scope, name: comparedWith({ scope, parties }, words) }));
}
