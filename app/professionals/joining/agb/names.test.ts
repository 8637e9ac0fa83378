import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { connectedForm } from "../form.ts";
import { initialsMatch, matchingSurname } from "./names.ts";

/** The cases stand in blocks under a heading that begins with `#`; cells are parted by ` | `. */
const [surnames = [], register = [], initials = []] = readFileSync("tests/fixtures/cases/names.txt", "utf8")
  .split(/^# .*$/m)
  .slice(1)
  .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
  .map((lines) => lines.map((line) => line.split(" | ")));

const entry = (lastName: string) => ({
  agbPractitioner: "01012345",
  agbPractice: "01054321",
  firstName: "Bram",
  lastName,
  practiceEmail: "post@praktijk.example",
  practiceEmailAgain: "post@praktijk.example",
  ownEmail: "",
  mobile: "",
  careGroups: [],
  otherCareGroup: "",
});
const faultOf = (lastName: string) =>
  connectedForm.safeParse(entry(lastName)).error?.issues.find(({ path }) => path[0] === "lastName")?.message;

describe("M-62 names as people type them", () => {
  it("M-62 all cases are there", () => {
    expect([surnames.length, register.length, initials.length]).toEqual([10, 6, 3]);
  });

  it.each(surnames)("M-62 the form takes %s: %s", (typed, outcome) => {
    expect(faultOf(typed)).toBe(outcome === "yes" ? undefined : "long_name");
  });

  it("M-62 what another keyboard makes of an apostrophe, hyphen or space is kept in one way", () => {
    const kept = (typed: string) => connectedForm.parse(entry(typed)).lastName;
    expect(["’t Hart", "‘t Hart", "´t Hart", "`t Hart"].map(kept)).toEqual(Array.from({ length: 4 }, () => "’t Hart"));
    expect(["Jansen\u2010Bos", "Jansen\u2011Bos", "Jansen–Bos"].map(kept)).toEqual(
      Array.from({ length: 3 }, () => "Jansen-Bos"),
    );
    expect(kept("Jansen\u00a0de  Vries")).toBe("Jansen de Vries");
  });

  it.each(["Jan2", "Jan\nBos", "<b>Bos</b>", "Bos@home", "12345", "-", "'"])("M-62 no name: %s", (typed) => {
    expect(faultOf(typed)).toBe("name");
  });

  it.each(register)("M-62 %s is %s of the register", (typed, known) => {
    expect(matchingSurname(typed, { name: known, birthName: null })).toBe("name");
  });

  it("M-62 another name stays another name", () => {
    expect(matchingSurname("Muller", { name: "Molenaar", birthName: null })).toBeNull();
    expect(matchingSurname("Du", { name: "De", birthName: null })).toBeNull();
    expect(matchingSurname("van", { name: "van den Berg", birthName: null })).toBeNull();
  });

  it.each(initials)("M-62 %s has the initials %s", (firstName, known) => {
    expect(initialsMatch(firstName, known)).toBe(true);
  });
});
