import { strToU8, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = (more: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${more}</Types>`;
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A Word document of one body, with what a hostile one has besides. */
export function aWord(
  body: string,
  given: { head?: string; names?: string; types?: string; relations?: string; parts?: Record<string, Uint8Array> } = {},
): Buffer {
  const { head = "", names = "", types = "", relations: inside = "", parts = {} } = given;
  return Buffer.from(
    zipSync({
      "[Content_Types].xml": strToU8(TYPES(types)),
      "_rels/.rels": strToU8(
        relations(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
      ),
      "word/document.xml": strToU8(`${head}<w:document ${W} ${names}><w:body>${body}</w:body></w:document>`),
      "word/_rels/document.xml.rels": strToU8(relations(inside)),
      ...parts,
    }),
  );
}
