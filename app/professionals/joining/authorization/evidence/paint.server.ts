import { operator } from "#app/platform/settings/in-force.server.ts";
import { factsTable } from "#app/platform/pdf/facts-table.server.ts";
import { LEFT, PETROL, Sheet, SOFT, WIDTH } from "#app/platform/pdf/sheet.server.ts";
import type { Field } from "#app/professionals/joining/authorization/document/text.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { EvidenceFacts } from "./facts.ts";

/** The evidence of a signature as PDF/A-3a, for people; what counts is the signed JSON with the same facts. */
export async function paintEvidence(facts: EvidenceFacts, at: Date): Promise<Buffer> {
  const title = `Bewijs van ondertekening ${facts.authorization.number}`;
  const sheet = new Sheet({ title, author: operator().name, subject: `Aanvraag ${facts.authorization.number}`, at });
  const head = sheet.part("Sect");
  const box = { x: LEFT, width: WIDTH };
  sheet.write(head, "P", operator().product, { size: 12, weight: "semibold", color: PETROL }, { ...box, y: sheet.y });
  sheet.y += 40;
  sheet.write(
    head,
    "H1",
    "Bewijs van ondertekening",
    { size: 23, weight: "semibold", color: PETROL },
    { ...box, y: sheet.y },
  );
  sheet.y += 36;
  const line =
    "Dit bestand vertelt hoe de machtiging is ondertekend. Het hoort bij het document met de vingerafdruk hieronder en is zelf ook verzegeld.";
  sheet.write(head, "P", line, { size: 9.5, color: SOFT }, { ...box, y: sheet.y });
  sheet.y += sheet.height(line, { size: 9.5 }, WIDTH) + 18;
  head.end();
  section(sheet, "Document", documentRows(facts));
  section(sheet, "Handtekening", signatureRows(facts));
  section(sheet, "Wat er gebeurde", facts.events.map(eventRow));
  return sheet.finish((page, pages) => ({
    left: `${operator().product}   ·   Bewijs bij machtiging ${facts.authorization.number}   ·   Controlecode ${facts.authorization.checkCode}`,
    right: `${page} van ${pages}`,
  }));
}

function section(sheet: Sheet, heading: string, rows: Field[]): void {
  sheet.room(80);
  const part = sheet.part("Sect");
  const style = { size: 13, weight: "semibold", color: PETROL } as const;
  sheet.write(part, "H2", heading, style, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += 23;
  factsTable(sheet, part, rows);
  part.end();
  sheet.y += 12;
}

function documentRows({ authorization, practitioner, practice, document }: EvidenceFacts): Field[] {
  return [
    { label: "Machtiging", value: `${authorization.number}, versie ${authorization.version}` },
    { label: "Zorgverlener", value: `${practitioner.name}, AGB-code ${practitioner.agb}` },
    { label: "Praktijk", value: `${practice.name}, AGB-code ${practice.agb}` },
    { label: "Controlecode", value: authorization.checkCode },
    { label: "Getoond document, SHA-256", value: spaced(document.shownSha256) },
    { label: "Verzegeld document, SHA-256", value: spaced(document.sealedSha256) },
    { label: "Certificaat van het zegel, SHA-256", value: spaced(document.certificateSha256) },
  ];
}

function signatureRows({ signature }: EvidenceFacts): Field[] {
  return [
    { label: "Soort", value: signature.level },
    { label: "Getypte naam", value: signature.typedName },
    { label: "Akkoord met", value: signature.consent },
    { label: "Moment", value: formatDateTime(signature.signedAt, "nl") },
    { label: "Wegen", value: signature.ways.join(". ").replace(/\.\.(?= |$)/g, ".") },
  ];
}

function eventRow(event: EvidenceFacts["events"][number]): Field {
  const from = [event.who, event.address && `adres ${event.address}`, event.client].filter(Boolean).join(", ");
  return { label: formatDateTime(event.at, "nl"), value: from ? `${event.what}. Door: ${from}` : event.what };
}

/** Hexadecimal in groups, so that lines break and eyes can follow. */
function spaced(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, "$1 ");
}
