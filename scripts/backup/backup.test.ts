import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { now } from "#app/shared/clock.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { sealAll } from "#app/platform/audit/seal.server.ts";
import { verifyLog } from "#app/platform/audit/verify.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { aPractice } from "#tests/factories.ts";
import { putBack } from "./put-back.ts";
import { takeBackup } from "./take.ts";

let dataDir = "";
let place = "";
beforeEach(async () => {
  dataDir = await freshDatabase();
  place = mkdtempSync(path.join(tmpdir(), "zorgpoort-backup-"));
  mkdirSync(path.join(dataDir, "files"));
  writeFileSync(path.join(dataDir, "files", "one"), "sealed bytes");
  await aPractice({ name: "Praktijk Zomerdijk" });
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const names = (folder: string) => {
  const connection = new Database(path.join(folder, "zorgpoort.db"), { readonly: true });
  const rows = connection.prepare("select name from practices").pluck().all();
  connection.close();
  return rows;
};

test("X04 a backup taken while the product runs comes back whole in an empty place", async () => {
  const backup = path.join(place, "monday");
  await takeBackup(dataDir, backup, now());
  await aPractice({ name: "Praktijk Na De Backup" });
  const fresh = path.join(place, "data");
  expect(await putBack(backup, fresh, now(), false)).toBeNull();
  expect(names(fresh)).toEqual(["Praktijk Zomerdijk"]);
  expect(readFileSync(path.join(fresh, "files", "one"), "utf8")).toBe("sealed bytes");
});

test("O-22 X04 a seal while the backup is taken leaves no head in it that its database lacks", async () => {
  const write = () => transaction((tx) => audit(tx, { kind: "system", name: "clock" }, { event: "staff.list" }));
  await write();
  await sealAll();
  const backup = path.join(place, "monday");
  const copyDatabase = Database.prototype.backup;
  vi.spyOn(Database.prototype, "backup").mockImplementationOnce(async function (this: Database.Database, to: string) {
    const done = await copyDatabase.call(this, to);
    await write();
    await sealAll();
    return done;
  });
  await takeBackup(dataDir, backup, now());
  await closeDatabase();
  await putBack(backup, dataDir, now(), true);
  expect((await verifyLog()).fault).toBeNull();
});

test("X04 a restore replaces nothing without being told to, nor under a running server, and keeps what stood there", async () => {
  const backup = path.join(place, "monday");
  await takeBackup(dataDir, backup, now());
  await expect(putBack(backup, dataDir, now(), false)).rejects.toThrow("--force");
  await expect(putBack(backup, dataDir, now(), true)).rejects.toThrow("in use");
  await aPractice({ name: "Praktijk Na De Backup" });
  await closeDatabase();
  const aside = await putBack(backup, dataDir, new Date("2026-11-24T10:00:00Z"), true);
  expect(names(dataDir)).toEqual(["Praktijk Zomerdijk"]);
  expect(names(aside!)).toHaveLength(2);
  rmSync(aside!, { recursive: true });
});

test("X04 a backup with a changed, lost or added file is refused before anything is touched", async () => {
  const backup = path.join(place, "monday");
  await takeBackup(dataDir, backup, now());
  const file = path.join(backup, "files", "one");
  writeFileSync(file, "other bytes!");
  await expect(putBack(backup, path.join(place, "data"), now(), false)).rejects.toThrow(
    "files/one is not as it was written",
  );
  rmSync(file);
  await expect(putBack(backup, path.join(place, "data"), now(), false)).rejects.toThrow("files/one is missing");
  writeFileSync(file, "sealed bytes");
  writeFileSync(path.join(backup, "files", "two"), "");
  await expect(putBack(backup, path.join(place, "data"), now(), false)).rejects.toThrow("files/two does not belong");
});
