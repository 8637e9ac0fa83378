import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { agb } from "./agb.ts";
import { factorCode } from "./code.ts";
import { birthDateOf, day } from "./day.ts";
import { addressKey, email, optionalEmail, sameAddress } from "./email.ts";
import { optionalName, personName } from "./name.ts";
import { optionalPostcode } from "./postcode.ts";
import { mobile, optionalTelephone } from "./telephone.ts";
import { faults } from "./texts.ts";
import { line, words } from "./words.ts";

type Kind = {
  safeParse: (typed: string) => { success: boolean; data?: unknown; error?: { issues: { message: string }[] } };
};
const read = (kind: Kind, typed: string) => {
  const { success, data, error } = kind.safeParse(typed);
  return success ? data : { fault: error?.issues[0]?.message };
};
const fault = (code: string) => ({ fault: code });

/** Names as people type them, and whether a form must take them. */
const typedNames = readFileSync("tests/fixtures/cases/names.txt", "utf8")
  .split(/\n# .*\n/)[0]!
  .split("\n")
  .filter((row) => row !== "" && !row.startsWith("#"))
  .map((row) => row.split(" | ") as [string, string, string]);

describe("a name", () => {
  it.each(typedNames)("O-32: %s: %s", (typed, must, why) => {
    if (must === "yes") expect(read(personName, typed), why).toMatch(/^[\p{L}’'. -]+$/u);
    else expect(read(personName, typed), why).toEqual(fault("long_name"));
  });

  it.each([
    ["  Jan \u00a0 Piet\u202f", "Jan Piet"],
    ["Ｊａｎ", "Jan"],
    ["Ĳsbrand", "IJsbrand"],
    ["Łukasz", "Łukasz"],
    ["Li–Wei", "Li-Wei"],
    ["d‘Arc", "d’Arc"],
    ["JAN", "JAN"],
    ["J.", "J."],
  ])("O-32: '%s' is %s", (typed, name) => expect(read(personName, typed)).toBe(name));

  it.each(["Jan2", "Jan <b>", "Jan\nPiet", "<b>", "☺", "-", "Jan\u202e"])("O-32: '%s' is none", (typed) =>
    expect(read(personName, typed)).toEqual(fault("name")),
  );

  it("O-32: who has one name leaves the first one empty", () => {
    expect(read(optionalName, " ")).toBe("");
    expect(read(personName, " ")).toEqual(fault("required"));
  });
});

describe("an e-mail address", () => {
  it.each([
    ["jan@linde.nl", "jan@linde.nl"],
    [" Jan.Piet+x@Linde.NL ", "Jan.Piet+x@Linde.NL"],
    ["jan@linde.nl.", "jan@linde.nl"],
    ["jan@linde.nl,", "jan@linde.nl"],
    ["mailto:jan@linde.nl", "jan@linde.nl"],
    ["jan＠linde．nl", "jan@linde.nl"],
    ["o’brien@linde.nl", "o'brien@linde.nl"],
    ["jan–piet@de‑linde.nl", "jan-piet@de-linde.nl"],
    ["info@praktijk-één.nl", "info@xn--praktijk-n-j7aa.nl"],
    ["info@apotheek.中国", "info@apotheek.xn--fiqs8s"],
    ["a@b.museum", "a@b.museum"],
  ])("O-33: '%s' is %s", (typed, address) => {
    expect(read(email, typed)).toBe(address);
    expect(read(optionalEmail, typed)).toBe(address);
  });

  it.each([
    "jan",
    "jan@",
    "@linde.nl",
    "jan@linde",
    "jan@@linde.nl",
    "jan@piet@linde.nl",
    "jan..piet@linde.nl",
    ".jan@linde.nl",
    "jan piet@linde.nl",
    "jan@lin de.nl",
    "jan@linde.nl\nBcc: piet@linde.nl",
    "Jan <jan@linde.nl>",
    "jan@-linde.nl",
    "jan@127.0.0.1",
    "jan@[127.0.0.1]",
    "jan@linde.nl/x",
    "jan@é%2e.nl",
    `${"j".repeat(65)}@linde.nl`,
    `jan@${"linde.".repeat(50)}nl`,
    "één@linde.nl",
  ])("O-33: '%s' is none", (typed) => expect(read(email, typed)).toEqual(fault("email")));

  it("O-33: none is said so, and is an answer where it may be", () => {
    expect(read(email, " ")).toEqual(fault("required"));
    expect(read(optionalEmail, " ")).toBe("");
  });

  it("O-33: one address is found again however it is typed, and what looks like it is another", () => {
    for (const typed of ["INFO@Praktijk-Één.nl", "info@xn--praktijk-n-j7aa.NL ", "info＠praktijk-één.nl."])
      expect(sameAddress(typed, "info@praktijk-één.nl"), typed).toBe(true);
    // A Cyrillic a.
    expect(sameAddress("jan@gmаil.com", "jan@gmail.com")).toBe(false);
    expect(addressKey("Geen adres ")).toBe("geen adres");
  });
});

describe("numbers, codes and days", () => {
  it.each([
    ["06 12 34 56 78", "+31612345678"],
    ["０６１２３４５６７８", "+31612345678"],
    ["06–12345678.", "+31612345678"],
    ["+31\u00a06 12345678", "+31612345678"],
    ["06", null],
  ])("O-32: mobile '%s' is %s", (typed, number) => expect(read(mobile, typed)).toBe(number));

  it.each([
    ["020 - 123 45 67", "020 - 123 45 67"],
    ["（020）1234567", "(020)1234567"],
    ["+32 2 123 45 67", "+32 2 123 45 67"],
    ["", ""],
  ])("O-32: telephone '%s' is %s", (typed, number) => expect(read(optionalTelephone, typed)).toBe(number));
  it.each(["12", "bel maar", "020 1234567 tst 2", "1".repeat(16), "020\n1234567"])("O-32: '%s' is none", (typed) =>
    expect(read(optionalTelephone, typed)).toEqual(fault("phone")),
  );

  it("O-32: AGB codes, postcodes and codes of a factor are read as keyboards make them", () => {
    expect(read(agb, "０１０１ 2345")).toBe("01012345");
    expect(read(agb, "01-012345.")).toBe("01012345");
    expect(read(agb, "1012345")).toEqual(fault("lost_zero"));
    expect(read(optionalPostcode, "1234\u00a0ab")).toBe("1234 AB");
    expect(read(optionalPostcode, "１２３４ＡＢ")).toBe("1234 AB");
    expect(read(optionalPostcode, "12345")).toEqual(fault("postcode"));
    expect(read(factorCode, " 123-456\u00a0")).toBe("123456");
    expect(read(factorCode, "１２３ ４５６")).toBe("123456");
  });

  it("O-32: a day as a calendar, a browser without one, or a person writes it", () => {
    for (const typed of ["2026-03-07", "7-3-2026", "07/03/2026", "7.3.2026", "7 3 2026", "７-３-２０２６"])
      expect(read(day, typed), typed).toBe("2026-03-07");
    for (const typed of ["", "2026-02-30", "31-4-2026", "7-3-26", "2026-00-00", "morgen"])
      expect(read(day, typed), typed).toEqual(fault("date"));
    expect(birthDateOf({ day: "7", month: "3", year: "1984" }, "2026-11-28")).toBe("1984-03-07");
    expect(birthDateOf({ day: "29", month: "11", year: "2026" }, "2026-11-28")).toBeNull();
  });

  it("O-32: a line holds no breaks, and words keep theirs", () => {
    expect(read(line(20), " Zorggroep\r\nNoord ")).toBe("Zorggroep Noord");
    expect(read(line(5), "Zorggroep")).toEqual(fault("long"));
    expect(read(words(20), "een\ntwee ")).toBe("een\ntwee");
  });

  it("O-32: every fault of a kind has words in both languages", () => {
    expect(Object.keys(faults.nl)).toEqual(Object.keys(faults.en));
    const codes = ["required", "long", "name", "long_name", "email", "phone", "postcode", "date", "birth"];
    expect(Object.keys(faults.nl)).toEqual(expect.arrayContaining(codes));
  });
});
