import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { frozenFaults, presentMigrations } from "./frozen.ts";

let folder = "";
let list = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-frozen-"));
  cpSync("db/migrations", folder, { recursive: true });
  list = path.join(folder, "frozen.json");
  writeFileSync(list, JSON.stringify(presentMigrations(folder)));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sql = (tag: string) => path.join(folder, `${tag}.sql`);
type Journal = { entries: { idx: number; when: number; tag: string }[] };
const journal = (change: (entries: Journal["entries"]) => Journal["entries"]) => {
  const file = path.join(folder, "meta/_journal.json");
  const kept = JSON.parse(readFileSync(file, "utf8")) as Journal;
  writeFileSync(file, JSON.stringify({ ...kept, entries: change(kept.entries) }));
};
const added = (when: number) => {
  journal((entries) => [...entries, { idx: entries.length, when, tag: "9999_added" }]);
  writeFileSync(sql("9999_added"), "select 1;");
};

describe("M-66 migrations that came out", () => {
  test("M-66: stay as they are here, and one that is added is fine", () => {
    expect(frozenFaults()).toEqual([]);
    added(Date.parse("2100-01-01"));
    expect(frozenFaults(folder, list)).toEqual([]);
  });

  test("M-66: line ends as git gives them out on another machine are no change", () => {
    const text = readFileSync(sql("0000_start"), "utf8");
    writeFileSync(sql("0000_start"), text.replace(/\n/g, "\r\n"));
    expect(frozenFaults(folder, list)).toEqual([]);
  });

  test.each<[string, () => void, RegExp]>([
    ["changed", () => writeFileSync(sql("0000_start"), "select 1;"), /0000_start\.sql: came out, so it stays as it is/],
    ["emptied", () => rmSync(sql("0000_start")), /0000_start\.sql: came out, so it stays as it is/],
    [
      "generated anew",
      () => journal(([first, ...rest]) => [{ ...first!, when: first!.when + 1 }, ...rest]),
      /as it is/,
    ],
    ["left out", () => journal((entries) => entries.slice(1)), /0000_start\.sql: came out, so it stays in its place/],
    ["renamed", () => journal(([first, ...rest]) => [{ ...first!, tag: "0000_begin" }, ...rest]), /in its place/],
    ["followed by an older one, which no database would run", () => added(1), /9999_added\.sql: older than/],
  ])("M-66: one that is %s is refused", (_how, change, words) => {
    change();
    expect(frozenFaults(folder, list).join("\n")).toMatch(words);
  });
});
