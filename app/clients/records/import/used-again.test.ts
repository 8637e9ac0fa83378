import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.server.ts";
import { auditLog, auditSubjects } from "#db/schema/audit.ts";
import { appointments, people, recordParts, treatments } from "#db/schema/records.ts";
import { freshDatabase } from "#tests/database.ts";
import { deliverRecords, type Line } from "#tests/record-deliveries.ts";

const roos: Line = { id: "C-1", firstName: "Roos", lastName: "Vermeer", birthDate: "1984-03-12", bsn: "999991772" };
const sem: Line = { id: "C-2", firstName: "Sem", lastName: "Bakker", birthDate: "2001-08-19", bsn: "900029365" };
const lines = (person: string) => ({
  treatments: [{ id: "T-1", person, name: "Behandeling", from: "2026-01-01" }],
  appointments: [
    {
      ...{ id: "A-1", person, state: "planned", startsAt: "2026-12-01T10:00:00+01:00", kind: "Gesprek" },
      ...{ withWhom: "Karin Molenaar", how: "visit" },
    },
  ],
  parts: [
    {
      ...{ id: "P-1", person, kind: "letter", date: "2026-11-01", title: "Brief", author: "Karin Molenaar" },
      text: `brief aan ${person}`,
    },
  ],
});

let ids: Record<string, string>;
beforeEach(async () => {
  await freshDatabase();
  await deliverRecords({ persons: [roos, sem], ...lines("C-1") });
  ids = Object.fromEntries((await db.select().from(people)).map(({ externalId, id }) => [externalId, id]));
});

const content = async () =>
  JSON.stringify([
    await db.select().from(people),
    await db.select().from(treatments),
    await db.select().from(appointments),
    await db.select().from(recordParts),
  ]);
/** About whom the lines of the log are that say what was refused. */
async function refusedAbout(): Promise<{ reason: string | null; persons: string[] }[]> {
  const rows = await db.select().from(auditLog).where(eq(auditLog.event, "record.line_refused"));
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return Promise.all(
    rows.map(async ({ id, reason, outcome }) => {
      expect(outcome).toBe("refused");
      const about = await db.select().from(auditSubjects).where(eq(auditSubjects.lineId, id));
      return { reason, persons: about.map(({ subjectId }) => names[subjectId] ?? subjectId).toSorted() };
    }),
  );
}

describe("an id that a record system uses again", () => {
  it.each(["treatments", "appointments", "parts"] as const)(
    "M-27 one of %s never moves to another client: refused, named, and logged about both",
    async (kind) => {
      const before = await content();
      const given = { [kind]: lines("C-2")[kind] };
      const remark = { file: `${kind}.jsonl`, line: 1, person: "C-2", field: "id", reason: "of_another" };
      const result = await deliverRecords(given);
      expect(result).toMatchObject({ fresh: 0, changed: 0, leftOut: 1, remarks: [remark] });
      expect(await content()).toBe(before);
      expect(await refusedAbout()).toEqual([{ reason: "of_another", persons: ["C-1", "C-2"] }]);
      // The same delivery again says it again, and writes nothing twice.
      expect(await deliverRecords(given)).toMatchObject({ remarks: [remark] });
      expect(await refusedAbout()).toHaveLength(1);
    },
  );

  it("M-28 a part does not come into a treatment of another client", async () => {
    const [part] = lines("C-2").parts;
    const result = await deliverRecords({ parts: [{ ...part, id: "P-2", treatment: "T-1" }] });
    expect(result).toMatchObject({ leftOut: 1, remarks: [{ field: "treatment", reason: "of_another" }] });
    expect(await refusedAbout()).toEqual([{ reason: "of_another", persons: ["C-1", "C-2"] }]);
    expect(await db.$count(recordParts)).toBe(1);
  });

  it("M-29 a number of a person that comes back with another BSN is refused, with all that is delivered for it", async () => {
    const before = await content();
    const again = { ...roos, firstName: "Els", bsn: "900095192" };
    const { parts } = lines("C-1");
    const result = await deliverRecords({ persons: [again], parts: [{ ...parts[0], text: "over Els" }] });
    expect(result).toMatchObject({
      leftOut: 2,
      remarks: [
        { file: "persons.jsonl", id: "C-1", field: "bsn", reason: "other_number" },
        { file: "parts.jsonl", id: "P-1", person: "C-1", reason: "person_left_out" },
      ],
    });
    expect(await content()).toBe(before);
    expect(await refusedAbout()).toEqual([{ reason: "other_number", persons: ["C-1"] }]);
  });

  it("M-29 also when that BSN is of somebody else here: then the log says it about both", async () => {
    expect(await deliverRecords({ persons: [{ ...roos, bsn: sem.bsn }] })).toMatchObject({ leftOut: 1 });
    expect(await refusedAbout()).toEqual([{ reason: "other_number", persons: ["C-1", "C-2"] }]);
    expect(await deliverRecords({ persons: [{ ...roos, id: "C-7", bsn: sem.bsn }] })).toMatchObject({
      remarks: [{ reason: "of_another" }],
    });
    expect((await refusedAbout()).at(-1)).toEqual({ reason: "of_another", persons: ["C-2"] });
  });

  it.each([
    ["with another last name and another birth date", { lastName: "Smit", birthDate: "1999-09-09", bsn: undefined }, 1],
    ["also where the number is the same", { lastName: "Smit", birthDate: "1999-09-09" }, 1],
    ["while a name that changed by marriage is taken", { lastName: "Smit-Vermeer" }, 0],
    ["and so is another name with the same birth date", { lastName: "Smit" }, 0],
    ["and a birth date that was put right", { birthDate: "1984-03-21" }, 0],
    [
      "and a birth date that is known less well than before, with another name",
      { lastName: "Smit", birthDate: "1984-00-00" },
      0,
    ],
  ])("M-30 a number of a person comes back %s", async (_, change, leftOut) => {
    const before = await content();
    const result = await deliverRecords({ persons: [{ ...roos, ...change }] });
    expect(result).toMatchObject({ leftOut, remarks: leftOut ? [{ reason: "other_person", id: "C-1" }] : [] });
    expect((await content()) === before).toBe(leftOut === 1);
    expect(await refusedAbout()).toEqual(leftOut ? [{ reason: "other_person", persons: ["C-1"] }] : []);
  });

  it("M-31 who may read a record after a delivery, and who no longer, stands in the log", async () => {
    const treated = (codes: string[]) => ({
      persons: [{ ...roos, clinicians: codes.map((code) => ({ code, from: "2026-01-01" })) }],
    });
    await deliverRecords(treated(["BEH-001", "BEH-002"]));
    await deliverRecords(treated(["BEH-002", "BEH-003"]));
    const rows = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, ids["C-1"] ?? ""));
    expect(rows.at(-1)).toMatchObject({
      event: "record.import",
      detail: { clinicians: { added: ["BEH-003"], removed: ["BEH-001"] } },
    });
  });
});
