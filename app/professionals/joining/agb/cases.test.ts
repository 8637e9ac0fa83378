import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRegisterBytes } from "./file.ts";

const read = (name: string) => readRegisterBytes(readFileSync(`tests/fixtures/cases/agb/${name}.csv`));

describe("M-63 register files as programs save them", () => {
  it.each(["bom", "puntkomma", "utf16", "plus"])("M-63 %s is read", (name) => {
    const { faults, parties, relations } = read(name);
    expect(faults).toEqual([]);
    expect(parties.length).toBeGreaterThanOrEqual(4);
    expect(parties.find(({ agb }) => agb === "01054399")).toMatchObject({ name: "Huisartsenpraktijk Proef" });
    expect(parties.every(({ name: said }) => !said.includes("\ufffd"))).toBe(true);
    expect(relations.every(({ agbA }) => /^\d{8}$/.test(agbA))).toBe(true);
  });

  it("M-63 the same table in four dresses gives the same register", () => {
    const [bom, semicolons, wide] = ["bom", "puntkomma", "utf16"].map(read);
    expect(semicolons).toEqual(bom);
    expect(wide).toEqual(bom);
  });

  it("M-63 lost zeros are named", () => {
    expect(read("nullen").faults[0]?.words).toContain("the leading zero is lost");
  });

  it("M-63 a file in the letters of Windows is told how to be saved, not guessed at", () => {
    const { faults, parties } = read("ansi");
    expect(parties).toEqual([]);
    expect(faults[0]?.words).toMatch(/not UTF-8.*CSV UTF-8/);
  });

  it("M-63 dates with the day first are told as such", () => {
    const { faults } = read("dmj");
    expect(faults[0]?.words).toMatch(/"01-01-2001" has the day first.*2001-01-01/);
  });
});
