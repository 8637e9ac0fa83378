import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.server.ts";
import { agbParties, agbRelations } from "#db/schema/joining.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { readRegisterFile } from "./file.ts";
import { replaceRegister } from "./replace.server.ts";

const demo = readFileSync("scripts/data/agb-demo.csv", "utf8");
const heading = `${demo.split("\n")[0]!}\n`;
const person = (agb: string, rest = "Bos,B.,,,01,0101,,,,2010-01-01,,,,") => `person,${agb},${rest}\n`;
const system = { kind: "system" as const, name: "test" };
const faults = (text: string) => readRegisterFile(text).faults.map((one) => `${one.line} ${one.column}: ${one.words}`);

beforeEach(async () => {
  await freshDatabase();
});
afterEach(() => vi.unstubAllEnvs());

describe("A2: import of a register file", () => {
  it("reads the demo register; a second time nothing changes", async () => {
    const file = readRegisterFile(demo);
    const first = await replaceRegister(system, file);
    expect(first).toMatchObject({ changed: 0, removed: 0, unchanged: 0 });
    expect(file.parties.length).toBeGreaterThanOrEqual(55);
    expect(await replaceRegister(system, file)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: first.added });
  });

  it("O-52: run twice, as a database may ask, it counts and keeps each relation once", async () => {
    vi.stubEnv("TRANSACTIONS", "twice");
    reloadConfig();
    const file = readRegisterFile(demo);
    const first = await replaceRegister(system, file);
    expect(first.added).toBe(file.parties.length + file.relations.length);
    expect(await replaceRegister(system, file)).toEqual({ added: 0, changed: 0, removed: 0, unchanged: first.added });
    expect(await db.$count(agbRelations)).toBe(file.relations.length);
  });

  it("a newer file adds, changes and removes, and reports progress to the end", async () => {
    await replaceRegister(system, readRegisterFile(demo));
    const newer = readRegisterFile(heading + person("01012345") + person("01077777"));
    const seen: number[] = [];
    const result = await replaceRegister(system, newer, (done, total) => seen.push(done / total));
    expect(result).toMatchObject({ added: 1, changed: 1, unchanged: 0 });
    expect(seen.at(-1)).toBe(1);
    expect(await db.$count(agbParties)).toBe(2);
    expect(await db.$count(agbRelations)).toBe(0);
  });

  it.each<[string, string, string]>([
    ["a code twice", heading + person("01000001") + person("01000001"), '3 agb: "01000001" stands on line 2 already'],
    ["seven digits", heading + person("1000001"), '2 agb: "1000001" has seven digits: the leading zero is lost'],
    [
      "a date that is none",
      heading + person("01000001", "Bos,B.,,,01,0101,,,,2010-02-30,,,,"),
      '2 starts_on: "2010-02-30" is not a date (YYYY-MM-DD)',
    ],
    [
      "end before start",
      heading + person("01000001", "Bos,B.,,,01,0101,,,,2010-02-03,2009-01-01,,,"),
      "2 ends_on: lies before starts_on",
    ],
    [
      "an unknown kind",
      heading + person("01000001").replace("person", "robot"),
      '2 kind: "robot" is not one of person, organisation, location, relation',
    ],
    ["a cell too few", `${heading}person,01000001\n`, "2 -: 2 cells instead of 16"],
    [
      "another heading",
      demo.replace("care_kind", "zorgsoort"),
      '1 care_kind: the heading is "zorgsoort" and should be "care_kind"',
    ],
    [
      "a relation of nobody",
      `${heading}${person("01000001")}relation,01000001,,,,,,,,,,2010-01-01,,01000009,works_at,\n`,
      '3 related_agb: "01000009" is not a party in this file',
    ],
    ["a quote that stays open", `${heading}person,"0100`, "2 -: a quoted cell is not closed"],
  ])("%s is named with line and column", (_, text, words) => {
    expect(faults(text)).toContain(words);
  });

  it("quotes, line ends in cells and a byte order mark are read", () => {
    const text =
      `\uFEFF${heading}${person("01000001", '"Bos, ""de"" groot",B.,,,01,0101,,,,2010-01-01,,,,')}`.replaceAll(
        "\n",
        "\r\n",
      );
    expect(readRegisterFile(text)).toMatchObject({ faults: [], parties: [{ name: 'Bos, "de" groot' }] });
  });

  it.each(["\n", "\r\n"])(
    "O-81: a fault is told with the line it stands on, also below a cell of several lines (%j)",
    (end) => {
      const long = person("01000001", '"Bos\nde\nGroot",B.,,,01,0101,,,,2010-01-01,,,,');
      const text = `${heading}\n${long}\n${person("1000002")}`.replaceAll("\n", end);
      expect(faults(text)).toEqual(['7 agb: "1000002" has seven digits: the leading zero is lost']);
      expect(faults(text.replace("1000002", '01000002,"open'))).toContain("7 -: a quoted cell is not closed");
    },
  );
});
