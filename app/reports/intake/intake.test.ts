import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "#app/shared/actor.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deliveries, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { anAccount } from "#tests/factories.ts";
import { somePatients } from "#tests/patient-details.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { CHUNK, type FileName } from "./file-names.ts";
import { removeUploads } from "./remove-uploads.server.ts";
import { checkAgain, runningCheck, takeUpload } from "./run-check.server.ts";
import { addBytes, offsetsOf, startUpload, type Upload, uploadOf } from "./uploads.server.ts";
import { uploadFolder, uploadsFolder } from "#app/reports/deliveries/uploads-folder.server.ts";
import { viewOf } from "./view.server.ts";
import { readWholeForm } from "./whole-form.server.ts";

const practices = somePractices(12);
const rows = someRows(practices, ["COPD-101", "DM-101"], (p, i) => (p === 0 && i === 0 ? [3, 5] : [40 + p, 100]));
const details = somePatients("01900000", "COPD-101", [3, 5]);
const NAMES = ["manifest.json", "practices.csv", "values.csv", "details.csv"] as const;
let folder: string;
let place: string;
let dirk: AccountActor;

async function manager(name: string): Promise<AccountActor> {
  const { id, email } = await anAccount({ firstName: name, operatorRole: "data_manager" });
  const more = {
    language: "nl",
    agb: null,
    factorAt: now(),
    factorKind: "sms" as const,
    termsAccepted: true,
    practices: [],
  } as const;
  return {
    ...more,
    ...{ kind: "account", accountId: id, sessionId: "s", name, email, operatorRole: "data_manager" },
    practices: [],
  };
}

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
  place = writeDelivery(path.join(folder, "..", path.basename(folder), "outside"), { practices, rows, details });
  dirk = await manager("Dirk");
});

const bytesOf = (name: FileName) => readFileSync(path.join(place, name));
async function* pieces(...parts: (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw await Promise.resolve(part);
    yield part;
  }
}
async function sendAll(): Promise<Upload> {
  const upload = await startUpload(dirk, Object.fromEntries(NAMES.map((name) => [name, bytesOf(name).length])));
  for (const name of NAMES) await addBytes(upload, name, 0, pieces(bytesOf(name)));
  return upload;
}
async function ended(id: string): Promise<string> {
  await expect.poll(() => runningCheck(id), { timeout: 10_000 }).toBeUndefined();
  return (await viewOf(id)).state;
}
const formOf = (files: [string, Buffer | string][]) => {
  const body = new FormData();
  for (const [name, bytes] of files) body.append("files", new Blob([new Uint8Array(Buffer.from(bytes))]), name);
  return new Request("http://localhost/leveringen/nieuw", { method: "POST", body });
};

describe("I-14 an upload in pieces", () => {
  it("I-14: goes on after a line that broke in the middle of a piece, byte for byte", async () => {
    const upload = await startUpload(dirk, Object.fromEntries(NAMES.map((name) => [name, bytesOf(name).length])));
    for (const name of NAMES) {
      const bytes = bytesOf(name);
      const [a, b] = [Math.floor(bytes.length / 3) + 1, Math.floor(bytes.length / 2) + 3];
      const broken = addBytes(upload, name, 0, pieces(bytes.subarray(0, a), bytes.subarray(a, b), new Error("reset")));
      await expect(broken).rejects.toThrow("reset");
      const at = (await offsetsOf(upload))[name];
      expect(at).toBe(b);
      await expect(addBytes(upload, name, 0, pieces(bytes))).rejects.toThrow("upload_offset");
      expect(await addBytes(upload, name, at, pieces(bytes.subarray(at)))).toEqual({
        offset: bytes.length,
        tooLarge: false,
      });
    }
    const taken = await takeUpload(dirk, await uploadOf(dirk, upload.id));
    if (!("delivery" in taken)) throw new Error("refused");
    // The sums of the manifest agree: what was put together is what was sent.
    expect(await ended(taken.delivery)).toBe("checked");
    expect(await db.select().from(publishedReleases)).toEqual([]);
  });

  it("C01 I-14: while it waits no patient number stands in plain text anywhere, and after the check nothing is left", async () => {
    const upload = await sendAll();
    const stored = readdirSync(uploadFolder(upload.id)).map((name) =>
      readFileSync(path.join(uploadFolder(upload.id), name)),
    );
    expect(stored).toHaveLength(4);
    for (const bytes of stored) expect(bytes.toString("latin1")).not.toMatch(/PAT0001|pseudo-|practice;|deliveryId/);
    const taken = await takeUpload(dirk, upload);
    expect("delivery" in taken && (await ended(taken.delivery))).toBe("checked");
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it("F03: no file becomes larger than announced, and no piece more than its file", async () => {
    const upload = await startUpload(dirk, { "manifest.json": 10 });
    expect((await addBytes(upload, "manifest.json", 0, pieces(Buffer.alloc(11)))).tooLarge).toBe(true);
    expect((await offsetsOf(upload))["manifest.json"]).toBe(0);
    const free = await startUpload(dirk, {});
    expect((await addBytes(free, "manifest.json", 0, pieces(Buffer.alloc(CHUNK)))).tooLarge).toBe(true);
  });

  it("Z02: an upload is its owner's alone, and for data managers", async () => {
    const { id } = await startUpload(dirk, {});
    await expect(uploadOf(await manager("Eva"), id)).rejects.toThrow("not_found");
    await expect(startUpload({ ...dirk, operatorRole: "agent" }, {})).rejects.toThrow("forbidden");
  });

  it("I-14 an upload that is not whole is not taken in; after 24 hours it is removed", async () => {
    const upload = await startUpload(dirk, { "manifest.json": 10 });
    await addBytes(upload, "manifest.json", 0, pieces(Buffer.alloc(5)));
    await expect(takeUpload(dirk, upload)).rejects.toThrow("upload_unfinished");
    const clock = { kind: "system" as const, name: "clock" };
    setClock(new Date(now().getTime() + 23 * 3_600_000));
    expect(await removeUploads(clock)).toBe(0);
    expect(existsSync(uploadFolder(upload.id))).toBe(true);
    setClock(new Date(now().getTime() + 2 * 3_600_000));
    expect(await removeUploads(clock)).toBe(1);
    expect(existsSync(uploadFolder(upload.id))).toBe(false);
    await expect(uploadOf(dirk, upload.id)).rejects.toThrow("not_found");
    const events = (await db.select({ event: auditLog.event }).from(auditLog)).map(({ event }) => event);
    expect(events).toEqual(["delivery.upload", "delivery.upload_remove"]);
  });
});

describe("I-14 a form with files", () => {
  it("I-14 the files of one form are taken in and checked, not published", async () => {
    const answer = await readWholeForm(dirk, formOf(NAMES.map((name) => [name, bytesOf(name)])));
    if (!("delivery" in answer)) throw new Error(JSON.stringify(answer));
    expect(await ended(answer.delivery)).toBe("checked");
    expect(await db.select().from(publishedReleases)).toEqual([]);
    const view = await viewOf(answer.delivery);
    expect(view.levels.map(({ outcome }) => outcome)).toEqual([...Array<string>(5).fill("done"), "nothing_to_compare"]);
    expect(view.receivedBy).toBe("Dirk");
  });

  it("F01: a name from outside never becomes a path", async () => {
    const before = readdirSync(folder).sort();
    for (const name of ["../../evil.csv", "..", "/etc/passwd", "values.csv.exe", "Values.csv", "values.csv\0.txt"])
      expect(await readWholeForm(dirk, formOf([[name, "x"]]))).toEqual({ error: "unknown_file" });
    expect(readdirSync(folder).sort()).toEqual([...new Set([...before, "uploads"])].sort());
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it("F03 I-14: no file, a file too large, and a form that breaks off say so and leave nothing", async () => {
    expect(await readWholeForm(dirk, formOf([]))).toEqual({ error: "none" });
    expect(await readWholeForm(dirk, formOf([["manifest.json", Buffer.alloc(70_000)]]))).toEqual({
      error: "too_large",
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const body = '--x\r\nContent-Disposition: form-data; name="files"; filename="values.csv"\r\n\r\nhalf';
    const broken = new Request("http://localhost/", { method: "POST", headers, body });
    await expect(readWholeForm(dirk, broken)).rejects.toThrow("broken_form");
    expect(readdirSync(uploadsFolder())).toEqual([]);
  });

  it("bad input 6 I-14: a manifest that cannot be read is told at once; faults in rows stand on the page of the delivery", async () => {
    const unread = await readWholeForm(
      dirk,
      formOf([
        ["manifest.json", "{"],
        ["practices.csv", "x"],
        ["values.csv", "x"],
      ]),
    );
    expect(unread).toEqual({ faults: [{ file: "manifest.json", code: "not_json" }] });
    const wrong = NAMES.map((name): [string, string] => [
      name,
      bytesOf(name).toString().replace(";40;100\n", ";4o;100\n"),
    ]);
    const answer = await readWholeForm(dirk, formOf(wrong));
    if (!("delivery" in answer)) throw new Error(JSON.stringify(answer));
    expect(await ended(answer.delivery)).toBe("refused");
    const view = await viewOf(answer.delivery);
    expect(view.faults[0]).toMatchObject({ file: "values.csv", column: "numerator", code: "pattern", detail: "4o" });
    expect(view.can).toEqual({ publish: false, drop: false, takeBack: false, check: false });
  });
});

it("I-14 X03: a check that broke off with the process is offered again, from the sealed files", async () => {
  const upload = await sendAll();
  const taken = await takeUpload(dirk, upload);
  if (!("delivery" in taken)) throw new Error("refused");
  await ended(taken.delivery);
  // As a killed process leaves it: state and row of the upload there, its files too, one of them laid out in plain.
  const again = await sendAll();
  await transaction(async (tx) => {
    const killed = { state: "checking" as const, upload: again.id };
    await tx.update(deliveries).set(killed).where(eq(deliveries.id, taken.delivery));
  });
  mkdirSync(path.join(uploadFolder(again.id), "plain"));
  writeFileSync(path.join(uploadFolder(again.id), "plain", "details.csv"), "left");
  await removeUploads({ kind: "system", name: "clock" });
  expect(readdirSync(uploadFolder(again.id)).sort()).toEqual([...NAMES].sort());
  expect(statSync(uploadFolder(again.id)).mode & 0o077).toBe(0);
  expect((await viewOf(taken.delivery)).can).toMatchObject({ check: true, drop: true, publish: false });
  await checkAgain(dirk, taken.delivery);
  expect(await ended(taken.delivery)).toBe("checked");
});

it("I-14 the page of a delivery holds no figure of one practice", async () => {
  const answer = await readWholeForm(dirk, formOf(NAMES.map((name) => [name, bytesOf(name)])));
  if (!("delivery" in answer)) throw new Error("refused");
  await ended(answer.delivery);
  const { preview } = await viewOf(answer.delivery);
  expect(Object.keys(preview ?? {}).sort()).toEqual(
    ["before", "findings", "fresh", "gone", "merged", "moved", "movers", "programmes", "totals"].sort(),
  );
  expect(JSON.stringify(preview)).not.toContain("0190000");
});
