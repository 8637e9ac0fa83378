import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { readFile, recordFile, storeFile } from "./store.server.ts";
import { sweepFiles } from "./sweep.server.ts";

const bytes = Buffer.from("een vertrouwelijk document");
const facts = { kind: "document", name: "machtiging.pdf", mediaType: "application/pdf", bytes };
let folder: string;

async function keep() {
  const stored = await storeFile(facts);
  return transaction((tx) => recordFile(tx, stored));
}

beforeEach(async () => {
  folder = path.join(await freshDatabase(), "files");
});

describe("the file store", () => {
  it("C02: what is stored comes back, and the disk holds neither content nor name, for the owner's eyes only", async () => {
    const id = await keep();
    expect(await readFile(id)).toMatchObject({ name: "machtiging.pdf", size: bytes.length, bytes });
    expect(readdirSync(folder)).toEqual([id]);
    const raw = readFileSync(path.join(folder, id));
    expect(raw.includes("vertrouwelijk") || raw.includes("machtiging")).toBe(false);
    expect(statSync(path.join(folder, id)).mode & 0o077).toBe(0);
  });

  it("C02: any flipped byte fails to open", async () => {
    const id = await keep();
    const file = path.join(folder, id);
    const raw = readFileSync(file);
    for (let at = 0; at < raw.length; at += 7) {
      const broken = Buffer.from(raw);
      broken[at]! ^= 1;
      writeFileSync(file, broken);
      await expect(readFile(id), `byte ${at}`).rejects.toThrow();
    }
  });

  it("C02: bytes moved to another file's place fail to open", async () => {
    const [one, other] = [await keep(), await keep()];
    renameSync(path.join(folder, one), path.join(folder, other));
    await expect(readFile(other)).rejects.toThrow();
  });

  it("C02: the same content is never stored twice as the same bytes", async () => {
    const [one, other] = [await keep(), await keep()];
    const read = (id: string) => readFileSync(path.join(folder, id)).subarray(-bytes.length);
    expect(read(one).equals(read(other))).toBe(false);
  });

  it("X03: a file whose transaction never came is not there for anybody, and is swept a day later", async () => {
    const stray = await storeFile(facts);
    await expect(readFile(stray.id)).rejects.toThrow("not_found");
    const kept = await keep();
    expect(await sweepFiles()).toBe(0);
    utimesSync(path.join(folder, stray.id), 1, 1);
    expect(await sweepFiles()).toBe(1);
    expect(readdirSync(folder)).toEqual([kept]);
  });
});
