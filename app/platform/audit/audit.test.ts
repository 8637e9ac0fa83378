import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#db/client.server.ts";
import { auditLog, auditSeals } from "#db/schema/audit.ts";
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
      seq: 1,
      event: "part.look",
      action: "R",
      outcome: "done",
      actorName: "clock",
      role: "system",
    });
    expect(line?.at).toBeInstanceOf(Date);
  });

  it("U01: lines and seals can be neither changed nor removed", async () => {
    await write(2);
    await sealLog();
    await expect(
      transaction(async (tx) => {
        await tx.update(auditLog).set({ event: "other" }).where(eq(auditLog.seq, 1));
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
    expect(await verifyLog()).toEqual({ lines: 2, sealed: 2, fault: null });
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
    expect(await verifyLog()).toEqual({ lines: 7, sealed: 6, fault: null });
  });
});

describe("the verifier names the first thing that is wrong", () => {
  const cases: [string, string, { kind: string; seq: number }][] = [
    ["a changed line", "update audit_log set actor_name = 'somebody' where seq = 4", { kind: "line_changed", seq: 4 }],
    ["a line taken out", "delete from audit_log where seq = 3", { kind: "line_missing", seq: 3 }],
    ["an unsealed line taken out", "delete from audit_log where seq = 7", { kind: "line_missing", seq: 7 }],
    [
      "two lines swapped",
      "update audit_log set seq = -seq where seq in (2, 5); update audit_log set seq = 7 + seq where seq < 0",
      { kind: "line_changed", seq: 2 },
    ],
    ["a seal taken out", "delete from audit_seals where from_seq = 1", { kind: "seal_missing", seq: 1 }],
    [
      "a seal made fitting again",
      "update audit_seals set hash = 'x' || substr(hash, 2) where from_seq = 4",
      { kind: "seal_broken", seq: 4 },
    ],
  ];
  it.each(cases)("U01: %s", async (_, statement, fault) => {
    await write(3);
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
    expect((await verifyLog(head!)).fault).toBeNull();
    tamper((raw) => raw.exec("delete from audit_log where seq > 2; delete from audit_seals where from_seq > 2"));
    expect((await verifyLog()).fault).toBeNull();
    expect((await verifyLog(head!)).fault).toEqual({ kind: "seal_missing", seq: 4 });
  });
});
