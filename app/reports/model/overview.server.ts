import type { PracticeRights } from "#app/shared/actor.ts";
import { opensGroup } from "#app/platform/rights/report-groups.ts";
import type { Language } from "#app/shared/i18n.ts";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { indicators, type Indicator } from "#app/reports/definitions/catalogue.ts";
import { overview } from "#app/reports/figures/read-overview.server.ts";
import type { Verdict } from "#app/reports/figures/verdict.ts";
import { ALL_PROGRAMMES } from "./verdict-slugs.ts";
import { type Row, rowOf } from "./rows.ts";
import { standingOut } from "./standing-out.ts";

/** `delivered` of `all`: how complete the programme is. */
export type Group = { id: string; name: string; delivered: number; all: number; rows: Row[] };
/** Which indicators to show; all of them by the programme `ALL_PROGRAMMES`. */
export type Asked = { programme: string; search: string; verdict?: Verdict | null; changed?: boolean };

/** May this person see this indicator of this practice? */
export function mayOpen(practice: PracticeRights, indicator: Indicator): boolean {
  return opensGroup(practice.reportGroups, indicator.programme);
}

/** The overview as it is shown: what stands out, and by programme what is open to this person and was asked for. */
export async function overviewFor(practice: PracticeRights, asked: Asked, language: Language) {
  const found = await overview(practice.agb);
  if (!found) return null;
  const byId = new Map(found.rows.map((row) => [row.indicatorId, row]));
  const open = indicators.filter((indicator) => mayOpen(practice, indicator));
  const all = open.flatMap((indicator): Row[] => {
    const row = byId.get(indicator.id);
    return row ? [rowOf(indicator, row, language)] : [];
  });
  const within = all.filter((row) => matches(row, asked));
  const shown = within.filter(
    (row) => (!asked.verdict || row.verdict === asked.verdict) && (!asked.changed || isChanged(row)),
  );
  const groups = programmes
    .map(({ id, name }): Group => {
      const rows = shown.filter((row) => row.programme === id);
      const delivered = all.filter((row) => row.programme === id).length;
      return { id, name: name[language], delivered, all: open.filter((one) => one.programme === id).length, rows };
    })
    .filter((group) => group.rows.length > 0);
  const { period, measuredOn, newest } = found;
  return {
    behind: newest > period ? newest : null,
    period,
    measuredOn,
    delivered: all.length,
    all: open.length,
    counts: counted(within),
    changes: within.filter(isChanged).length,
    out: standingOut(all),
    groups,
  };
}

const isChanged = (row: Row) => row.change !== null && row.change !== "same";

function matches(row: Row, asked: Asked): boolean {
  if (asked.programme && asked.programme !== ALL_PROGRAMMES && row.programme !== asked.programme) return false;
  const wanted = asked.search.trim().toLowerCase();
  return !wanted || `${row.id} ${row.name}`.toLowerCase().includes(wanted);
}

function counted(rows: Row[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

/** Programmes to choose from: those that are open to this person. */
export function programmeNames(practice: PracticeRights, language: Language): { value: string; label: string }[] {
  return programmes
    .filter(({ id }) => opensGroup(practice.reportGroups, id))
    .map(({ id, name }) => ({ value: id, label: name[language] }));
}
