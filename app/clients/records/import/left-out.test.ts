import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { people, recordIntakeRemarks, recordIntakes, recordParts, recordPartVersions } from "#db/schema/records.ts";
import { aClient, aLink } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { deliverRecords, type Delivery, type Line, writeRecords } from "#tests/record-deliveries.ts";
import { aWord } from "#tests/word-files.ts";
import { lookAtRecord } from "../read/record.server.ts";
import { importRecords } from "./import.server.ts";
import { intakeReports, removeOldIntakes } from "./report.server.ts";

beforeEach(async () => {
  await freshDatabase();
});

const system = { kind: "system", name: "test" } as const;
const roos: Line = { id: "C-1", firstName: "Roos", lastName: "Vermeer", birthDate: "1984-03-12", bsn: "999991772" };
const sem: Line = { id: "C-2", firstName: "Sem", lastName: "Bakker", birthDate: "2001-08-19" };
const note = (id: string, person = "C-1"): Line => ({
  ...{ id, person, kind: "report", date: "2026-11-01", title: `Verslag ${id}`, author: "Karin Molenaar" },
  text: `kanarie van ${id}`,
});
const letter = (id: string, file: string, person = "C-1"): Line => ({ ...note(id, person), text: undefined, file });
const word = aWord("<w:p><w:r><w:t>Brief</w:t></w:r></w:p>");
const all = { kind: null, onlyNew: false, search: "" } as const;

/** The record as the client of this line sees it. */
async function recordOf(externalId: string) {
  const [person] = await db.select().from(people).where(eq(people.externalId, externalId));
  await aLink(person!);
  const { actor } = await aClient(person!);
  const look = await lookAtRecord(actor, environmentOf("getij"), all);
  if (!look.open) throw new Error(look.because);
  return look;
}

describe("one bad document never stops a delivery", () => {
  it.each([
    ["a document that is not there", "weg.docx", {}, "file_missing"],
    ["a document that is none", "nep.pdf", { "nep.pdf": Buffer.from("MZ nee") }, "file_not_pdf"],
    ["a document of another kind", "plaat.svg", { "plaat.svg": Buffer.from("<svg/>") }, "file_type"],
    ["an empty document", "leeg.pdf", { "leeg.pdf": Buffer.from("") }, "file_empty"],
  ])(
    "M-20 %s: the client sees that the part exists, why it cannot be shown and how to get it",
    async (_, file, files, reason) => {
      const given = { persons: [roos, sem], parts: [letter("P-1", file), note("P-2"), note("P-3", "C-2")] };
      const result = await deliverRecords(given, { files: { ...files, "goed.docx": word } });
      expect(result).toMatchObject({
        outcome: "done",
        fresh: 5,
        leftOut: 0,
        remarks: [{ file: "parts.jsonl", line: 1, id: "P-1", person: "C-1", reason, effect: "unavailable" }],
      });
      const { parts, missing, total } = await recordOf("C-1");
      expect(parts.map(({ title }) => title)).toEqual(["Verslag P-2"]);
      expect(total).toBe(1);
      expect(missing).toMatchObject([{ title: "Verslag P-1", cause: reason.replace("file_", "") }]);
    },
  );

  it("M-21 the same delivery again changes nothing and says the same; with the document put right, a new version shows", async () => {
    const folder = writeRecords({ persons: [roos], parts: [letter("P-1", "brief.docx")] });
    const first = await importRecords(system, folder);
    const state = async () =>
      JSON.stringify([
        await db.select().from(recordParts),
        await db.select().from(auditLog),
        await db.select().from(recordIntakes),
        await db.select().from(recordIntakeRemarks),
      ]);
    const before = await state();
    const second = await importRecords(system, folder);
    expect(second).toMatchObject({ fresh: 0, changed: 0, same: 2 });
    if (first.outcome !== "done" || second.outcome !== "done") throw new Error("refused");
    expect(second.remarks).toEqual(first.remarks);
    expect(await state()).toBe(before);
    writeFileSync(path.join(folder, "files", "brief.docx"), word);
    expect(await importRecords(system, folder)).toMatchObject({ changed: 1, same: 1, remarks: [] });
    expect(await db.select().from(recordParts)).toMatchObject([{ version: 2, unavailable: false }]);
    expect(await db.select().from(recordPartVersions)).toMatchObject([{ version: 1, unavailable: true, fileId: null }]);
    expect(await db.$count(recordIntakeRemarks)).toBe(0);
  });

  it("M-21 a document that is damaged later makes the part unavailable; the good version stays stored", async () => {
    const parts = [letter("P-1", "brief.docx")];
    await deliverRecords({ persons: [roos], parts }, { files: { "brief.docx": word } });
    const [good] = await db.select().from(recordParts);
    await deliverRecords({ parts }, { files: { "brief.docx": word.subarray(0, 40) } });
    expect(await db.select().from(recordParts)).toMatchObject([{ version: 2, unavailable: true, fileId: null }]);
    expect(await db.select().from(recordPartVersions)).toMatchObject([{ version: 1, fileId: good!.fileId }]);
  });

  it("M-22 one file named for two clients is given to neither", async () => {
    const given = { persons: [roos, sem], parts: [letter("P-1", "brief.docx"), letter("P-2", "brief.docx", "C-2")] };
    const result = await deliverRecords(given, { files: { "brief.docx": word } });
    expect(result).toMatchObject({ remarks: [{ reason: "file_shared" }, { reason: "file_shared" }] });
    expect(await db.select().from(recordParts)).toMatchObject([
      { unavailable: true, fileId: null },
      { unavailable: true, fileId: null },
    ]);
  });
});

describe("one bad line never stops a delivery", () => {
  const broken: [string, Delivery, { file: string; line: number; id: string | null; reason: string }[]][] = [
    [
      "a person",
      { persons: [{ ...roos, birthDate: "1984-02-30" }, sem], parts: [note("P-1"), note("P-2", "C-2")] },
      [
        { file: "persons.jsonl", line: 1, id: "C-1", reason: "birth_date" },
        { file: "parts.jsonl", line: 1, id: "P-1", reason: "person_left_out" },
      ],
    ],
    [
      "a line that is no JSON",
      { persons: [roos, sem], parts: ["{", note("P-2", "C-2")] },
      [{ file: "parts.jsonl", line: 1, id: null, reason: "not_json" }],
    ],
    [
      "a part of nobody",
      { persons: [roos, sem], parts: [note("P-1", "C-9"), note("P-2", "C-2")] },
      [{ file: "parts.jsonl", line: 1, id: "P-1", reason: "unknown" }],
    ],
    [
      "a part of an unknown course",
      { persons: [roos, sem], parts: [{ ...note("P-1"), treatment: "T-9" }, note("P-2", "C-2")] },
      [{ file: "parts.jsonl", line: 1, id: "P-1", reason: "unknown" }],
    ],
    [
      "one id with two meanings",
      { persons: [roos, sem], parts: [note("P-1"), { ...note("P-1"), text: "anders" }, note("P-2", "C-2")] },
      [
        { file: "parts.jsonl", line: 1, id: "P-1", reason: "twice" },
        { file: "parts.jsonl", line: 2, id: "P-1", reason: "twice" },
      ],
    ],
    [
      "one BSN for two persons",
      { persons: [roos, { ...roos, id: "C-3" }, sem], parts: [note("P-1"), note("P-2", "C-2")] },
      [
        { file: "persons.jsonl", line: 1, id: "C-1", reason: "of_another" },
        { file: "persons.jsonl", line: 2, id: "C-3", reason: "of_another" },
        { file: "parts.jsonl", line: 1, id: "P-1", reason: "person_left_out" },
      ],
    ],
  ];

  it.each(broken)(
    "M-23 %s is left out with what hangs on it, by file, line, id and cause; the rest comes in",
    async (_, given, left) => {
      const result = await deliverRecords(given);
      if (result.outcome !== "done") throw new Error("refused");
      expect(result.remarks).toMatchObject(left.map((one) => ({ ...one, effect: "left_out" })));
      expect(result.leftOut).toBe(left.length);
      expect((await recordOf("C-2")).parts.map(({ title }) => title)).toEqual(["Verslag P-2"]);
      expect((await db.select().from(recordParts)).map(({ externalId }) => externalId)).toEqual(["P-2"]);
    },
  );

  it("M-23 a person's line that cannot be read leaves out whoever it may have been about", async () => {
    await deliverRecords({ persons: [roos, sem] });
    const result = await deliverRecords({ persons: ["{", sem], parts: [note("P-1"), note("P-2", "C-2")] });
    expect(result).toMatchObject({ remarks: [{ reason: "not_json" }, { id: "P-1", reason: "person_unsure" }] });
  });

  it("M-24 what was left out is kept as the report of the intake, without names or health data, a year long", async () => {
    const folder = writeRecords({
      persons: [{ ...roos, bsn: "900095190" }, sem],
      parts: [letter("P-2", "weg.pdf", "C-2")],
    });
    await importRecords(system, folder);
    const [report] = await intakeReports(system, 5);
    expect(report).toMatchObject({ environmentId: "getij", state: "remarks", lines: 3, fresh: 2 });
    expect(report!.remarks).toMatchObject([
      { file: "parts.jsonl", line: 1, lineId: "P-2", person: "C-2", reason: "file_missing", effect: "unavailable" },
      { file: "persons.jsonl", line: 1, lineId: "C-1", field: "bsn", reason: "bsn", effect: "left_out" },
    ]);
    const log = await db.select().from(auditLog).where(eq(auditLog.event, "record.intake"));
    expect(log).toMatchObject([{ outcome: "done", organisation: "getij", detail: { leftOut: 1, unavailable: 1 } }]);
    const kept = JSON.stringify([report, await db.select().from(auditLog)]);
    for (const secret of ["Roos", "Vermeer", "Verslag", "900095190", "weg.pdf"]) expect(kept).not.toContain(secret);
    setClock(new Date("2027-11-20T08:00:00Z"));
    await removeOldIntakes(system);
    expect(await db.$count(recordIntakes)).toBe(1);
    setClock(new Date("2027-11-26T08:00:00Z"));
    await removeOldIntakes(system);
    expect(await db.$count(recordIntakes)).toBe(0);
    expect(await db.$count(recordIntakeRemarks)).toBe(0);
  });
});

describe("what is broken as a whole is refused whole", () => {
  const faults = async (folder: string) => {
    const result = await importRecords(system, folder);
    expect(await db.$count(people)).toBe(0);
    expect(await db.$count(recordParts)).toBe(0);
    return result.outcome === "refused" ? result.faults.map(({ reason }) => reason) : [];
  };

  it.each(["../manifest.json", ".a.pdf", "a\u0000.pdf", "a/b.pdf"])(
    "M-25 a name that leads elsewhere: %j",
    async (file) => {
      expect(await faults(writeRecords({ persons: [roos], parts: [letter("P-1", file)] }))).toEqual(["file_name"]);
    },
  );

  it("M-25 a document, or the folder of documents, that is a way to elsewhere; and documents that are missing as a whole", async () => {
    const given = { persons: [roos], parts: [letter("P-1", "weg.pdf")] };
    const one = writeRecords(given);
    symlinkSync("/etc/passwd", path.join(one, "files", "weg.pdf"));
    expect(await faults(one)).toEqual(["file_name"]);
    const other = writeRecords(given);
    rmSync(path.join(other, "files"), { recursive: true });
    expect(await faults(other)).toEqual(["missing"]);
    mkdirSync(path.join(other, "elsewhere"));
    symlinkSync(path.join(other, "elsewhere"), path.join(other, "files"));
    expect(await faults(other)).toEqual(["file_name"]);
  });

  it("M-25 a refused delivery is in the report too", async () => {
    await importRecords(system, writeRecords({ persons: [roos], parts: [letter("P-1", "../x.pdf")] }));
    expect(await intakeReports(system, 5)).toMatchObject([{ state: "refused", remarks: [{ reason: "file_name" }] }]);
    expect(await db.select().from(auditLog).where(eq(auditLog.event, "record.intake"))).toMatchObject([
      { outcome: "refused", organisation: "getij" },
    ]);
  });
});

describe("persons as the population register has them", () => {
  const cases = path.resolve("tests/fixtures/cases/leveringen");
  it.each(readdirSync(cases))("M-26 %s comes in whole", async (name) => {
    const folder = path.join(cases, name);
    expect(await importRecords(system, folder)).toMatchObject({ outcome: "done", fresh: 2, remarks: [] });
    const delivered = readFileSync(path.join(folder, "persons.jsonl"), "utf8").trim().split("\n");
    const found = (await db.select().from(people)).map(({ externalId, firstName, lastName, birthDate }) => ({
      ...{ id: externalId, firstName, lastName, birthDate },
    }));
    expect(found).toEqual(delivered.map((line) => JSON.parse(line) as unknown));
  });
});
