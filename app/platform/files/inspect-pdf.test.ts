import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Sheet } from "#app/platform/pdf/sheet.server.ts";
import { cpuTimer } from "#tests/cpu-time.ts";
import { aCase } from "#tests/cases.ts";
import { inspectPdf } from "./inspect-pdf.ts";

const HEAD = "%PDF-1.7\n";
const TAIL = "\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n";
const PAGES = "2 0 obj\n<</Type/Pages/Count 3/Kids[3 0 R]>>\nendobj\n";
const plain = (catalog: string, more = "") =>
  `${HEAD}1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalog}>>\nendobj\n${PAGES}${more}${TAIL}`;
const pdf = (text: string) => Buffer.from(text, "latin1");

/** Objects packed in an object stream, under a dictionary of choice. */
function packed(object: string, { extra = "", filter = "/Filter/FlateDecode", first = "4" } = {}) {
  const content = Buffer.from(`9 0 ${object}`, "latin1");
  const data = filter ? deflateSync(content) : content;
  const dictionary = `<</Type/ObjStm/N 1/First ${first}${filter}${extra}/Length ${data.length}>>`;
  return Buffer.concat([
    pdf(`${HEAD}1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n${PAGES}4 0 obj\n${dictionary}\nstream\n`),
    data,
    pdf(`\nendstream\nendobj${TAIL}`),
  ]);
}
/** An act with the number 5. */
const LINK = "5 0 obj <</S/URI/URI(x)>> endobj";
const JAVASCRIPT = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

const hostile: [string, Buffer, string][] = [
  ["an image with the name of a PDF", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "not_pdf"],
  ["a page of HTML", pdf("<!doctype html><script>alert(1)</script>"), "not_pdf"],
  ["a picture with script", pdf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "not_pdf"],
  ["HTML before the PDF", pdf(`<html>${plain("")}`), "not_pdf"],
  ["a zip behind the PDF", pdf(`${plain("")}PK\u0003\u0004evil`), "not_pdf"],
  ["much behind the PDF", pdf(`${plain("")}${" ".repeat(9_000)}x`), "not_pdf"],
  ["a version that does not exist", pdf(plain("").replace("1.7", "9.9")), "not_pdf"],
  ["cut off", pdf(plain("").slice(0, 80)), "damaged"],
  ["no object at all", pdf("%PDF-1.7\n%%EOF\n"), "damaged"],
  ["an act on opening", pdf(plain(`/OpenAction ${JAVASCRIPT}`)), "active"],
  ["an act on opening that only names it", pdf(plain("/OpenAction 5 0 R", LINK)), "active"],
  ["an act on opening after a place", pdf(plain("/OpenAction[1 0 R /Fit]/OpenAction 5 0 R")), "active"],
  ["an act on opening inside another part", pdf(plain("/OpenAction[1 0 R /Fit]/X<</OpenAction 5 0 R>>")), "active"],
  ["an act on opening in a list", pdf(plain("/OpenAction[<</S/URI/URI(x)>>]")), "active"],
  ["an act on opening, name written with codes", pdf(plain("/Open#41ction 5 0 R", LINK)), "active"],
  ["JavaScript written with codes", pdf(plain("/X 5 0 R", "5 0 obj <</S/#4Aava#53cript/#4a#53(1)>> endobj")), "active"],
  ["additional acts", pdf(plain("/AA<</WC 5 0 R>>")), "active"],
  ["a program to start", pdf(plain("", "5 0 obj <</S /Launch /F (calc.exe)>> endobj")), "active"],
  ["a file carried along", pdf(plain("/Names<</EmbeddedFiles 5 0 R>>")), "active"],
  ["a film", pdf(plain("", "5 0 obj <</Subtype/RichMedia>> endobj")), "active"],
  ["a form of the XFA kind", pdf(plain("/AcroForm<</XFA 5 0 R>>")), "active"],
  ["a form that is sent off", pdf(plain("", "5 0 obj <</S/SubmitForm/F(http://x.example)>> endobj")), "active"],
  [
    "an act hidden in a stream of bytes",
    pdf(plain("", `5 0 obj <</Length 60>> stream\n7 0 obj ${JAVASCRIPT} endobj\nendstream`)),
    "active",
  ],
  [
    "an act behind a comment that looks like a stream",
    pdf(plain("/Y 1 %>>stream\n/OpenAction 5 0 R %endstream\n", LINK)),
    "active",
  ],
  ["an act behind a string that looks like the end", pdf(plain("/Y(>>endobj)/OpenAction 5 0 R", LINK)), "active"],
  ["an act behind an end that is not closed", pdf(plain("/Y<</Z 1>>/OpenAction 5 0 R endobj", LINK)), "active"],
  ["numbers of an object apart by comments", pdf(plain("", `5 %x\n0 %y\nobj${JAVASCRIPT}`)), "active"],
  ["an act packed in an object stream", packed(JAVASCRIPT), "active"],
  [
    "an act in an object stream without type",
    Buffer.from(packed(JAVASCRIPT).toString("latin1").replace("/Type/ObjStm", "/Tipe/ObjStm"), "latin1"),
    "active",
  ],
  ["an act in an object stream not packed", packed(JAVASCRIPT, { filter: "" }), "active"],
  [
    "an object stream packed in an odd way",
    packed("<<>>", { filter: "/Filter[/ASCII85Decode/FlateDecode]" }),
    "too_complex",
  ],
  ["an object stream with two packings named", packed("<<>>", { extra: "/Filter/LZWDecode" }), "too_complex"],
  ["an object stream after a prediction", packed("<<>>", { extra: "/DecodeParms<</Predictor 12>>" }), "too_complex"],
  ["an object stream whose beginning stands elsewhere", packed("<<>>", { first: "6 0 R" }), "too_complex"],
  [
    "an object stream that is broken",
    Buffer.from(packed("<<>>").toString("latin1").replace("\u0078", "zz"), "latin1"),
    "damaged",
  ],
  ["an object stream that unpacks to much", packed(`(${"0".repeat(70_000_000)})`), "too_complex"],
  ["objects in each other without end", pdf(plain("", "5 0 obj (".repeat(20_000))), "too_complex"],
  ["locked with a password", pdf(plain("").replace("/Size 4", "/Size 4/Encrypt 8 0 R")), "encrypted"],
];

describe("F02 F03 F04: which files are taken", () => {
  it.each(hostile)("F02 F03 F04: refused: %s", (_, bytes, fault) => {
    const worked = cpuTimer();
    expect(inspectPdf(bytes)).toEqual({ ok: false, fault });
    expect(worked(), "milliseconds").toBeLessThan(2_000);
  });

  it("F04: an ordinary PDF is taken, with its number of pages; words about JavaScript are no JavaScript", () => {
    expect(inspectPdf(pdf(plain("")))).toEqual({ ok: true, pages: 3 });
    expect(inspectPdf(pdf(plain("/Title(Over /JavaScript en /OpenAction) % /Launch\n/Lang<2f4a53>")))).toEqual({
      ok: true,
      pages: 3,
    });
    // As office programs write it: where to begin reading.
    for (const place of [
      "[1 0 R /XYZ null null 0]",
      "[3 0 R/Fit]",
      "[3 0 R/XYZ 1. 0.5 1]",
      "[3 0 R /XYZ -1.5 .25 0 ]",
      "[3 0 R/FitH 842]",
    ])
      expect(inspectPdf(pdf(plain(`/OpenAction${place}`))), place).toEqual({ ok: true, pages: 3 });
    expect(inspectPdf(packed("<</Type/Font/Name/JSans>>"))).toEqual({ ok: true, pages: 3 });
    expect(inspectPdf(pdf(plain("", "5 0 obj <</Length 9>> stream\n/JS /AA x\nendstream endobj")))).toMatchObject({
      ok: true,
    });
  });

  it.each(["PDF/UA", "PDF/A-3a"] as const)("F04: a PDF of our own is taken (%s)", async (standard) => {
    const at = new Date("2026-11-24T08:00:00Z");
    const sheet = new Sheet({ title: "Proef", author: "Zorgpoort", subject: "Proef", at, standard });
    const part = sheet.part("Sect");
    sheet.write(part, "P", "Wat valt op", { size: 10 }, { x: 60, y: 60, width: 300 });
    part.end();
    sheet.room(5_000);
    const bytes = await sheet.finish(() => ({ left: "", right: "" }));
    expect(inspectPdf(bytes)).toEqual({ ok: true, pages: 2 });
  });

  it("F03: twenty megabytes of packed pictures are judged within two seconds", () => {
    const noise = Buffer.alloc(20 * 1024 * 1024);
    for (let n = 0, x = 1; n < noise.length; n++) noise[n] = (x = (x * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16;
    const bytes = Buffer.concat([
      pdf(`${HEAD}1 0 obj\n<<>>\nendobj\n${PAGES}5 0 obj <</Length ${noise.length}>> stream\n`),
      noise,
      pdf(`\nendstream\nendobj${TAIL}`),
    ]);
    const worked = cpuTimer();
    expect(inspectPdf(bytes)).toEqual({ ok: true, pages: 3 });
    expect(worked(), "milliseconds").toBeLessThan(2_000);
  });
});

describe("M-14 M-15: ordinary files, and files made to keep us busy", () => {
  it.each([
    ...["lin", "objstm", "gs-docview", "lo-form-links", "lo-pdfa"],
    ...["hyperref", "bom", "voorloop", "pjl", "staart"],
  ])("M-14 an ordinary PDF comes in: %s", (name) => {
    expect(inspectPdf(aCase("pdf", name))).toMatchObject({ ok: true });
  });

  it("M-14 a PDF that is locked against changes is told as locked", () => {
    expect(inspectPdf(aCase("pdf", "owner-pw"))).toEqual({ ok: false, fault: "encrypted" });
  });

  it.each([
    ["a place", "<</S/GoTo/D[3 0 R/Fit]>>"],
    ["a place by name", "<</Type/Action/S/GoTo/D(begin)>>"],
    ["a place elsewhere in the file", "5 0 R", "5 0 obj <</S/GoTo/D[3 0 R/XYZ 0 0 null]>> endobj"],
    ["nothing that is there", "900 0 R"],
    ["a list elsewhere in the file", "5 0 R", "5 0 obj [3 0 R /Fit] endobj"],
  ])("M-14 a PDF that opens at %s comes in", (_, open, more = "") => {
    expect(inspectPdf(pdf(plain(`/OpenAction ${open}`, more)))).toEqual({ ok: true, pages: 3 });
  });

  it.each([
    ["a place, and then something", "5 0 R", "5 0 obj <</S/GoTo/D(x)/Next 6 0 R>> endobj"],
    [
      "a place in one version and an act in another",
      "5 0 R",
      "5 0 obj <</S/GoTo/D(x)>> endobj 5 1 obj <</S/URI/URI(x)>> endobj",
    ],
    [
      "a place, and an act whose number is hidden",
      "5 0 R",
      "5 0 obj <</S/GoTo/D(x)>> endobj 5 %x\n 1 %y\n obj <</S/URI/URI(x)>> endobj",
    ],
    ["a place, and then something, written out", "<</S/GoTo/D(x)/Next<</S/URI/URI(x)>>>>", ""],
  ])("M-14 a PDF that opens at %s is refused", (_, open, more) => {
    expect(inspectPdf(pdf(plain(`/OpenAction ${open}`, more)))).toEqual({ ok: false, fault: "active" });
  });

  it("M-14 what stands around a PDF is a line of a printer or a note, never another kind of file", () => {
    expect(inspectPdf(pdf(`${plain("")}\u001b%-12345X@PJL EOJ\r\n`))).toMatchObject({ ok: true });
    for (const odd of ["<script>x()</script>", "<html>", "#!/bin/sh\n", "<?php x();"])
      expect(inspectPdf(pdf(odd + plain(""))), `before: ${odd}`).toEqual({ ok: false, fault: "not_pdf" });
    for (const odd of ["<script>x()</script>", "<?php x();", "PK\u0005\u0006", `PK${"x".repeat(20)}`])
      expect(inspectPdf(pdf(plain("") + odd)), `behind: ${odd}`).toEqual({ ok: false, fault: "not_pdf" });
  });

  const floods: [string, string][] = [
    ["a word over and over", "obj "],
    ["a word on a line over and over", "obj\n"],
    ["objects over and over", "1 0 obj "],
    ["objects in one comment", "1 0 obj 5 %"],
    ["openings of strings", "1 0 obj ("],
    ["trailers over and over", "trailer 1 % "],
  ];
  it.each(floods)("M-15 the work of judging a PDF grows with its size and no faster: %s", (_, piece) => {
    const workOf = (size: number) => {
      let work = 0;
      inspectPdf(pdf(plain("", piece.repeat(size / piece.length))), (done) => (work = done));
      return work / size;
    };
    const small = workOf(200_000);
    expect(small, "steps per byte").toBeLessThan(8);
    expect(workOf(1_600_000), "steps per byte of eight times as much").toBeLessThan(small * 1.2 + 1);
  });
});
