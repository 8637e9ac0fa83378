import Database from "better-sqlite3";
import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { demoSecretsFile } from "#app/shared/config-secrets.server.ts";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { audit } from "./record.server.ts";
import { publicAuditKeys } from "./key.server.ts";
import { sealAll, sealLog } from "./seal.server.ts";
import { verifyLog } from "./verify.server.ts";

let folder = "";
beforeEach(async () => {
  folder = await freshDatabase();
});

const write = (lines: number) =>
  transaction(async (tx) => {
    for (let i = 0; i < lines; i++)
      await audit(tx, { kind: "system", name: "clock" }, { event: "part.look", id: String(i) });
  });
const heads = () =>
  readFileSync(config.auditHeads, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("{") && line.endsWith("}"))
    .map((line) => (JSON.parse(line) as { toSeq: number }).toSeq);

/** Takes the end of the log away as somebody would who has the file and knows the format. */
function cut(after: number) {
  const raw = new Database(path.join(folder, "zorgpoort.db"));
  for (const table of ["log", "sealed", "seals", "subjects"]) raw.exec(`drop trigger audit_${table}_no_delete`);
  raw.exec(`delete from audit_log where id not in (select line_id from audit_sealed where seq <= ${after})`);
  raw.exec(`delete from audit_sealed where seq > ${after}; delete from audit_seals where to_seq > ${after}`);
  raw.close();
}

test("O-22 U02: every seal leaves its head outside the database; a log that was cut is refused by itself", async () => {
  await write(2);
  await sealAll();
  await write(3);
  await sealAll();
  await sealAll();
  expect(heads()).toEqual([2, 5]);
  expect((await verifyLog()).fault).toBeNull();
  cut(2);
  expect((await verifyLog()).fault).toEqual({ kind: "seal_missing", seq: 5 });
  await write(3);
  await sealAll();
  expect((await verifyLog()).fault).toEqual({ kind: "seal_missing", seq: 5 });
});

test("O-22 U02: a log that was sealed anew, by somebody who has the key, is refused by the heads of before", async () => {
  await write(2);
  await sealAll();
  cut(0);
  await write(2);
  while (await sealLog());
  expect((await verifyLog()).fault).toEqual({ kind: "seal_missing", seq: 2 });
  rmSync(config.auditHeads);
  expect((await verifyLog()).fault).toBeNull();
});

test("O-22 U02: an emptied log is refused, with and without the heads", async () => {
  await write(2);
  await sealAll();
  cut(0);
  expect((await verifyLog()).fault).toEqual({ kind: "seal_missing", seq: 2 });
  rmSync(config.auditHeads);
  expect((await verifyLog()).fault).toEqual({ kind: "log_empty", seq: 0 });
});

test("O-22: what a crash kept from the file of heads is caught up with, also behind half a line", async () => {
  await write(1);
  await sealLog();
  await write(1);
  await sealAll();
  expect(heads()).toEqual([1, 2]);
  appendFileSync(config.auditHeads, '{"version":2,"toS');
  await write(1);
  await sealAll();
  expect(heads()).toEqual([1, 2, 3]);
  expect((await verifyLog()).fault).toBeNull();
});

test("U01: a walk goes on where the one before ended, and refuses a place that is not in the chain", async () => {
  await write(2);
  await sealAll();
  const { sealed, hash } = await verifyLog();
  const since = { toSeq: sealed, hash };
  expect(await verifyLog({ since })).toMatchObject({ sealed: 2, fault: null });
  await write(2);
  await sealAll();
  expect(await verifyLog({ since })).toMatchObject({ sealed: 4, fault: null });
  expect((await verifyLog({ since: { ...since, hash: "0".repeat(64) } })).fault).toEqual({
    kind: "seal_missing",
    seq: 2,
  });
});

test("O-23: after a change of keys the seals of before stay readable by the public half of their key", async () => {
  await write(1);
  await sealAll();
  const file = demoSecretsFile(folder);
  const secrets = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const [before] = publicAuditKeys();
  const fresh = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const use = (auditKey: string) => {
    writeFileSync(file, JSON.stringify({ ...secrets, auditKey }));
    reloadConfig();
  };
  use(`${fresh},${before!.publicKey}`);
  await write(1);
  await sealAll();
  expect((await verifyLog()).fault).toBeNull();
  expect(publicAuditKeys().map(({ id }) => id)).toHaveLength(2);
  expect(publicAuditKeys()[1]).toEqual(before);
  use(fresh);
  expect((await verifyLog()).fault).toEqual({ kind: "seal_forged", seq: 1 });
});
