import { rmSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { aWord } from "#tests/word-files.ts";
import { lookAtPart } from "../read/part.server.ts";
import { downloadName, inspectDocument, PDF, WORD } from "./inspect-document.ts";
import { readLetter } from "./letter/read-letter.server.ts";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

let folder: string;
beforeEach(async () => {
  folder = await freshDatabase();
});

it("G-07 G5 the text of a Word document is read with the part, before anything is downloaded", async () => {
  const person = await aPerson();
  await aLink(person);
  const { actor } = await aClient(person);
  const bytes = aWord(
    "<w:p><w:r><w:t>Beste </w:t></w:r><w:r><w:t>cliënt,</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>één</w:t><w:br/><w:t>&lt;b&gt;</w:t></w:r></w:p>",
  );
  const part = await aPart(person, { bytes, content: { mediaType, fileName: "brief.docx" } });
  const shown = await lookAtPart(actor, environmentOf("getij"), part.id);
  expect(shown.document).toMatchObject({
    kind: "word",
    letter: { html: "<p>Beste cliënt,\n</p><p>één <br />&lt;b&gt;\n</p>", left: [] },
  });
  const broken = await aPart(person, { bytes: Buffer.from("PK"), content: { mediaType, fileName: "brief.docx" } });
  expect((await lookAtPart(actor, environmentOf("getij"), broken.id)).document).toMatchObject({
    letter: { html: null, why: "unreadable" },
  });
  const reported = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => reported.mockRestore());
  rmSync(path.join(folder, "files", part.fileId!));
  expect((await lookAtPart(actor, environmentOf("getij"), part.id)).document).toMatchObject({ letter: null });
  expect(reported.mock.calls.join()).toContain(part.fileId);
});

const link = (type: string, target: string) =>
  `<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
const text = "<w:p><w:r><w:t>Tekst</w:t></w:r></w:p>";

const hostile: [string, string, Buffer, string][] = [
  ["no file at all", "brief.pdf", Buffer.alloc(0), "empty"],
  ["a picture", "foto.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]), "type"],
  ["a page of HTML", "brief.html", Buffer.from("<html>"), "type"],
  ["a picture with script", "plaat.svg", Buffer.from("<svg/>"), "type"],
  ["a program", "brief.exe", Buffer.from("MZ"), "type"],
  ["an old Word document", "brief.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "type"],
  ["HTML that says it is a PDF", "brief.pdf", Buffer.from("<html><script>"), "not_pdf"],
  ["a Word document that says it is a PDF", "brief.pdf", aWord(text), "not_pdf"],
  ["a PDF that says it is a Word document", "brief.docx", Buffer.from("%PDF-1.7\n%%EOF"), "not_word"],
  ["a zip without a document", "brief.docx", Buffer.from(zipSync({ "a.xml": strToU8("x") })), "not_word"],
  ["a zip cut off", "brief.docx", aWord(text).subarray(0, 300), "damaged"],
  ["macros", "brief.docx", aWord(text, { parts: { "word/vbaProject.bin": strToU8("x") } }), "active"],
  [
    "macros by type",
    "brief.docx",
    aWord(text, {
      types: '<Override PartName="/x.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    }),
    "active",
  ],
  [
    "a template from elsewhere",
    "brief.docx",
    aWord(text, { relations: link("attachedTemplate", "http://kwaad.example/t.dotm") }),
    "active",
  ],
  ["a frame from elsewhere", "brief.docx", aWord(text, { relations: link("frame", "http://kwaad.example") }), "active"],
  [
    "a picture from elsewhere",
    "brief.docx",
    aWord(text, { relations: link("image", "http://kwaad.example/x.png") }),
    "active",
  ],
  [
    "an embedded object",
    "brief.docx",
    aWord(text, { parts: { "word/embeddings/oleObject1.bin": strToU8("x") } }),
    "active",
  ],
  ["an archive inside", "brief.docx", aWord(text, { parts: { "word/media/a.zip": strToU8("PK") } }), "active"],
  ["an object in the text", "brief.docx", aWord("<w:p><w:object/></w:p>"), "active"],
  [
    "a field that fetches",
    "brief.docx",
    aWord("<w:p><w:r><w:instrText> DDEAUTO c:\\\\x </w:instrText></w:r></w:p>"),
    "active",
  ],
  ["entities", "brief.docx", aWord(text, { head: '<!DOCTYPE a [<!ENTITY a "b">]>' }), "active"],
  ["a bomb", "brief.docx", aWord(`<w:p>${"a".repeat(30 * 1024 * 1024)}</w:p>`), "too_complex"],
  [
    "very many parts",
    "brief.docx",
    aWord(text, {
      parts: Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`word/${n}.xml`, strToU8("<a/>")])),
    }),
    "too_complex",
  ],
  [
    "a Word document that is too large",
    "brief.docx",
    Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(10 * 1024 * 1024)]),
    "too_large",
  ],
  ["a PDF that is too large", "brief.pdf", Buffer.alloc(25 * 1024 * 1024 + 1), "too_large"],
  [
    "the test file of virus scanners",
    "brief.pdf",
    Buffer.from(`%PDF-1.7\n${["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("")}`),
    "virus",
  ],
  [
    "a PDF with script",
    "brief.pdf",
    Buffer.from(
      "%PDF-1.7\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
    ),
    "active",
  ],
];

it.each(hostile)("F02 F03 F04 refused: %s", async (_, name, bytes, fault) => {
  expect(inspectDocument(name, bytes)).toEqual({ ok: false, fault });
  if (name.endsWith(".docx")) expect(await readLetter(bytes)).toEqual({ html: null, why: "unreadable" });
});

it("F02 a Word document with a link in its text comes in, and its text is read without the link", async () => {
  const bytes = aWord(
    '<w:p><w:hyperlink r:id="r9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>113</w:t></w:r></w:hyperlink></w:p>',
    { relations: link("hyperlink", "https://voorbeeld.example") },
  );
  expect(inspectDocument("plan.DOCX", bytes)).toEqual({ ok: true, mediaType: WORD });
  expect(await readLetter(bytes)).toEqual({ html: "<p>113\n</p>", left: [{ what: "link", count: 1 }] });
});

it("F03 an archive that lies about its sizes gives no more than it said", async () => {
  const lied = aWord(`<w:p><w:r><w:t>${"a".repeat(15 * 1024 * 1024)}</w:t></w:r></w:p>`);
  const view = new DataView(lied.buffer, lied.byteOffset, lied.byteLength);
  for (let at = 0; at < lied.length - 46; at++) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, 1000, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  expect(await readLetter(lied)).toEqual({ html: null, why: "unreadable" });
});

it("F01 a name for download is only ever a plain name with the right ending", () => {
  const names = [
    "../../etc/passwd",
    "CON.pdf",
    "a\u202Egnp.docx",
    "x\r\nSet-Cookie: a.pdf",
    "\0",
    "a".repeat(5000),
    "...",
    "C:\\x.pdf",
  ];
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...names)), (name) => {
      const given = downloadName(name, PDF);
      expect(given).toMatch(/^[^/\\:\p{C}"*?<>|]{1,100}\.pdf$/u);
      expect(given).not.toMatch(/^(?:con|nul|\.)/i);
    }),
  );
  expect(downloadName("Brief van Karin.docx", WORD)).toBe("Brief van Karin.docx");
});
