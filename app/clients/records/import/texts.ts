import type { RecordFault } from "./read-folder.server.ts";
import type { Remark } from "./report.server.ts";

/** What is wrong with a delivery, in words for its sender. */
const nl: Record<string, string> = {
  missing: "het bestand is er niet",
  not_json: "dit is geen JSON",
  not_in_manifest: "het bestand staat niet in manifest.json",
  sha256: "de controlesom (sha256) klopt niet",
  line_count: "het aantal regels is anders dan in manifest.json",
  format: "alleen formaat 1 is bekend",
  environment: "deze omgeving is niet bekend",
  unknown_field: "dit veld is niet bekend",
  required: "dit veld moet er zijn",
  wrong: "deze waarde kan hier niet",
  id: "een kenmerk heeft 1 tot 80 letters, cijfers, punten, dubbele punten, streepjes",
  date: "een datum is JJJJ-MM-DD en bestaat",
  moment: "een moment is ISO 8601 met tijdzone",
  empty: "dit is leeg",
  long: "dit is te lang",
  bsn: "dit nummer doorstaat de elfproef niet",
  birth_date: "een geboortedatum is JJJJ-MM-DD, met 00 voor een dag of maand die niet bekend is",
  why: "mistake, other_person of replaced",
  of_another: "dit hoort hier bij een andere persoon",
  other_number: "deze persoon staat hier met een ander BSN",
  other_person: "deze persoon staat hier met een andere achternaam en een andere geboortedatum",
  person_left_out: "de regel van deze persoon is niet overgenomen",
  person_unsure: "een regel van een persoon is onleesbaar: die kan deze persoon zijn",
  withdrawn_later: "een latere levering heeft dit teruggetrokken",
  many: "dit zijn er te veel",
  state: "planned of cancelled",
  minutes: "een geheel aantal minuten van 1 tot 1440",
  how: "visit, phone of video",
  kind: "dit soort onderdeel is niet bekend",
  one_of: "geef precies één van text, file en unavailable",
  twice: "dit kenmerk komt voor met twee verschillende regels",
  unknown: "dit kenmerk is niet bekend, hier en in deze levering",
  file: "geef de naam van een bestand in files/",
  file_name: "deze bestandsnaam kan niet",
  file_missing: "het document is er niet",
  file_shared: "dit document is voor meer dan één persoon genoemd",
  file_type: "alleen .pdf en .docx",
  file_empty: "het document is leeg",
  file_too_large: "het document is te groot (PDF 25 MB, Word 10 MB)",
  file_virus: "het document is een virus of een proef daarvan",
  file_not_pdf: "dit is geen PDF",
  file_not_word: "dit is geen Word-document",
  file_encrypted: "het document is beveiligd, met een wachtwoord of tegen bewerken; sla het zonder beveiliging op",
  file_active: "het document voert iets uit, of draagt iets mee",
  file_damaged: "het document is beschadigd",
  file_too_complex: "het document is te ingewikkeld om te controleren",
};

const en: Record<string, string> = {
  missing: "the file is not there",
  not_json: "this is no JSON",
  not_in_manifest: "the file is not in manifest.json",
  sha256: "the checksum (sha256) is not right",
  line_count: "the number of lines differs from manifest.json",
  format: "only format 1 is known",
  environment: "this environment is not known",
  unknown_field: "this field is not known",
  required: "this field has to be there",
  wrong: "this value is not possible here",
  id: "an id has 1 to 80 letters, digits, points, colons, dashes",
  date: "a date is YYYY-MM-DD and exists",
  moment: "a moment is ISO 8601 with a time zone",
  empty: "this is empty",
  long: "this is too long",
  bsn: "this number does not pass the eleven-test",
  birth_date: "a birth date is YYYY-MM-DD, with 00 for a day or month that is not known",
  why: "mistake, other_person or replaced",
  of_another: "this belongs to another person here",
  other_number: "this person is here with another BSN",
  other_person: "this person is here with another last name and another birth date",
  person_left_out: "the line of this person was not taken",
  person_unsure: "a line of a person cannot be read: it may be about this person",
  withdrawn_later: "a later delivery withdrew this",
  many: "these are too many",
  state: "planned or cancelled",
  minutes: "a whole number of minutes from 1 to 1440",
  how: "visit, phone or video",
  kind: "this kind of part is not known",
  one_of: "give exactly one of text, file and unavailable",
  twice: "this id comes with two different lines",
  unknown: "this id is not known, here and in this delivery",
  file: "give the name of a file in files/",
  file_name: "this file name is not possible",
  file_missing: "the document is not there",
  file_shared: "this document is named for more than one person",
  file_type: "only .pdf and .docx",
  file_empty: "the document is empty",
  file_too_large: "the document is too large (PDF 25 MB, Word 10 MB)",
  file_virus: "the document is a virus or a test of one",
  file_not_pdf: "this is no PDF",
  file_not_word: "this is no Word document",
  file_encrypted: "the document is protected, by a password or against editing; save it without protection",
  file_active: "the document runs something, or carries something along",
  file_damaged: "the document is damaged",
  file_too_complex: "the document is too complex to check",
};

export const texts = { nl, en };

/** A fault as one line: file, line, field, reason. Never the value: it may be a BSN. */
export function faultWords({ file, line, field, reason }: RecordFault, language: "nl" | "en"): string {
  const words = texts[language];
  const where = [file, line === null ? "" : `${language === "nl" ? "regel" : "line"} ${line}`, field ?? ""].filter(
    Boolean,
  );
  return `${where.join(", ")}: ${words[reason] ?? reason}`;
}

const labels = {
  nl: { person: "persoon", left_out: "niet overgenomen", unavailable: "onderdeel niet te tonen", refused: "geweigerd" },
  en: { person: "person", left_out: "left out", unavailable: "part cannot be shown", refused: "refused" },
};

/** A remark as one line: what became of it, where, which id and about which person (as delivered), why. */
export function remarkWords(remark: Remark, language: "nl" | "en"): string {
  const words = labels[language];
  const { id, person, effect } = remark;
  const about = [id, person && `${words.person} ${person}`].filter(Boolean).join(", ");
  return `${words[effect]}: ${faultWords(remark, language)}${about ? ` (${about})` : ""}`;
}
