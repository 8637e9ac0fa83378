import { programmes } from "#app/platform/rights/programmes.data.ts";
import { pick, type Language } from "#app/shared/i18n.ts";
import type { ReportGroups } from "#db/schema/practices.ts";
import { texts } from "./texts.ts";

/** Report groups in words: all of them is said, an empty list is none. */
export function groupWords(groups: ReportGroups, language: Language): string {
  const words = pick(texts, language).employee;
  if (groups === "all") return words.allGroups;
  const named = programmes.filter(({ id }) => groups.includes(id)).map(({ name }) => name[language]);
  return named.length > 0 ? named.join(", ") : words.noGroups;
}

/** What somebody may see, in a word or two. */
export function rightWords(one: { reports: boolean; patientDetails: boolean }, language: Language): string {
  const words = pick(texts, language).admin;
  if (one.patientDetails) return words.seesDetails;
  return one.reports ? words.seesReports : words.seesNone;
}

/** What somebody may see today, each with its report groups, for a list of facts. */
export function seenItems(
  now: { reports: boolean; patientDetails: boolean; reportGroups: ReportGroups; detailGroups: ReportGroups },
  language: Language,
): { term: string; value: string }[] {
  const words = pick(texts, language).form;
  const { reports, patientDetails, reportGroups, detailGroups } = now;
  return [
    { term: words.reports, value: reports ? groupWords(reportGroups, language) : words.no },
    { term: words.patientDetails, value: patientDetails ? groupWords(detailGroups, language) : words.no },
  ];
}

/** Names one after the other: `A`, `A en B`, `A, B en C`. */
export function namesTogether(names: string[], language: Language): string {
  const [last = "", ...before] = names.toReversed();
  if (before.length === 0) return last;
  return `${before.toReversed().join(", ")} ${pick(texts, language).employee.and} ${last}`;
}
