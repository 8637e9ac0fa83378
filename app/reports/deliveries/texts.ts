import { own } from "#app/shared/own.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { Fault, Finding } from "#db/schema/reports.ts";

type Words = Record<string, string>;

const nl = {
  missing: "het bestand ontbreekt",
  not_json: "dit is geen leesbaar JSON-bestand in UTF-8",
  manifest_field: "dit veld ontbreekt, is onbekend of heeft niet de goede vorm",
  date_outside_period: "de peildatum valt niet in de periode",
  catalogue_version: "andere versie van de indicatoren dan het portaal gebruikt",
  period_taken: "voor deze periode is al een andere levering gepubliceerd; noem die bij supersedes",
  nothing_to_supersede: "de levering die bij supersedes staat, is niet de gepubliceerde levering van deze periode",
  header: "de eerste regel is niet de afgesproken kopregel",
  line_too_long: "de regel is veel te lang",
  no_line_end: "de laatste regel is niet afgesloten",
  bytes: "de grootte van het bestand klopt niet met het manifest",
  sha256: "de controlesom (sha256) klopt niet met het manifest",
  rows: "het aantal regels klopt niet met het manifest",
  control_total: "het controletotaal klopt niet met het manifest",
  encoding: "de regel is geen geldige UTF-8",
  columns: "het aantal kolommen klopt niet",
  pattern: "de waarde heeft niet de goede vorm",
  unknown_practice: "deze praktijk staat niet in practices.csv",
  unknown_indicator: "deze indicator kent het portaal niet",
  other_period: "de periode is niet die van het manifest",
  out_of_range: "de teller is groter dan de noemer",
  duplicate: "deze regel stond er al",
  unsorted: "de regels staan niet op volgorde van praktijk en indicator",
  keep_until: "de bewaardatum ligt voor de peildatum of meer dan vijf kwartalen na de periode",
  looks_like_bsn: "hier staat iets dat een BSN kan zijn; een BSN mag nooit meekomen",
  details_figure: "bij deze patiënten staat geen cijfer in values.csv",
  details_rows: "het aantal patiënten is niet de noemer uit values.csv",
  details_counted: "het aantal patiënten met counted 1 is niet de teller uit values.csv",
} satisfies Words;

const en: Record<keyof typeof nl, string> = {
  missing: "the file is missing",
  not_json: "this is not a readable JSON file in UTF-8",
  manifest_field: "this field is missing, unknown or not of the right form",
  date_outside_period: "the measurement date is not in the period",
  catalogue_version: "another version of the indicators than the portal uses",
  period_taken: "another delivery is already published for this period; name it under supersedes",
  nothing_to_supersede: "the delivery named under supersedes is not the published one of this period",
  header: "the first line is not the agreed header",
  line_too_long: "the line is far too long",
  no_line_end: "the last line does not end",
  bytes: "the size of the file differs from the manifest",
  sha256: "the checksum (sha256) differs from the manifest",
  rows: "the number of rows differs from the manifest",
  control_total: "the control total differs from the manifest",
  encoding: "the line is not valid UTF-8",
  columns: "the number of columns is not right",
  pattern: "the value is not of the right form",
  unknown_practice: "this practice is not in practices.csv",
  unknown_indicator: "the portal does not know this indicator",
  other_period: "the period is not that of the manifest",
  out_of_range: "the numerator is larger than the denominator",
  duplicate: "this row was there already",
  unsorted: "the rows are not sorted by practice and indicator",
  keep_until: "the date to keep until is before the measurement date or more than five quarters after the period",
  looks_like_bsn: "what stands here may be a BSN; a BSN may never come along",
  details_figure: "there is no figure in values.csv for these patients",
  details_rows: "the number of patients is not the denominator in values.csv",
  details_counted: "the number of patients with counted 1 is not the numerator in values.csv",
};

export const texts = { nl, en };

const findings = {
  nl: {
    mean: "het landelijk gemiddelde van {subject} verschuift {value} procentpunt",
    denominators: "bij {subject} praktijken verandert de noemer meer dan 30%",
    missing: "{subject} praktijken van de vorige keer ontbreken ({value}%)",
    zeroes: "bij {subject} hebben veel meer praktijken teller 0 ({value} procentpunt erbij)",
    totals: "het controletotaal van {subject} per praktijk verandert {value}%",
  },
  en: {
    mean: "the national mean of {subject} moves {value} points",
    denominators: "the denominator of {subject} practices changes by more than 30%",
    missing: "{subject} practices of the last time are missing ({value}%)",
    zeroes: "far more practices have numerator 0 at {subject} ({value} points more)",
    totals: "the control total of {subject} per practice changes by {value}%",
  },
} satisfies Record<string, Record<Finding["code"], string>>;
const columns: Record<string, string> = { numerator: "de tellers", denominator: "de noemers" };
const POINTS = new Set<Finding["code"]>(["mean", "zeroes"]);

/** Why a delivery is held, as one line. */
export function findingWords({ code, subject, value }: Finding, language: "nl" | "en"): string {
  const number = formatNumber(POINTS.has(code) ? value : value * 100, language, 1);
  const what = language === "nl" ? (own(columns, subject) ?? subject) : subject;
  return findings[language][code].replace("{subject}", () => what).replace("{value}", number);
}

/** A fault as one line: file, line, column, what is wrong, what stood there. */
export function faultWords(fault: Fault, language: "nl" | "en"): string {
  const lineWord = language === "nl" ? "regel" : "line";
  const columnWord = language === "nl" ? "kolom" : "column";
  const where = [
    fault.file,
    fault.line === undefined ? undefined : `${lineWord} ${fault.line}`,
    fault.column === undefined ? undefined : `${columnWord} ${fault.column}`,
  ].filter((part) => part !== undefined);
  const words: Words = texts[language];
  const detail = fault.detail === undefined ? "" : ` (${JSON.stringify(fault.detail)})`;
  return `${where.join(", ")}: ${words[fault.code] ?? fault.code} [${fault.code}]${detail}`;
}
