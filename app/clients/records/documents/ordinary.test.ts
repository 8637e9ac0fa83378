import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { cpuTimer } from "#tests/cpu-time.ts";
import { aCase } from "#tests/cases.ts";
import { aWord } from "#tests/word-files.ts";
import { faultWords } from "../import/texts.ts";
import { inspectDocument, WORD } from "./inspect-document.ts";
import { inspectWord } from "./inspect-word.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const text = "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>";
const active = { ok: false, fault: "active" };
const relation = (kind: string, target: string) =>
  `<Relationship Id="r9" Type="${OFFICE}/${kind}" Target="${target}" TargetMode="External"/>`;
const settings = (target: string) => ({
  parts: {
    "word/_rels/settings.xml.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}">${relation("attachedTemplate", target)}</Relationships>`,
    ),
  },
});
const field = (...pieces: string[]) =>
  aWord(
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces
      .map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`)
      .join(
        "",
      )}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  );

it.each([
  ...["huissjabloon", "svg-logo", "grafiek", "printer", "dde", "genest", "geneste-lijst-libreoffice"],
  ...["kop-plaatje-vinkje", "kader-voetnoot-libreoffice", "verborgen", "gewoon"],
])("M-11 an ordinary Word file comes in: %s", (name) => {
  expect(inspectDocument(`${name}.docx`, aCase("word", name))).toEqual({ ok: true, mediaType: WORD });
});

it("M-14 the sender of a PDF that is protected against editing is told so, and what to do", () => {
  const found = inspectDocument("brief.pdf", aCase("pdf", "owner-pw"));
  const reason = `file_${found.ok ? "" : found.fault}`;
  const fault = { file: "parts.jsonl", line: 3, field: "file", reason };
  expect(faultWords(fault, "nl")).toMatch(/beveiligd.*bewerken.*sla het zonder beveiliging op/);
  expect(faultWords(fault, "en")).toMatch(/protected.*editing.*without protection/);
});

it.each([
  ["a template on a drive", "file:///C:\\Sjablonen\\Brief.dotx"],
  ["a template on a share of the house", "file:///\\\\srv01.zorg.local\\sjablonen\\Brief%20aan%20client.dotx"],
  ["a template on a share by number", "\\\\10.1.2.3\\sjablonen\\brief.dotx"],
  ["a template beside the letter", "Normal.dotm"],
])("M-11 what does not leave the house comes in: %s", (_, target) => {
  expect(inspectWord(aWord(text, settings(target)))).toEqual({ ok: true });
});

it("M-11 data of another program beside the text, in two bytes a sign, and a picture with an old name come in", () => {
  const item = Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-16"?><formulier/>', "utf16le");
  expect(inspectWord(aWord(text, { parts: { "customXml/item1.xml": item } }))).toEqual({ ok: true });
  expect(inspectWord(renamed("aaa", "\u00e9\u0082\u00ff"))).toEqual({ ok: true });
});

it.each([
  ["on the web", "https://kwaad.example/t.dotx"],
  ["on a share with a public name", "file:///\\\\kwaad.example\\t\\t.dotx"],
  ["on a share over the web", "\\\\kwaad@SSL\\DavWWWRoot\\t.dotx"],
  ["on a share by a public number", "//203.0.113.9/t/t.dotx"],
  ["on a share by a number in another way of writing", "\\\\3405803785\\t\\t.dotx"],
  ["with a name in codes", "file:///%5C%5Ckwaad.example%5Ct.dotx"],
])("M-12 a template from outside is refused: %s", (_, target) => {
  expect(inspectWord(aWord(text, settings(target)))).toEqual(active);
});

it.each([
  ["a field that runs, in pieces", field(" DD", "EAUTO c:\\\\x ")],
  ["a field that runs, in small letters", field(" ddeauto c:\\\\x ")],
  ["a field that brings in a file of the web", field(' INCLUDEPICTURE "https://kwaad.example/x.png" \\d ')],
  ["a simple field that runs", aWord('<w:p><w:fldSimple w:instr="DDE c:\\\\x"/></w:p>')],
  [
    "a field whose name another field makes",
    aWord(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE 68 68 69</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> c:\\\\x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
  ],
  ["a link that starts a program", aWord(text, { relations: relation("hyperlink", "ms-msdt:/id x") })],
  ["a link with script", aWord(text, { relations: relation("hyperlink", "javascript:alert(1)") })],
  [
    "a logo with script",
    aWord(text, { parts: { "word/media/a.svg": strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>') } }),
  ],
  [
    "a logo that fetches",
    aWord(text, {
      parts: {
        "word/media/a.svg": strToU8(
          '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://kwaad.example/x.png"/></svg>',
        ),
      },
    }),
  ],
  [
    "an object that says it is settings of a printer",
    aWord(text, {
      parts: { "word/printerSettings/printerSettings1.bin": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1) },
    }),
  ],
  [
    "figures behind a chart with a program in them",
    aWord(text, {
      parts: {
        "word/embeddings/cijfers.xlsx": zipSync({
          "[Content_Types].xml": strToU8("<Types/>"),
          "xl/vbaProject.bin": strToU8("x"),
        }),
      },
    }),
  ],
  [
    "an object of another prefix",
    aWord(text, {
      parts: {
        "word/header1.xml": strToU8(
          '<x:hdr xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:object/></x:hdr>',
        ),
      },
    }),
  ],
])("M-12 what acts is refused: %s", (_, bytes) => {
  expect(inspectWord(bytes)).toEqual(active);
});

it.each([
  ["a button of a template without a macro", " MACROBUTTON NoMacro [naam] "],
  ["a picture of the own disk", ' INCLUDEPICTURE "C:\\\\logo.png" \\d '],
  ["a field of merging", " MERGEFIELD Link "],
])("M-11 a field that does nothing comes in: %s", (_, instruction) => {
  expect(inspectWord(field(instruction))).toEqual({ ok: true });
});

const SIGNS = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** A document of which one number in the heads of the zip is another than it was. */
function lying(change: (view: DataView, at: number, sign: number, entry: number) => void, body = text): Buffer {
  const bytes = aWord(body);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = { local: 0, central: 0 };
  for (let at = 0; at <= bytes.length - 22; at++) {
    const sign = view.getUint32(at, true);
    if (sign === SIGNS.local) change(view, at, sign, count.local++);
    if (sign === SIGNS.central) change(view, at, sign, count.central++);
    if (sign === SIGNS.end) change(view, at, sign, 0);
  }
  return bytes;
}
const renamed = (from: string, to: string, times: "all" | "first" = "all"): Buffer => {
  const bytes = aWord(text, { parts: { "word/aaa.xml": strToU8("<a/>"), "word/ccc.xml": strToU8("<a/>") } });
  for (let at = bytes.indexOf(from); at >= 0; at = times === "all" ? bytes.indexOf(from, at + 1) : -1)
    bytes.write(to, at, "latin1");
  return bytes;
};
const long = `<w:p><w:r><w:t>${"a".repeat(15 * 1024 * 1024)}</w:t></w:r></w:p>`;

it.each([
  [
    "less than there is",
    lying((view, at, sign) => {
      if (sign === SIGNS.local) view.setUint32(at + 22, 1000, true);
      if (sign === SIGNS.central) view.setUint32(at + 24, 1000, true);
    }, long),
  ],
  ["more than there is", lying((view, at, sign) => sign === SIGNS.central && view.setUint32(at + 24, 5000, true))],
  ["another checksum", lying((view, at, sign) => sign === SIGNS.central && view.setUint32(at + 16, 1, true))],
  [
    "the bytes of another part",
    lying((view, at, sign, entry) => sign === SIGNS.central && entry === 1 && view.setUint32(at + 42, 0, true)),
  ],
  [
    "a part that begins outside",
    lying((view, at, sign) => sign === SIGNS.central && view.setUint32(at + 42, 9e6, true)),
  ],
  ["fewer parts than there are", lying((view, at, sign) => sign === SIGNS.end && view.setUint16(at + 10, 2, true))],
  ["a directory elsewhere", lying((view, at, sign) => sign === SIGNS.end && view.setUint32(at + 16, 0, true))],
  ["a part that is locked", lying((view, at, sign) => sign === SIGNS.central && view.setUint16(at + 8, 1, true))],
  ["a name twice", renamed("word/aaa.xml", "word/ccc.xml")],
  ["a name twice, in capitals", renamed("word/aaa.xml", "WORD/CCC.xml")],
  ["a name that climbs", renamed("word/aaa.xml", "../../aa.xml")],
  ["a name of another system", renamed("word/aaa.xml", "word\\aaa.xml")],
  ["another name in its own head", renamed("word/aaa.xml", "word/bbb.xml", "first")],
  ["something behind its end", Buffer.concat([aWord(text), Buffer.from("x")])],
])("M-13 a zip that lies is refused: %s", (_, bytes) => {
  const worked = cpuTimer();
  expect(inspectWord(bytes)).toEqual({ ok: false, fault: "damaged" });
  expect(worked(), "milliseconds").toBeLessThan(1_000);
});

it("M-13 a zip whose parts tell their size behind themselves comes in, as many programs write it", () => {
  const bytes = aCase("word", "geneste-lijst-libreoffice");
  expect(bytes.readUInt16LE(6) & 8, "the flag").toBe(8);
  expect(inspectWord(bytes)).toEqual({ ok: true });
});

it("M-13 XML that nests or goes on without end is refused in time", () => {
  const worked = cpuTimer();
  for (const body of ["<w:ins>".repeat(100_000), '<w:instrText a="', "<w:instrText>&a;&a;</w:instrText>"])
    expect(inspectWord(aWord(`<w:instrText/>${body}`))).toMatchObject({ ok: false });
  expect(worked(), "milliseconds").toBeLessThan(2_000);
});

it("M-13 names, attributes and depth without end are judged in no more time than their length", () => {
  const many = (count: number, one: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => one(at)).join(" ");
  const worked = cpuTimer();
  const names = `<w:p ${many(4_000, (at) => `xmlns:a${at}="b"`)}>object${'<w:q xmlns:a="b"/>'.repeat(4_000)}</w:p>`;
  expect(inspectWord(aWord(names))).toEqual({ ok: false, fault: "damaged" });
  const nested = `<w:p xmlns:a="b">object${'<w:q xmlns:a="b" xmlns:c="d"/>'.repeat(4_000)}<a:x/></w:p>`;
  expect(inspectWord(aWord(nested))).toEqual({ ok: true });
  expect(inspectWord(aWord(`<w:p ${many(50_000, (at) => `a${at}="${at}"`)}/>object`))).toEqual({
    ...{ ok: false, fault: "damaged" },
  });
  expect(worked(), "milliseconds").toBeLessThan(750);
});

it("M-12 a link in a field that starts a program is refused as one beside the text is; an ordinary one comes in", () => {
  for (const address of [
    "ms-msdt:/id x",
    '"javascript:alert(1)"',
    "\u201csearch-ms:query=x\u201d",
    '\\o "tip" "vbscript:x"',
  ])
    expect(inspectWord(field(" HYPER", `LINK ${address} `)), address).toEqual(active);
  for (const address of ['"https://voorbeeld.example/"', '\\l "hoofdstuk"', '"mailto:info@voorbeeld.example"'])
    expect(inspectWord(field(` HYPERLINK ${address} `)), address).toEqual({ ok: true });
});
