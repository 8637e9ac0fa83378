import { canonicalJson } from "#app/shared/canonical-json.ts";
import { HEADING, letterHead, summary } from "./head.server.ts";
import { factsTable } from "#app/platform/pdf/facts-table.server.ts";
import { LEFT, PETROL, Sheet, WIDTH, type Style } from "#app/platform/pdf/sheet.server.ts";
import type { Article, DocumentText } from "./text.ts";

type Part = ReturnType<Sheet["part"]>;

const BODY: Style = { size: 9.5, gap: 2.6 };

/**
 * Paints an authorization as PDF/A-3a. The bytes depend on text and time alone, so that the hash of what was shown can
 * be told again. The entered fields travel along as JSON.
 */
export async function paintAuthorization(text: DocumentText, at: Date): Promise<Buffer> {
  const sheet = new Sheet({ title: text.title, author: text.operator.name, subject: `Aanvraag ${text.number}`, at });
  letterHead(sheet, text);
  summary(sheet, text.summary);
  section(sheet, "Uw gegevens", 70, (part) => {
    paragraph(sheet, part, "Dit hebt u ingevuld. Controleer elke regel.");
    factsTable(sheet, part, text.fields);
  });
  section(sheet, "De tekst van de machtiging", 90, (part) => {
    text.articles.forEach((one, index) => article(sheet, part, one, index + 1));
  });
  signing(sheet, text);
  attachFields(sheet, text, at);
  return sheet.finish((page, pages) => ({
    left: `${text.operator.product}   ·   Machtiging ${text.number}, versie ${text.version}   ·   Controlecode ${text.checkCode}`,
    right: `${page} van ${pages}`,
  }));
}

function section(sheet: Sheet, heading: string, room: number, fill: (part: Part) => void): void {
  sheet.room(room);
  const part = sheet.part("Sect");
  sheet.write(part, "H2", heading, { ...HEADING, size: 14 }, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += 24;
  fill(part);
  part.end();
  sheet.y += 12;
}

function paragraph(sheet: Sheet, part: Part, text: string, indent = 0): void {
  const width = WIDTH - indent;
  const height = sheet.height(text, BODY, width);
  sheet.room(height);
  sheet.write(part, "P", text, BODY, { x: LEFT + indent, y: sheet.y, width });
  sheet.y += height + 6;
}

function article(sheet: Sheet, part: Part, one: Article, number: number): void {
  sheet.room(56);
  const heading: Style = { size: 10, weight: "semibold" };
  sheet.write(part, "H3", `${number}.  ${one.heading}`, heading, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += 17;
  for (const block of one.blocks) {
    if (block.kind === "text") paragraph(sheet, part, block.text, 16);
    else bullets(sheet, part, block.items);
  }
  sheet.y += 5;
}

function bullets(sheet: Sheet, part: Part, items: string[]): void {
  const list = sheet.part("L", part);
  const box = { x: LEFT + 28, width: WIDTH - 28 };
  for (const item of items) {
    const height = sheet.height(item, BODY, box.width);
    sheet.room(height);
    const line = sheet.part("LI", list);
    sheet.write(line, "Lbl", "•", { ...BODY, color: PETROL }, { x: LEFT + 17, y: sheet.y, width: 8 });
    sheet.write(line, "LBody", item, BODY, { ...box, y: sheet.y });
    line.end();
    sheet.y += height + 4;
  }
  list.end();
  sheet.y += 2;
}

function signing(sheet: Sheet, text: DocumentText): void {
  sheet.room(150);
  section(sheet, "Ondertekenen en controleren", 150, (part) => {
    paragraph(sheet, part, text.signing);
    factsTable(sheet, part, [
      { label: "Controlecode", value: text.checkCode },
      { label: "Controlepagina", value: text.checkAddress },
      { label: "Vragen", value: `${text.operator.phone} · ${text.operator.email}` },
    ]);
  });
}

function attachFields(sheet: Sheet, text: DocumentText, at: Date): void {
  const { number, version, fields, checkCode, practitioner, practice } = text;
  const json = canonicalJson({ number, version, fields, checkCode, practitioner, practice });
  // `relationship` (PDF/A-3, clause 6.8) is known to pdfkit, not yet to its types.
  const about = { name: "machtiging.json", type: "application/json", relationship: "Data" };
  const description = "De ingevulde gegevens, leesbaar voor computers";
  sheet.doc.file(Buffer.from(json), { ...about, description, creationDate: at, modifiedDate: at });
}
