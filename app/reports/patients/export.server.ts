import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { pick, type Language } from "#app/shared/i18n.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { csvOf } from "#app/shared/csv.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { takeAlong } from "./look.server.ts";
import { measured } from "./measured.data.ts";
import type { PatientsAt } from "./open-patients.server.ts";
import { texts } from "./texts.ts";
import { filterWords } from "./view.ts";
import type { Asked } from "./work-list.ts";

/**
 * The work list as CSV for a Dutch Excel, with who took it along, when and what for on its first line. Logged with
 * every patient in it. Ask for a fresh code first.
 */
export async function exportWorkList(
  actor: AccountActor,
  at: PatientsAt,
  asked: Asked,
  language: Language,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const { practice, indicator } = at;
  const { list, reason, chosen } = await takeAlong(actor, at, asked);
  const words = pick(texts, language);
  const { csv } = words;
  const unit = measured[indicator.id]?.unit ?? "";
  const period = formatPeriod(list.period);
  const which = filterWords(asked.filter, indicator, language);
  const lines = [
    [csv.mark(actor.name, practice.name, formatDateTime(now(), language), words.reason.choices[reason.purpose])],
    [csv.about(`${indicator.id} ${indicator.name[language]}`, period, formatDate(list.measuredOn, language), which)],
    csv.columns,
    ...chosen.map((row) => [
      { code: row.number },
      row.birthYear,
      row.counted ? csv.yes : csv.no,
      row.value,
      row.value === null ? "" : unit,
      row.date === null ? null : { date: row.date },
    ]),
  ];
  return {
    name: `werklijst-${indicator.id}-${list.period}.csv`,
    mediaType: "text/csv; charset=utf-8",
    bytes: csvOf(lines, "excel"),
  };
}
