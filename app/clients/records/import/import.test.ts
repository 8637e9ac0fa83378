import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "#app/shared/crypto.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, type Line, writeRecords as deliver } from "#tests/record-deliveries.ts";
import { aWord } from "#tests/word-files.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { appointments, careRelations, people, recordParts, treatments } from "#db/schema/records.ts";
import { openContent } from "../content.ts";
import { bsnIndex } from "../person.server.ts";
import { importRecords } from "./import.server.ts";
import { faultWords, remarkWords } from "./texts.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await freshDatabase();
});

const actor = { kind: "system", name: "test" } as const;
const roos: Line = {
  id: "C-1",
  firstName: "Roos",
  lastName: "Vermeer",
  birthDate: "1984-03-12",
  bsn: "999991772",
  contact: { phone: "06 87654321", town: "Waterdam" },
  clinicians: [{ code: "BEH-001", from: "2026-01-01" }],
};
const course: Line = { id: "T-1", person: "C-1", name: "Behandeling", from: "2026-01-01" };
const visit: Line = {
  id: "A-1",
  person: "C-1",
  state: "planned",
  startsAt: "2026-12-01T10:00:00+01:00",
  kind: "Gesprek",
  withWhom: "Karin Molenaar",
  how: "visit",
};
const note: Line = {
  id: "P-1",
  person: "C-1",
  treatment: "T-1",
  kind: "report",
  date: "2026-11-01",
  title: "Verslag",
  author: "Karin Molenaar",
  text: "kanarie-in-de-tekst",
};
const whole: Delivery = { persons: [roos], treatments: [course], appointments: [visit], parts: [note] };
const word = aWord("<w:p><w:r><w:t>kanarie-in-het-document</w:t></w:r></w:p>");

const everything = async () =>
  JSON.stringify([
    await db.select().from(people),
    await db.select().from(treatments),
    await db.select().from(appointments),
    await db.select().from(recordParts),
    await db.select().from(careRelations),
    (await db.select().from(auditLog)).filter(({ event }) => event !== "record.intake"),
  ]);

/** All bytes of the data folder, write-ahead log and stored files too. */
function bytesOf(folder: string): Buffer {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Buffer.concat(all.map((one) => readFileSync(path.join(one.parentPath, one.name))));
}

describe("intake of records", () => {
  it("G-06 takes in persons, courses, appointments and parts, and the same delivery again changes nothing", async () => {
    const folder = deliver(whole);
    expect(await importRecords(actor, folder)).toEqual({
      outcome: "done",
      environment: "getij",
      lines: 4,
      fresh: 4,
      changed: 0,
      withdrawn: 0,
      same: 0,
      leftOut: 0,
      remarks: [],
      more: 0,
    });
    const before = await everything();
    expect(await importRecords(actor, folder)).toMatchObject({ fresh: 0, changed: 0, same: 4 });
    expect(await everything()).toBe(before);
    const [part] = await db.select().from(recordParts);
    expect(openContent("record_parts", part!.id, part!.content)).toMatchObject({
      title: "Verslag",
      text: "kanarie-in-de-tekst",
    });
  });

  it("U03 each new or changed row is a line in the log about its person; what stayed the same is none", async () => {
    await importRecords(actor, deliver(whole));
    const [person] = await db.select().from(people);
    const changed = { ...note, text: "Verbeterd." };
    expect(await importRecords(actor, deliver({ ...whole, parts: [changed] }))).toMatchObject({ changed: 1, same: 3 });
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, person!.id));
    expect(lines.map(({ action, objectType }) => `${action} ${objectType}`)).toEqual([
      "C person",
      "C treatment",
      "C appointment",
      "C record_part",
      "U record_part",
    ]);
    const [part] = await db.select().from(recordParts);
    expect(part!.version).toBe(2);
  });

  it("X03 stopped half-way, the same delivery ends as if it had not been", async () => {
    const many = Array.from({ length: 250 }, (_, n) => ({ ...roos, id: `C-${n}`, bsn: undefined }));
    const folder = deliver({ persons: many, parts: [{ ...note, treatment: undefined, person: "C-249" }] });
    const stop = importRecords(actor, folder, (step, done) => {
      if (step === "write" && done >= 100) throw new Error("pulled out");
    });
    await expect(stop).rejects.toThrow("pulled out");
    expect(await db.$count(people)).toBe(100);
    expect(await importRecords(actor, folder)).toMatchObject({ outcome: "done", fresh: 151, same: 100 });
    expect(await db.$count(people)).toBe(250);
  });

  it("H11 P-07 equal numbers in two environments stay two persons, whose index of the BSN cannot be put side by side", async () => {
    await importRecords(actor, deliver(whole));
    await importRecords(actor, deliver(whole, { manifest: { environment: "buurtkring" } }));
    const rows = await db.select().from(people);
    expect(new Set(rows.map(({ environmentId }) => environmentId))).toEqual(new Set(["getij", "buurtkring"]));
    expect(new Set(rows.map(({ bsnIndex: index }) => index)).size).toBe(2);
  });

  it("C04 the index of a BSN is the same however it is written, and nothing without the key", () => {
    expect(bsnIndex("getij", "000000012")).toBe(bsnIndex("getij", "0000000.12"));
    expect(bsnIndex("getij", "12")).toBe(bsnIndex("getij", "000000012"));
    expect(bsnIndex("getij", "000000012")).not.toContain(sha256("000000012").slice(0, 12));
  });

  it("C01 BSN, telephone, text and document stand nowhere in the data folder as they are", async () => {
    const part = { ...note, id: "P-2", text: undefined, file: "kanarie-bestand.docx" };
    const folder = deliver({ ...whole, parts: [note, part] }, { files: { "kanarie-bestand.docx": word } });
    expect(await importRecords(actor, folder)).toMatchObject({ outcome: "done", fresh: 5 });
    await closeDatabase();
    const bytes = bytesOf(dataDir);
    for (const secret of [
      "999991772",
      "06 87654321",
      "kanarie-in-de-tekst",
      "kanarie-in-het-document",
      "kanarie-bestand",
      "word/document.xml",
    ])
      expect(bytes.includes(secret), secret).toBe(false);
  });

  it("G-06 who is no longer named as clinician no longer treats", async () => {
    await importRecords(actor, deliver(whole));
    await importRecords(
      actor,
      deliver({ ...whole, persons: [{ ...roos, clinicians: [{ code: "BEH-002", from: "2026-11-01" }] }] }),
    );
    expect((await db.select().from(careRelations)).map(({ clinicianCode }) => clinicianCode)).toEqual(["BEH-002"]);
  });
});

const p = (change: Line): Delivery => ({ persons: [{ ...roos, ...change }] });
const o = (change: Line): Delivery => ({ ...whole, parts: [{ ...note, ...change }] });
const a = (change: Line): Delivery => ({ ...whole, appointments: [{ ...visit, ...change }] });
const corpus: [string, Delivery, { file: string; line: number | null; field: string | null; reason: string }][] = [
  [
    "a line that is no JSON",
    { persons: [roos, "{"] },
    { file: "persons.jsonl", line: 2, field: null, reason: "not_json" },
  ],
  [
    "a field that is not known",
    p({ password: "x" }),
    { file: "persons.jsonl", line: 1, field: "password", reason: "unknown_field" },
  ],
  [
    "no last name",
    p({ lastName: undefined }),
    { file: "persons.jsonl", line: 1, field: "lastName", reason: "required" },
  ],
  ["an empty name", p({ lastName: " " }), { file: "persons.jsonl", line: 1, field: "lastName", reason: "empty" }],
  [
    "a day that does not exist",
    p({ birthDate: "1984-02-30" }),
    { file: "persons.jsonl", line: 1, field: "birthDate", reason: "birth_date" },
  ],
  [
    "a date the other way round",
    p({ birthDate: "12-03-1984" }),
    { file: "persons.jsonl", line: 1, field: "birthDate", reason: "birth_date" },
  ],
  ["a BSN that is none", p({ bsn: "900095190" }), { file: "persons.jsonl", line: 1, field: "bsn", reason: "bsn" }],
  ["a BSN of zeros", p({ bsn: "000000000" }), { file: "persons.jsonl", line: 1, field: "bsn", reason: "bsn" }],
  [
    "one BSN for two",
    { persons: [roos, { ...roos, id: "C-2" }] },
    { file: "persons.jsonl", line: 2, field: "bsn", reason: "of_another" },
  ],
  [
    "one id twice",
    { persons: [roos, { ...roos, bsn: undefined }] },
    { file: "persons.jsonl", line: 2, field: "id", reason: "twice" },
  ],
  ["an id with odd signs", p({ id: "../1" }), { file: "persons.jsonl", line: 1, field: "id", reason: "id" }],
  [
    "a clinician without code",
    p({ clinicians: [{ from: "2026-01-01" }] }),
    { file: "persons.jsonl", line: 1, field: "clinicians.0.code", reason: "required" },
  ],
  [
    "a name without end",
    p({ lastName: "a".repeat(201) }),
    { file: "persons.jsonl", line: 1, field: "lastName", reason: "long" },
  ],
  [
    "an appointment of nobody",
    a({ person: "C-9" }),
    { file: "appointments.jsonl", line: 1, field: "person", reason: "unknown" },
  ],
  [
    "a moment without zone",
    a({ startsAt: "2026-12-01T10:00:00" }),
    { file: "appointments.jsonl", line: 1, field: "startsAt", reason: "moment" },
  ],
  [
    "an appointment of no length",
    a({ minutes: 0 }),
    { file: "appointments.jsonl", line: 1, field: "minutes", reason: "minutes" },
  ],
  [
    "a state that is none",
    a({ state: "maybe" }),
    { file: "appointments.jsonl", line: 1, field: "state", reason: "state" },
  ],
  ["a way that is none", a({ how: "fax" }), { file: "appointments.jsonl", line: 1, field: "how", reason: "how" }],
  [
    "a part of an unknown course",
    o({ treatment: "T-9" }),
    { file: "parts.jsonl", line: 1, field: "treatment", reason: "unknown" },
  ],
  ["a kind that is none", o({ kind: "secret" }), { file: "parts.jsonl", line: 1, field: "kind", reason: "kind" }],
  ["text and document", o({ file: "a.pdf" }), { file: "parts.jsonl", line: 1, field: "text", reason: "one_of" }],
  [
    "neither text nor document",
    o({ text: undefined }),
    { file: "parts.jsonl", line: 1, field: "text", reason: "one_of" },
  ],
  [
    "a document that is not there",
    o({ text: undefined, file: "weg.pdf" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_missing" },
  ],
  [
    "a document outside the folder",
    o({ text: undefined, file: "../manifest.json" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_name" },
  ],
  [
    "a document that is hidden",
    o({ text: undefined, file: ".a.pdf" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_name" },
  ],
  [
    "a name with a zero byte",
    o({ text: undefined, file: "a\u0000.pdf" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_name" },
  ],
  [
    "a document that is none",
    o({ text: undefined, file: "nep.pdf" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_not_pdf" },
  ],
  [
    "a document of another kind",
    o({ text: undefined, file: "plaat.svg" }),
    { file: "parts.jsonl", line: 1, field: "file", reason: "file_type" },
  ],
];

describe("what is not right is told with file, line, field and reason", () => {
  const files = { "nep.pdf": Buffer.from("MZ nee"), "plaat.svg": Buffer.from("<svg/>") };
  const broken = corpus.filter(([, , { reason }]) => reason === "file_name");
  const single = corpus.filter((one) => !broken.includes(one));

  it.each(single)("F01 F02: %s is left out, or cannot be shown", async (_, given, fault) => {
    const result = await importRecords(actor, deliver(given, { files }));
    if (result.outcome !== "done") throw new Error("refused");
    expect(result.remarks).toContainEqual(expect.objectContaining(fault));
    for (const remark of result.remarks) {
      expect(remarkWords(remark, "nl")).not.toContain(fault.reason === "bsn" ? "900095190" : "\u0000");
      expect(remarkWords(remark, "nl")).not.toMatch(/: [a-z]+_[a-z]+$/);
    }
  });

  it.each(broken)("F01 F02: %s refuses the whole delivery, and nothing has changed", async (_, given, fault) => {
    await importRecords(actor, deliver(p({ id: "C-0", bsn: undefined })));
    const before = await everything();
    const result = await importRecords(actor, deliver(given, { files }));
    expect(result).toEqual({ outcome: "refused", faults: [fault], more: 0 });
    expect(await everything()).toBe(before);
    expect(faultWords(fault, "nl")).not.toMatch(/\0|: [a-z]+_[a-z]+$/);
  });

  it("F01: a document that is a way to elsewhere is refused", async () => {
    const folder = deliver(o({ text: undefined, file: "weg.pdf" }));
    symlinkSync("/etc/passwd", path.join(folder, "files", "weg.pdf"));
    expect(await importRecords(actor, folder)).toMatchObject({ outcome: "refused", faults: [{ reason: "file_name" }] });
  });

  it("F01: a manifest that does not fit its files is refused", async () => {
    const reasons = async (folder: string) => {
      const result = await importRecords(actor, folder);
      return result.outcome === "refused" ? result.faults.map(({ reason }) => reason) : [];
    };
    expect(await reasons(mkdtempSync(path.join(tmpdir(), "zorgpoort-none-")))).toEqual(["missing"]);
    expect(await reasons(deliver(whole, { manifest: { format: 2 } }))).toEqual(["format"]);
    expect(await reasons(deliver(whole, { manifest: { environment: "elders" } }))).toEqual(["environment"]);
    const swapped = deliver(whole);
    writeFileSync(path.join(swapped, "parts.jsonl"), "");
    expect(await reasons(swapped)).toEqual(["sha256"]);
    const cut = { files: { "persons.jsonl": { lines: 2, sha256: sha256(`${JSON.stringify(roos)}\n`) } } };
    expect(await reasons(deliver({ persons: [roos] }, { manifest: cut }))).toEqual(["line_count"]);
    expect(await reasons(deliver(whole, { manifest: cut }))).toContain("not_in_manifest");
    expect(await db.$count(people)).toBe(0);
  });
});
