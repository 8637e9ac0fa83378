import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#app/shared/clock.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { askRegister } from "./ask.server.ts";
import { readRegisterFile } from "./file.ts";
import type { AgbRegister } from "./register.ts";
import { replaceRegister } from "./replace.server.ts";
import type { Entered } from "./judgement.ts";
import { checkAgainstRegister, registerPhones, type Rule } from "./rules.ts";

const good: Entered = {
  agbPractitioner: "01012345",
  agbPractice: "01054321",
  firstName: "Anna",
  lastName: "van den Berg",
  practiceEmail: "praktijk@delinde.example",
};

beforeAll(async () => {
  await freshDatabase();
  const file = readRegisterFile(readFileSync("scripts/data/agb-demo.csv", "utf8"));
  expect(file.faults).toEqual([]);
  await replaceRegister({ kind: "system", name: "test" }, file);
});

async function judge(change: Partial<Entered>, register?: AgbRegister) {
  const entered = { ...good, ...change };
  const findings = checkAgainstRegister(entered, await askRegister(entered, register));
  const of = (outcome: string) => findings.filter((one) => one.outcome === outcome).map((one) => one.rule);
  return { findings, fails: of("fail"), unknowns: of("unknown") };
}
type Person = Partial<Entered>;
const at = (agbPractitioner: string, firstName: string, lastName: string, more: Person = {}): Person => ({
  agbPractitioner,
  firstName,
  lastName,
  ...more,
});
const brug = { agbPractice: "01054350", practiceEmail: "contact@debrug.example" };

describe("A2 I-05: rules of the register", () => {
  it.each<[string, Person]>([
    ["a GP in order", {}],
    ["first names written as initials", { firstName: "A.M." }],
    ["surname without its prefix", { lastName: "Berg" }],
    ["mail address in other case", { practiceEmail: "Praktijk@DeLinde.example" }],
    ["accents and apostrophes", at("01020010", "Eva", "van ’t Hof")],
    [
      "birth name",
      at("01012351", "Sanne", "Hendriks", { agbPractice: "71000001", practiceEmail: "info@aandevaart.example" }),
    ],
    [
      "both names",
      at("01012351", "Sanne", "Hendriks-Bos", { agbPractice: "71000001", practiceEmail: "info@aandevaart.example" }),
    ],
    [
      "through location and legal entity",
      at("01012350", "Jan Willem", "de Vries", { agbPractice: "71000001", practiceEmail: "info@aandevaart.example" }),
    ],
    [
      "the legal entity's mail address",
      at("01012350", "Jan", "de Vries", { agbPractice: "71000001", practiceEmail: "bestuur@aandevaart.example" }),
    ],
    [
      "dispensing GP",
      at("01012360", "Tom", "Veldkamp", { agbPractice: "01054340", practiceEmail: "praktijk@veldzicht.example" }),
    ],
    [
      "pharmacist",
      at("02012345", "Els", "Smit", { agbPractice: "02034567", practiceEmail: "apotheek@devijzel.example" }),
    ],
    [
      "care group",
      at("01012370", "Henk", "Dijkstra", {
        agbPractice: "53010001",
        practiceEmail: "bureau@zorggroepwaterland.example",
      }),
    ],
    [
      "GP of a practice that takes part in the care group",
      { agbPractice: "53010001", practiceEmail: "bureau@zorggroepwaterland.example" },
    ],
  ])("%s passes every rule", async (_, change) => {
    expect(await judge(change)).toMatchObject({ fails: [], unknowns: [] });
  });

  it.each<[string, Person, Rule[]]>([
    ["unknown practice", { agbPractice: "01099999" }, ["practice_known", "relation"]],
    ["ended code", at("01020001", "Rik", "Kuiper"), ["practitioner_active"]],
    ["code not yet valid", at("01020011", "Mia", "Willems"), ["practitioner_active", "relation"]],
    ["locum only", at("01020002", "Lot", "Mulder"), ["practitioner_qualified"]],
    ["medical specialist", at("03020003", "Kim", "Peters"), ["practitioner_care", "practitioner_qualified"]],
    ["no relation", at("01020005", "Iris", "Brouwer"), ["relation"]],
    ["relation ended", at("01020006", "Piet", "Schouten"), ["relation"]],
    ["relation in the future", at("01020009", "Gijs", "Postma"), ["relation"]],
    [
      "legal entity no longer owns the location",
      at("01020018", "Niek", "Bakker", { agbPractice: "71000002", practiceEmail: "info@zonderband.example" }),
      ["relation"],
    ],
    ["other surname", at("01020007", "Cas", "Jaspers"), ["name"]],
    ["other initials", at("01020008", "Bram", "Hoekstra"), ["initials"]],
    [
      "practice address differs",
      at("01020014", "Otto", "van Dam", { ...brug, practiceEmail: "praktijk@vandam.example" }),
      ["practice_email"],
    ],
    [
      "practice ended",
      at("01020016", "Jet", "Slot", { agbPractice: "01054352", practiceEmail: "info@hetslot.example" }),
      ["practice_active"],
    ],
    [
      "a hospital",
      at("01020017", "Frits", "Groot", { agbPractice: "06054354", practiceEmail: "info@zkhwaterdam.example" }),
      ["practice_care"],
    ],
    ["one code twice", { agbPractice: "01012345" }, ["codes", "practice_known", "relation"]],
  ])("%s fails exactly where it should", async (_, change, rules) => {
    expect((await judge(change)).fails).toEqual(rules);
  });

  it("unknown person and swapped codes: the parties are not there, what rests on them is unknown", async () => {
    for (const change of [{ agbPractitioner: "01099999" }, { agbPractitioner: "01054321", agbPractice: "01012345" }]) {
      const { fails, unknowns } = await judge(change);
      expect(fails).toContain("practitioner_known");
      expect(unknowns).toEqual(expect.arrayContaining(["practitioner_active", "practitioner_qualified", "name"]));
    }
  });

  it("no number or address in the register is unknown, not passed; a legal entity's number counts", async () => {
    const silent = at("01020015", "Vera", "Stil", { agbPractice: "01054351", practiceEmail: "post@destilte.example" });
    expect((await judge(silent)).unknowns).toEqual(["practice_phone"]);
    const unlisted = at("01020013", "Dirk", "Prins", {
      agbPractice: "01054353",
      practiceEmail: "x@ijsselzicht.example",
    });
    expect((await judge(unlisted)).unknowns).toEqual(["practice_email"]);
    const terp = { ...good, agbPractice: "71000003" };
    expect(registerPhones(await askRegister(terp))).toEqual(["0599 550 117"]);
  });

  it("a register that does not answer leaves everything unknown and passes nothing but the shape of the codes", async () => {
    const dead = async () => ({ state: "unreachable" as const });
    const register: AgbRegister = {
      source: "register_service",
      findPractitioner: dead,
      findPractice: dead,
      relations: dead,
    };
    const { findings, fails } = await judge({}, register);
    expect(fails).toEqual([]);
    expect(findings.filter((one) => one.outcome === "pass").map((one) => one.rule)).toEqual(["codes"]);
  });

  it("an end date is the last valid day, Dutch time", async () => {
    const change = at("01020009", "Gijs", "Postma");
    setClock(new Date("2027-05-31T21:59:00Z"));
    expect((await judge(change)).fails).toEqual(["relation"]);
    setClock(new Date("2027-05-31T22:00:00Z"));
    expect((await judge(change)).fails).toEqual([]);
  });
});
