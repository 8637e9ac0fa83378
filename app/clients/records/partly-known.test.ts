import { to } from "#app/shared/address.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptSignUp } from "#app/clients/accounts/match/decide.server.ts";
import { signUpWithCandidates } from "#app/clients/accounts/match/find.server.ts";
import { signUpForm } from "#app/clients/accounts/mailed/sign-up-form.ts";
import { newPersonForm } from "#app/clients/accounts/digid/join-network.server.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { mayBeOneDay } from "#app/shared/birth-date.ts";
import { Conflict } from "#app/shared/errors.ts";
import { parseForm } from "#app/shared/form.ts";
import { transaction } from "#db/client.server.ts";
import { formatBirthDate } from "#app/ui/format.ts";
import { aCareRelation, aClient, aPerson } from "#tests/client-world.ts";
import { aClinician } from "#tests/clinic-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { aStaffMember, lastMail, signedUp } from "#tests/mailed-world.ts";
import { lookAtOwnClients } from "./care/own-clients.server.ts";
import { lookAtProfile } from "./read/profile.server.ts";
import { nameLikeness } from "./similar-name.ts";

beforeEach(async () => {
  await freshDatabase();
});

describe("birth dates known in part", () => {
  it.each([
    ["1950-06-09", "9 juni 1950", "9 June 1950"],
    ["1950-06-00", "juni 1950", "June 1950"],
    ["1950-00-00", "1950", "1950"],
    ["0000-00-00", "niet bekend", "not known"],
  ])("M-38 %s is said in words", (written, nl, en) => {
    expect(formatBirthDate(written, "nl")).toBe(nl);
    expect(formatBirthDate(written, "en")).toBe(en);
  });

  it.each([
    ["1950-06-09", "1950-06-09", true],
    ["1950-06-09", "1950-06-00", true],
    ["1950-00-00", "1950-06-09", true],
    ["1950-06-00", "1950-00-00", true],
    ["0000-00-00", "1950-06-09", true],
    ["1950-06-09", "1950-06-10", false],
    ["1950-06-09", "1950-07-00", false],
    ["1951-00-00", "1950-06-09", false],
  ])("M-38 whether %s and %s may be one day: %s", (a, b, may) => {
    expect(mayBeOneDay(a, b)).toBe(may);
    expect(mayBeOneDay(b, a)).toBe(may);
  });

  it("M-38 somebody who types a whole date is offered those known in part to staff, who settle it; the whole one first", async () => {
    const here = { environmentId: "delinde" };
    const year = await aPerson({ ...here, birthDate: "1984-00-00" });
    const unknown = await aPerson({ ...here, birthDate: "0000-00-00" });
    const whole = await aPerson(here);
    const month = await aPerson({ ...here, birthDate: "1984-03-00" });
    const other = await aPerson({ ...here, birthDate: "1984-04-00" });
    const staff = await aStaffMember();
    const account = await signedUp();
    const { candidates } = await signUpWithCandidates(staff, account.id);
    expect(candidates.map(({ personId }) => personId)).toEqual([whole.id, month.id, year.id, unknown.id]);
    expect(account).toMatchObject({ state: "signed_up", personId: null });
    await expect(acceptSignUp(staff, { id: account.id }, other.id, ["birth_date"])).rejects.toThrow(Conflict);
    await acceptSignUp(staff, { id: account.id }, year.id, ["birth_date"]);
  });
});

describe("persons with one name", () => {
  const one = { firstName: "", lastName: "Mononiem" };

  it("M-26 are named without a stray space, to themselves, to staff and to their clinician, and greeted by that name", async () => {
    const person = await aPerson({ ...one, bsn: "999991772", environmentId: "getij" });
    await aCareRelation(person, "BEH-001");
    const { actor } = await aClient(person, { account: { email: "mono@voorbeeld.example" } });
    expect(actor.name).toBe("Mononiem");
    const profile = await lookAtProfile(actor, environmentOf("getij"));
    expect(profile).toMatchObject({ profile: { name: "Mononiem" } });
    expect(await lookAtOwnClients(await aClinician(), "")).toMatchObject([{ name: "Mononiem" }]);
    await transaction((tx) =>
      tellNews(tx, person, to("/mijn/:environment/zorgdossier", { environment: person.environmentId })),
    );
    expect((await lastMail("mono@voorbeeld.example"))?.text).toContain("Beste Mononiem,");
  });

  it("M-26 sign up at both doors without a first name; spaces are none", () => {
    const birth = { day: "7", month: "3", year: "1984" };
    const mailed = new FormData();
    const address = { email: "mono@voorbeeld.example", emailAgain: "mono@voorbeeld.example", password: "x" };
    const joined = new FormData();
    for (const [name, value] of Object.entries({ ...one, firstName: " ", ...birth })) {
      mailed.set(name, value);
      joined.set(name, value);
    }
    for (const [name, value] of Object.entries(address)) mailed.set(name, value);
    expect(parseForm(signUpForm, mailed)).toMatchObject({ ok: true, value: one });
    expect(parseForm(newPersonForm, joined)).toMatchObject({ ok: true, value: one });
  });

  it.each([
    ["the same", { firstName: "", lastName: "Mononiem" }, 4],
    ["typed in both fields", { firstName: "Mononiem", lastName: "Mononiem" }, 3],
    ["typed as first name", { firstName: "Mononiem", lastName: "Onbekend" }, 2],
    ["somebody else", { firstName: "Els", lastName: "Vermeer" }, 0],
  ])("M-26 are found by the one name: %s", (_, typed, likeness) => {
    expect(nameLikeness(typed, one)).toBe(likeness);
    expect(nameLikeness(one, typed)).toBe(likeness);
  });
});
