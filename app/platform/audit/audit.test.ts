import { asc } from "drizzle-orm";
import Database from "better-sqlite3";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSealed, auditSeals, auditSubjects } from "#db/schema/audit.ts";
import type { Actor, ClientActor } from "#app/shared/actor.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { audit } from "./record.server.ts";
import { sealLog } from "./seal.server.ts";
import { verifyLog } from "./verify.server.ts";

const clock = { kind: "system", name: "clock" } as const;
let folder: string;

async function write(lines: number) {
  await transaction(async (tx) => {
    for (let i = 0; i < lines; i++) await audit(tx, clock, { event: "part.look", id: String(i) });
  });
}

/** Somebody with the file in hand, who has taken the triggers away. */
function tamper(work: (raw: Database.Database) => void) {
  const raw = new Database(path.join(folder, "zorgpoort.db"));
  raw.exec("drop trigger audit_log_no_update; drop trigger audit_log_no_delete");
  raw.exec("drop trigger audit_seals_no_update; drop trigger audit_seals_no_delete");
  raw.exec("drop trigger audit_sealed_no_update; drop trigger audit_sealed_no_delete");
  raw.exec("drop trigger audit_subjects_no_update; drop trigger audit_subjects_no_delete");
  work(raw);
  raw.close();
}

beforeEach(async () => {
  folder = await freshDatabase();
});

describe("the log", () => {
  it("K3 U03: an act that fails leaves no line, an act that is done leaves one with who, what, when and how it ended", async () => {
    await expect(
      transaction(async (tx) => {
        await audit(tx, clock, { event: "part.hold" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await db.select().from(auditLog)).toHaveLength(0);
    await write(1);
    const [line] = await db.select().from(auditLog);
    expect(line).toMatchObject({
      event: "part.look",
      action: "R",
      outcome: "done",
      actorName: "clock",
      role: "system",
    });
    expect(line?.at).toBeInstanceOf(Date);
  });

  it("U03: a line about 2,500 persons, such as a file with all of them, names each once", async () => {
    const subjectIds = Array.from({ length: 2500 }, (_, nth) => `person-${nth}`);
    await transaction((tx) => audit(tx, clock, { event: "part.look", subjectIds: [...subjectIds, "person-7"] }));
    const named = await db.select({ id: auditSubjects.subjectId }).from(auditSubjects);
    expect(named.map(({ id }) => id).sort()).toEqual(subjectIds.toSorted());
  });

  it("H11 U03: names for whom, when somebody acts for another, and nobody when for oneself", async () => {
    const client: ClientActor = {
      ...{ kind: "client", environmentId: "getij", accountId: "a", sessionId: "s", name: "Anna", language: null },
      ...{
        personId: "anna",
        clientId: "anna",
        relation: null,
        way: "digid",
        level: 25,
        knownDevice: true,
        termsAccepted: true,
      },
      ...{ previousSignInAt: null, expiresAt: now() },
    };
    const actors: Actor[] = [
      client,
      { ...client, clientId: "mother", relation: { id: "r", kind: "parent", endsAt: null } },
      { ...client, clientId: null },
      clock,
      { ...clock, onBehalfOf: "supervisor" },
      { kind: "stranger" },
    ];
    await transaction(async (tx) => {
      for (const actor of actors) await audit(tx, actor, { event: "part.look", id: "1" });
      await audit(tx, clock, { event: "part.look", id: "1", onBehalfOf: "given" });
    });
    const lines = await db.select().from(auditLog).orderBy(asc(auditLog.id));
    const behalf = lines.map(({ onBehalfOf }) => onBehalfOf);
    expect(behalf).toEqual([null, "mother", null, null, "supervisor", null, "given"]);
    expect(lines[0]).toMatchObject({ actorId: "a", actorName: "Anna", role: "client", organisation: "getij" });
    expect(lines[1]).toMatchObject({ actorId: "a", actorName: "Anna", role: "parent", organisation: "getij" });
  });

  it("O-26 U03: object, action and purpose come from the catalogue, and a call chooses only among what stands there", async () => {
    await transaction(async (tx) => {
      await audit(tx, clock, { event: "change.look", id: "1", version: 3 });
      await audit(tx, clock, { event: "change.look", id: "1", object: "person", purpose: "own_record" });
      await audit(tx, clock, { event: "record.import", id: "1", action: "U", object: "treatment" });
      await audit(tx, clock, { event: "staff.list", id: "1" });
      await audit(tx, clock, { event: "account.end" });
    });
    const lines = await db.select().from(auditLog).orderBy(asc(auditLog.id));
    expect(lines.map((line) => [line.objectType, line.action, line.purpose, line.objectVersion])).toEqual([
      ["change_request", "R", "administration", "3"],
      ["person", "R", "own_record", null],
      ["treatment", "U", "treatment", null],
      [null, "R", null, null],
      [null, "U", null, null],
    ]);
  });

  it("U01: lines and seals can be neither changed nor removed", async () => {
    await write(2);
    await sealLog();
    await expect(
      transaction(async (tx) => {
        await tx.update(auditLog).set({ event: "other" });
      }),
    ).rejects.toThrow();
    await expect(
      transaction(async (tx) => {
        await tx.delete(auditLog);
      }),
    ).rejects.toThrow();
    await expect(
      transaction(async (tx) => {
        await tx.delete(auditSeals);
      }),
    ).rejects.toThrow();
    await expect(
      transaction(async (tx) => {
        await tx.delete(auditSealed);
      }),
    ).rejects.toThrow();
    expect(await verifyLog()).toMatchObject({ lines: 2, sealed: 2, fault: null });
  });

  describe("O-21 U01: nothing of it can be replaced either", () => {
    const again = "id, at, event, action, outcome) select id, at, 'other', action, outcome from";
    it.each([
      `insert or replace into audit_log (${again} audit_log limit 1`,
      `replace into audit_log (rowid, ${again.replace("select id", "select rowid, 'other'")} audit_log limit 1`,
      "insert or replace into audit_subjects (id, line_id, subject_id) select id, line_id, 'other' from audit_subjects",
      "insert or replace into audit_sealed (seq, line_id, hash) select seq, line_id, 'x' from audit_sealed",
      "insert or replace into audit_sealed (seq, line_id, hash) select seq + 9, line_id, 'x' from audit_sealed limit 1",
      "insert or replace into audit_seals select * from audit_seals",
      "insert or replace into audit_seals (id, from_seq, to_seq, lines, hash, previous_hash, signature, key_id, sealed_at) select 'other', from_seq, to_seq, lines, hash, previous_hash, signature, key_id, sealed_at from audit_seals",
    ])("%s", async (statement) => {
      await transaction((tx) => audit(tx, clock, { event: "part.look", id: "1", subjectIds: ["anna"] }));
      await write(1);
      await sealLog();
      const raw = new Database(path.join(folder, "zorgpoort.db"));
      expect(() => raw.exec(statement)).toThrow(/append-only/);
      raw.close();
      expect((await verifyLog()).fault).toBeNull();
    });
  });

  it("U01: seals follow each other and an untouched log is whole", async () => {
    await write(3);
    await sealLog();
    await write(2);
    await sealLog();
    await write(1);
    expect(await sealLog()).not.toBeNull();
    expect(await sealLog()).toBeNull();
    await write(1);
    expect(await verifyLog()).toMatchObject({ lines: 7, sealed: 6, fault: null });
  });
});

const numbered = (seq: number) => `id = (select line_id from audit_sealed where seq = ${seq})`;

describe("the verifier names the first thing that is wrong", () => {
  const cases: [string, string, { kind: string; seq: number }][] = [
    [
      "a changed line",
      `update audit_log set actor_name = 'somebody' where ${numbered(4)}`,
      { kind: "line_changed", seq: 4 },
    ],
    ["a line taken out", `delete from audit_log where ${numbered(3)}`, { kind: "line_missing", seq: 3 }],
    ["a line that loses its number", "delete from audit_sealed where seq = 5", { kind: "line_missing", seq: 5 }],
    [
      "a line given to somebody else",
      `update audit_log set on_behalf_of = 'somebody' where ${numbered(2)}`,
      { kind: "line_changed", seq: 2 },
    ],
    [
      "a person added",
      `insert into audit_subjects (id, line_id, subject_id) select 'x', line_id, 'anna' from audit_sealed where seq = 6`,
      { kind: "line_changed", seq: 6 },
    ],
    ["a person taken out", "delete from audit_subjects", { kind: "line_changed", seq: 1 }],
    [
      "two lines swapped",
      "create temp table was as select seq, line_id from audit_sealed; update audit_sealed set line_id = 'x' where seq = 2; " +
        "update audit_sealed set line_id = (select line_id from was where seq = 2) where seq = 5; " +
        "update audit_sealed set line_id = (select line_id from was where seq = 5) where seq = 2",
      { kind: "line_changed", seq: 2 },
    ],
    [
      "two lines swapped with their hashes",
      "update audit_sealed set seq = -seq where seq in (1, 2); update audit_sealed set seq = 3 + seq where seq < 0",
      { kind: "seal_broken", seq: 1 },
    ],
    ["a seal taken out", "delete from audit_seals where from_seq = 1", { kind: "seal_missing", seq: 1 }],
    ["the newest seal taken out", "delete from audit_seals where from_seq = 4", { kind: "seal_missing", seq: 4 }],
    [
      "a seal made fitting again",
      "update audit_seals set hash = 'x' || substr(hash, 2) where from_seq = 4",
      { kind: "seal_broken", seq: 4 },
    ],
    ["a seal of another moment", "update audit_seals set sealed_at = sealed_at + 1", { kind: "seal_broken", seq: 1 }],
    ["a seal of another key", "update audit_seals set key_id = 'x'", { kind: "seal_broken", seq: 1 }],
    [
      "a seal that does not follow",
      "update audit_seals set previous_hash = hash where from_seq = 4",
      {
        kind: "seal_missing",
        seq: 4,
      },
    ],
    [
      "a seal of an older format",
      "update audit_seals set version = 1 where from_seq = 4",
      { kind: "seal_broken", seq: 4 },
    ],
    [
      "an emptied log",
      "delete from audit_log; delete from audit_sealed; delete from audit_seals; delete from audit_subjects",
      { kind: "log_empty", seq: 0 },
    ],
  ];
  it.each(cases)("U01: %s", async (_, statement, fault) => {
    await transaction((tx) => audit(tx, clock, { event: "part.look", id: "1", subjectIds: ["bart"] }));
    await write(2);
    await sealLog();
    await write(3);
    await sealLog();
    await write(2);
    tamper((raw) => raw.exec(statement));
    expect((await verifyLog()).fault).toEqual(fault);
  });

  it("U01: a seal with a right hash but a signature of somebody else", async () => {
    await write(2);
    await sealLog();
    tamper((raw) => raw.exec(`update audit_seals set signature = '${Buffer.alloc(64, 1).toString("base64url")}'`));
    expect((await verifyLog()).fault).toEqual({ kind: "seal_forged", seq: 1 });
  });

  it("U02: a head that was kept elsewhere shows that the tail was cut", async () => {
    await write(2);
    await sealLog();
    await write(2);
    const head = await sealLog();
    expect((await verifyLog({ head: head! })).fault).toBeNull();
    tamper((raw) => {
      raw.exec("delete from audit_log where id in (select line_id from audit_sealed where seq > 2)");
      raw.exec("delete from audit_sealed where seq > 2; delete from audit_seals where from_seq > 2");
    });
    expect((await verifyLog()).fault).toBeNull();
    expect((await verifyLog({ head: head! })).fault).toEqual({ kind: "seal_missing", seq: 4 });
  });

  it("U02: seals that were all taken away are missed after an hour, before which a log may be unsealed", async () => {
    await write(2);
    expect((await verifyLog()).fault).toBeNull();
    setClock(new Date(now().getTime() + 3_600_001));
    expect((await verifyLog()).fault).toEqual({ kind: "seal_missing", seq: 1 });
  });
});
