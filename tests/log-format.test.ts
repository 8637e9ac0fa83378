import Database from "better-sqlite3";
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { publicAuditKeys } from "#app/platform/audit/key.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { sealAll } from "#app/platform/audit/seal.server.ts";
import { config } from "#app/shared/config.server.ts";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "./database.ts";
import { strangerVerifies } from "./log-verifier.ts";

let folder = "";
const database = () => path.join(folder, "zorgpoort.db");
const told = () => strangerVerifies(database(), config.auditHeads, publicAuditKeys());

async function write(lines: number, said: string) {
  await transaction(async (tx) => {
    for (let i = 0; i < lines; i++)
      await audit(
        tx,
        { kind: "system", name: "Zoë “clock”", onBehalfOf: "anna" },
        {
          ...{ event: "record.import", action: i % 2 ? "C" : "U", id: String(i), organisation: "getij" },
          ...{ subjectIds: ["b", "a", "b"].slice(0, i), reason: said },
          detail: { z: 1.5, a: [null, true, { é: "\n\u2028", "": 1e21 }], "10": 1, "9": said },
        },
      );
  });
}

beforeEach(async () => {
  folder = await freshDatabase();
  await write(4, "first");
  await sealAll();
  await write(3, "second");
  await sealAll();
  await write(1, "open");
});

describe("O-24 a stranger who has docs/log-format.md alone", () => {
  it("finds the log whole", () => {
    expect(told()).toBeNull();
    expect(readFileSync("tests/log-verifier.ts", "utf8")).not.toMatch(/from "[#.]/);
  });

  const line = (seq: number) => `id = (select line_id from audit_sealed where seq = ${seq})`;
  it.each([
    [`update audit_log set on_behalf_of = null where ${line(3)}`, "line 3 was changed"],
    [`update audit_log set at = at + 1 where ${line(6)}`, "line 6 was changed"],
    [`update audit_log set detail = replace(detail, '1.5', '2.5') where ${line(1)}`, "line 1 was changed"],
    [`delete from audit_log where ${line(7)}`, "line 7 is missing"],
    ["delete from audit_subjects", "line 2 was changed"],
    ["update audit_seals set previous_hash = hash where from_seq = 5", "no seal over line 5"],
    ["update audit_seals set sealed_at = sealed_at + 1", "the seal over line 1 is broken"],
    ["update audit_seals set key_id = 'x'", "the seal over line 1 is broken"],
    ["update audit_seals set signature = 'x' where from_seq = 5", "the seal over line 5 is forged"],
    ["delete from audit_seals where from_seq = 5", "no seal over line 5"],
    [
      "delete from audit_seals where from_seq = 5; delete from audit_sealed where seq > 4",
      "the log was cut before line 7",
    ],
    ["delete from audit_log; delete from audit_sealed; delete from audit_seals", "the log is empty"],
  ])("names what is wrong: %s", (statement, fault) => {
    const raw = new Database(database());
    const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
    for (const name of triggers) raw.exec(`drop trigger ${name}`);
    raw.exec(statement);
    raw.close();
    expect(told()).toBe(fault);
  });
});
