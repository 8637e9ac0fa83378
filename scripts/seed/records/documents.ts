import { strToU8, zipSync } from "fflate";
import { INK, LEFT, Sheet, SOFT, WIDTH } from "#app/platform/pdf/sheet.server.ts";
import type { InventedPart } from "./parts.data.ts";

/** A letter as PDF, tagged, with its paragraphs. */
export async function letterPdf(part: InventedPart, at: Date): Promise<Buffer> {
  const about = {
    title: part.title,
    author: part.author,
    subject: "Verzonnen voorbeeld",
    at,
    standard: "PDF/UA",
  } as const;
  const sheet = new Sheet(about);
  const body = sheet.part("Sect");
  const box = (y: number) => ({ x: LEFT, y, width: WIDTH });
  let y = 80;
  sheet.write(body, "H1", part.title, { size: 18, weight: "semibold", color: INK }, box(y));
  y += 40;
  sheet.write(
    body,
    "P",
    `${part.author}, ${part.authorRole}. Dit is een verzonnen voorbeeld.`,
    { size: 10, color: SOFT },
    box(y),
  );
  y += 34;
  for (const paragraph of (part.text ?? "").split("\n\n")) {
    sheet.write(body, "P", paragraph, { size: 11, color: INK }, box(y));
    y += 22 + Math.ceil(paragraph.length / 85) * 15;
  }
  body.end();
  return sheet.finish(() => ({ left: part.author, right: "" }));
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const paragraph = (text: string, heading: boolean) =>
  `<w:p>${heading ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : ""}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** A small Word document: a title, and lines that take turns as heading and text. */
export function wordDocument(part: InventedPart): Uint8Array {
  const lines = (part.text ?? "").split("\n").map((line, at) => paragraph(line, at % 2 === 0));
  const body = [paragraph(part.title, true), ...lines].join("");
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "word/styles.xml": strToU8(
      `${xml}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    "word/document.xml": strToU8(
      `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}
