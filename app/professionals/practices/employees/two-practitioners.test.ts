import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import { requireAgent } from "#app/platform/rights/guards.server.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations } from "#db/schema/joining.ts";
import { accounts } from "#db/schema/doors.ts";
import { employeeRequests, grants, memberships } from "#db/schema/practices.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount, aMember } from "#tests/factories.ts";
import { aColleague, aGrant, anEmployee, aReader, cookieOf } from "#tests/report-world.ts";
import { loader as adminPage } from "../pages/admin.tsx";
import { action as ask } from "../pages/ask-employee.tsx";
import { action as act, loader as page } from "../pages/employee.tsx";
import { loader as practicePage } from "../pages/practice.tsx";
import { approveEmployee, takeUpEmployee } from "./decide.server.ts";

type World = Awaited<ReturnType<typeof world>>;
type Fields = Record<string, string | string[]>;

beforeEach(async () => {
  await freshDatabase();
});

/** Noor and Ilse in one practice; both gave Sanne access, Ilse to diabetes only. */
async function world() {
  const noor = await aReader();
  const ilse = await aColleague(noor, { language: "en" });
  const sanne = await anEmployee(noor, "all", true);
  const person = { accountId: sanne.account.id, practiceId: noor.practice.id };
  await transaction(async (tx) => {
    await tx.update(accounts).set({ firstName: "Sanne", lastName: "de Boer" }).where(eq(accounts.id, person.accountId));
  });
  await aGrant(ilse, person, { reportGroups: ["dm2"], startsOn: "2026-11-01", endsOn: "2027-03-31" });
  return { noor, ilse, sanne, person, id: sanne.membership.id };
}

const call = (cookie: string, id: string, fields?: Fields, query = "") => {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields ?? {}))
    for (const value of [values].flat()) form.append(name, value);
  const body = fields && { method: "POST", body: form };
  const request = new Request(`http://localhost/administratie/medewerkers/${id}${query}`, {
    ...body,
    headers: { cookie },
  });
  return { request, params: { id }, context: {}, unstable_pattern: "" };
};
const see = ({ id }: World, cookie: string) => page(call(cookie, id));
type Refused = { data: { errors: Record<string, string>; typed: Record<string, unknown> }; init: { status: number } };
const post = async ({ id }: World, cookie: string, fields: Fields) =>
  (await act(call(cookie, id, fields))) as unknown as Response & Refused;
const saved = (answer: unknown) => (answer instanceof Response ? answer.status : answer);
/** A form as it stands on the page, with what is changed in it. */
async function formOf(given: World, cookie: string, change: Fields = {}): Promise<Fields> {
  const { form } = await see(given, cookie);
  const { reports, patientDetails, groups, reportGroups, startsOn, endsOn, version } = form;
  const yes = (on: boolean | null) => (on ? "yes" : "no");
  return {
    ...{ act: "change", reports: yes(reports), patientDetails: yes(patientDetails), groups: groups ?? "" },
    ...{ reportGroups, startsOn, endsOn: endsOn ?? "", version: String(version), ...change },
  };
}
const standing = ({ person }: World, grantedBy: string) =>
  db
    .select()
    .from(grants)
    .where(and(eq(grants.accountId, person.accountId), eq(grants.grantedBy, grantedBy), isNull(grants.withdrawnAt)));
const rightsOf = async ({ person }: World) => (await practiceRights(person.accountId))[0];
async function mailsTo(to: string) {
  await deliverDue();
  return devInbox(to);
}
const pass = (minutes: number) => setClock(new Date(now().getTime() + minutes * 60_000));

describe("two practitioners, one employee", () => {
  it("M-75: each grant shows who gave it, one's own first, and the form holds one's own alone", async () => {
    const given = await world();
    const forNoor = await see(given, given.noor.cookie);
    expect(forNoor.given.map(({ own, by }) => [own, by])).toEqual([
      [true, "Noor Waterman"],
      [false, "Ilse Kramer"],
    ]);
    expect(forNoor.form).toMatchObject({ reports: true, patientDetails: true, groups: "all", endsOn: null });
    const forIlse = await see(given, given.ilse.cookie);
    expect(forIlse.given.map(({ own, by }) => [own, by])).toEqual([
      [true, "Ilse Kramer"],
      [false, "Noor Waterman"],
    ]);
    expect(forIlse.form).toMatchObject({
      ...{ reports: true, patientDetails: false, groups: "listed", reportGroups: ["dm2"] },
      ...{ startsOn: "2026-11-01", endsOn: "2027-03-31" },
    });
  });

  it("M-75: who gave nothing has an empty form, and sees whose grant it is", async () => {
    const given = await world();
    const third = await aColleague(given.noor, { agb: "01000003", firstName: "Ruud", lastName: "Bakker" });
    const { given: shown, form } = await see(given, third.cookie);
    expect(shown.map(({ own }) => own)).toEqual([false, false]);
    expect(form).toMatchObject({ reports: null, patientDetails: null, groups: null, reportGroups: [], version: 0 });
  });

  it("M-75: taking away ends one's own, and the page says what stays and through whom", async () => {
    const given = await world();
    const answer = await post(given, given.noor.cookie, { act: "withdraw" });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/administratie/medewerkers/${given.id}?gedaan=ingetrokken`,
    ]);
    expect(await rightsOf(given)).toMatchObject({ reports: true, patientDetails: false, reportGroups: ["dm2"] });
    const after = await page(call(given.noor.cookie, given.id, undefined, "?gedaan=ingetrokken"));
    expect(after.done).toBe("ingetrokken");
    expect(after.given).toMatchObject([{ own: false, by: "Ilse Kramer", reportGroups: ["dm2"], standing: "works" }]);
    expect(after.taken).toMatchObject([{ by: "Noor Waterman" }]);
    await post(given, given.ilse.cookie, { act: "withdraw" });
    expect(await rightsOf(given)).toMatchObject({ reports: false, reportGroups: [] });
  });

  it("M-75: the other practitioner is told in the own language and without names; the employee hears that it changed", async () => {
    const given = await world();
    await post(given, given.noor.cookie, { act: "withdraw" });
    const told = await mailsTo(given.ilse.gp.email);
    expect(told).toHaveLength(1);
    expect(told[0]!.subject).toMatch(/colleague|employee/i);
    expect(told[0]!.text).toContain(`/administratie/medewerkers/${given.id}`);
    expect(`${told[0]!.subject} ${told[0]!.text}`).not.toMatch(/Noor|Waterman|delinde|Ilse Kramer.*Noor/);
    expect(await mailsTo(given.noor.gp.email)).toEqual([]);
    const [heard] = await mailsTo(given.sanne.account.email);
    expect(heard!.text).toContain("/praktijk");
    expect(heard!.text).not.toMatch(/Noor Waterman|Ilse|diabetes/i);
  });

  it("M-75: nobody is told when nobody else gave access", async () => {
    const given = await world();
    await post(given, given.ilse.cookie, { act: "withdraw" });
    await mailsTo("");
    const before = (await devInbox(null)).filter((mail) => mail.to === given.ilse.gp.email).length;
    await post(given, given.noor.cookie, { act: "withdraw" });
    expect((await mailsTo(given.ilse.gp.email)).length).toBe(before);
  });

  it("M-75: who has nothing to take away reads why, and everything stays", async () => {
    const given = await world();
    const third = await aColleague(given.noor, { agb: "01000003" });
    const answer = await post(given, third.cookie, { act: "withdraw" });
    expect(answer.init.status).toBe(409);
    expect(answer.data.errors).toEqual({ withdraw: "nothing_granted" });
    expect(await rightsOf(given)).toMatchObject({ patientDetails: true });
  });

  it("M-75: the button of the second practitioner works on the own grant alone", async () => {
    const given = await world();
    const before = await standing(given, given.noor.gp.id);
    expect(
      saved(await post(given, given.ilse.cookie, await formOf(given, given.ilse.cookie, { patientDetails: "yes" }))),
    ).toBe(303);
    expect(await standing(given, given.noor.gp.id)).toEqual(before);
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([{ patientDetails: true, reportGroups: ["dm2"] }]);
  });

  it("M-75: a grant that opens nothing is shown as such: authorization fallen, not begun, over", async () => {
    const given = await world();
    await transaction(async (tx) => {
      await tx
        .update(authorizations)
        .set({ state: "withdrawn" })
        .where(eq(authorizations.id, given.noor.authorizationId));
      await tx.update(grants).set({ startsOn: "2027-01-01" }).where(eq(grants.grantedBy, given.ilse.gp.id));
    });
    const { given: shown, now: sees } = await see(given, given.ilse.cookie);
    expect(shown.map((one) => one.standing)).toEqual(["later", "fallen"]);
    expect(sees).toMatchObject({ reports: false, patientDetails: false });
    const { employees } = await adminPage(call(given.ilse.cookie, ""));
    expect(employees[0]).toMatchObject({ reports: false, patientDetails: false });
  });

  it("M-75: the employee reads who gave what", async () => {
    const given = await world();
    const { practices } = await practicePage(call(given.sanne.cookie, ""));
    expect(practices[0]!.given.map(({ by, reportGroups }) => [by, reportGroups])).toEqual([
      ["Ilse Kramer", ["dm2"]],
      ["Noor Waterman", "all"],
    ]);
  });

  it("M-75: the code to hand over is made by who gave access, nobody else of the practice", async () => {
    const given = await world();
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "invited" }).where(eq(accounts.id, given.person.accountId));
    });
    const third = await aColleague(given.noor, { agb: "01000003" });
    expect((await see(given, third.cookie)).needsHandover).toBe(false);
    await expect(post(given, third.cookie, { act: "handover" })).rejects.toMatchObject({ status: 403 });
    expect((await see(given, given.noor.cookie)).needsHandover).toBe(true);
    expect((await post(given, given.noor.cookie, { act: "handover" })) as unknown).toMatchObject({
      handover: expect.stringMatching(/^\d{8}$/) as string,
    });
  });
});

describe("saving what an employee may see", () => {
  it("M-76: a new end date opens nothing earlier and widens nothing", async () => {
    const given = await world();
    await transaction(async (tx) => {
      await tx.update(grants).set({ startsOn: "2027-01-01" }).where(eq(grants.grantedBy, given.ilse.gp.id));
    });
    const form = await formOf(given, given.ilse.cookie, { endsOn: "2027-06-30" });
    expect(saved(await post(given, given.ilse.cookie, form))).toBe(303);
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([
      { startsOn: "2027-01-01", endsOn: "2027-06-30", reportGroups: ["dm2"], reports: true, patientDetails: false },
    ]);
  });

  it("M-76: a form from before another change is refused in words, and keeps what was typed", async () => {
    const given = await world();
    const old = await formOf(given, given.ilse.cookie, { endsOn: "2027-12-31" });
    const first = await formOf(given, given.ilse.cookie, { reportGroups: ["copd"] });
    expect(saved(await post(given, given.ilse.cookie, first))).toBe(303);
    const answer = await post(given, given.ilse.cookie, old);
    expect([answer.init.status, answer.data.errors]).toEqual([409, { version: "grant_changed" }]);
    expect(answer.data.typed).toMatchObject({ endsOn: "2027-12-31", reportGroups: ["dm2"] });
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([{ reportGroups: ["copd"], endsOn: "2027-03-31" }]);
  });

  it("M-76: two forms of somebody who gave nothing yet make one grant", async () => {
    const given = await world();
    const third = await aColleague(given.noor, { agb: "01000003" });
    const form = await formOf(given, third.cookie, { reports: "yes", groups: "all" });
    expect(saved(await post(given, third.cookie, form))).toBe(303);
    expect((await post(given, third.cookie, form)).init.status).toBe(409);
    expect(await standing(given, third.gp.id)).toHaveLength(1);
  });

  it("M-76: without a second factor of the last five minutes nothing opens, and what was typed stays", async () => {
    const given = await world();
    const form = await formOf(given, given.ilse.cookie, { groups: "all", reportGroups: [] });
    pass(6);
    const answer = await post(given, given.ilse.cookie, form);
    expect([answer.init.status, answer.data.errors]).toEqual([403, { fresh: "fresh" }]);
    expect(answer.data.typed).toMatchObject({ groups: "all" });
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([{ reportGroups: ["dm2"] }]);
    expect((await post(given, given.ilse.cookie, { act: "withdraw" })).status).toBe(303);
  });

  it("M-76: days that no calendar has, an end before the beginning and an end that is over are errors at their field", async () => {
    const given = await world();
    const errors = async (change: Fields) =>
      (await post(given, given.ilse.cookie, await formOf(given, given.ilse.cookie, change))).data.errors;
    expect(await errors({ startsOn: "2026-02-31" })).toEqual({ startsOn: "date" });
    expect(await errors({ startsOn: "2027-02-01", endsOn: "2027-01-31" })).toEqual({ endsOn: "order" });
    expect(await errors({ endsOn: "2026-11-23" })).toEqual({ endsOn: "past" });
  });

  it("M-76: a save with nothing to see takes away, and is told as such", async () => {
    const given = await world();
    const form = await formOf(given, given.noor.cookie, { reports: "no", patientDetails: "no" });
    const answer = await post(given, given.noor.cookie, form);
    expect(answer.headers.get("location")).toContain("gedaan=ingetrokken");
    expect(await standing(given, given.noor.gp.id)).toEqual([]);
    expect(await mailsTo(given.ilse.gp.email)).toHaveLength(1);
  });

  it("M-76: access given again after a last day works, also when the person had left the practice by date", async () => {
    const given = await world();
    await post(given, given.noor.cookie, { act: "withdraw" });
    await transaction(async (tx) => {
      await tx.update(memberships).set({ endsOn: "2026-11-01" }).where(eq(memberships.id, given.id));
    });
    const form = await formOf(given, given.ilse.cookie, { endsOn: "2027-06-30" });
    expect(saved(await post(given, given.ilse.cookie, form))).toBe(303);
    expect(await rightsOf(given)).toMatchObject({ reports: true, reportGroups: ["dm2"] });
  });

  it("M-76: the log says whose grant it is, what it was and what it became", async () => {
    const given = await world();
    const form = await formOf(given, given.ilse.cookie, { reportGroups: ["dm2", "copd"] });
    await post(given, given.ilse.cookie, form);
    const line = (await db.select().from(auditLog)).find((one) => one.event === "grant.change");
    expect(line).toMatchObject({ subjectId: given.person.accountId, basis: given.ilse.authorizationId });
    expect(line!.detail).toMatchObject({
      grantedBy: given.ilse.gp.id,
      before: { reportGroups: ["dm2"] },
      after: { reportGroups: ["dm2", "copd"] },
    });
  });
});

describe("report groups are chosen", () => {
  const errors = async (given: World, change: Fields) =>
    (await post(given, given.ilse.cookie, await formOf(given, given.ilse.cookie, change))).data.errors;

  it("M-77: an empty list, no choice and an unknown group are errors at their field, never 'all'", async () => {
    const given = await world();
    expect(await errors(given, { reportGroups: [] })).toEqual({ reportGroups: "no_group" });
    expect(await errors(given, { groups: [] })).toEqual({ groups: "choose" });
    expect(await errors(given, { reportGroups: ["dm2", "x"] })).toEqual({ reportGroups: "no_group" });
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([{ reportGroups: ["dm2"] }]);
  });

  it("M-77: 'all' is an answer of its own; ticks beside it where nothing was limited are asked about", async () => {
    const given = await world();
    const form = await formOf(given, given.noor.cookie, { reportGroups: ["dm2"] });
    const answer = await post(given, given.noor.cookie, form);
    expect(answer.data.errors).toEqual({ groups: "both" });
    expect(saved(await post(given, given.ilse.cookie, await formOf(given, given.ilse.cookie, { groups: "all" })))).toBe(
      303,
    );
    expect(await standing(given, given.ilse.gp.id)).toMatchObject([{ reportGroups: "all" }]);
  });

  it("M-77: a new account is asked with its report groups, and the choice goes through the desk unchanged", async () => {
    const { noor } = await world();
    const wish = {
      ...{ practice: noor.practice.agb, firstName: "Bo", lastName: "Vis", jobTitle: "Assistent", mobile: "06" },
      ...{ email: "bo@delinde.example", reports: "yes", patientDetails: "no", startsOn: "2026-11-24", endsOn: "" },
    };
    const refused = (await ask(call(noor.cookie, "", wish))) as unknown as Refused;
    expect(refused.data.errors).toEqual({ groups: "choose" });
    const none = (await ask(call(noor.cookie, "", { ...wish, groups: "listed" }))) as unknown as Refused;
    expect(none.data.errors).toEqual({ reportGroups: "no_group" });
    await ask(call(noor.cookie, "", { ...wish, groups: "listed", reportGroups: ["asthma", "copd"] }));
    const [row] = await db.select().from(employeeRequests);
    expect(row!.reportGroups).toEqual(["copd", "asthma"]);
    const agent = await desk();
    await takeUpEmployee(agent, { id: row!.id });
    const { accountId } = await approveEmployee(agent, { id: row!.id });
    expect((await practiceRights(accountId))[0]!.reportGroups).toEqual(["copd", "asthma"]);
  });
});

async function desk() {
  const account = await anAccount({ operatorRole: "agent", acceptedTerms: terms().version });
  return requireAgent(new Request("http://localhost/", { headers: { cookie: await cookieOf(account.id) } }));
}

describe("two practitioners ask for the same person", () => {
  const wish = (agb: string, more: Fields = {}) => ({
    ...{ practice: agb, firstName: "Bo", lastName: "Vis", jobTitle: "Assistent", mobile: "0612345678" },
    ...{ email: "bo@delinde.example", reports: "yes", patientDetails: "no", groups: "all" },
    ...{ startsOn: "2026-11-24", endsOn: "", ...more },
  });
  const asks = (cookie: string, fields: Fields) => ask(call(cookie, "", fields)) as Promise<Response & Refused>;
  async function approvedAll() {
    const agent = await desk();
    let accountId = "";
    for (const { id } of await db.select().from(employeeRequests).where(eq(employeeRequests.state, "submitted"))) {
      await takeUpEmployee(agent, { id });
      ({ accountId } = await approveEmployee(agent, { id }));
    }
    return accountId;
  }

  it("M-79: each has a request and a grant of the own; the second ends nothing of the first and cuts no end date", async () => {
    const { noor, ilse } = await world();
    const agb = noor.practice.agb;
    expect((await asks(noor.cookie, wish(agb))).status).toBe(303);
    expect((await asks(noor.cookie, wish(agb))).data.errors).toEqual({ email: "already_asked" });
    const theirs = await asks(ilse.cookie, wish(agb, { endsOn: "2026-12-31", groups: "listed", reportGroups: "copd" }));
    expect(theirs.status).toBe(303);
    const { requests } = await adminPage(call(ilse.cookie, ""));
    expect(requests.map(({ mine, by }) => [mine, by]).toSorted()).toEqual([
      [false, "Noor Waterman"],
      [true, "Ilse Kramer"],
    ]);
    const accountId = await approvedAll();
    setClock(new Date("2027-02-01T08:00:00Z"));
    expect(await practiceRights(accountId)).toMatchObject([{ reports: true, reportGroups: "all" }]);
  });

  it("M-79: the mail about an account that is there already does not promise an activation mail", async () => {
    const { noor, ilse, sanne } = await world();
    const email = sanne.account.email;
    const name = { firstName: "Sanne", lastName: "de Boer" };
    const elsewhere = await aColleague(noor, { agb: "01000003", email: "ruud@delinde.example" });
    expect((await asks(elsewhere.cookie, wish(noor.practice.agb, { email, ...name }))).status).toBe(303);
    await approvedAll();
    const [mail] = await mailsTo("ruud@delinde.example");
    expect(mail!.text).toContain("had al een account");
    expect(await mailsTo(email)).toHaveLength(1);
    expect((await asks(ilse.cookie, wish(noor.practice.agb, { email, ...name }))).data.errors).toEqual({
      email: "has_access",
    });
  });

  it("M-79: an account that ended and comes back carries only what was granted anew", async () => {
    const given = await world();
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "ended" }).where(eq(accounts.id, given.person.accountId));
    });
    const { email } = given.sanne.account;
    const name = { firstName: "Sanne", lastName: "de Boer" };
    const form = wish(given.noor.practice.agb, { email, ...name, groups: "listed", reportGroups: "copd" });
    expect((await asks(given.ilse.cookie, form)).status).toBe(303);
    expect(await approvedAll()).toBe(given.person.accountId);
    expect(await rightsOf(given)).toMatchObject({ reports: true, patientDetails: false, reportGroups: ["copd"] });
    expect(await mailsTo(given.noor.gp.email)).toHaveLength(1);
  });

  it("M-79: an invitation that lapsed counts as ended before the clock ends it: who comes back has only what is given anew", async () => {
    const given = await world();
    const lapsed = new Date(now().getTime() - 30 * 86_400_000);
    await transaction(async (tx) => {
      const waiting = { state: "invited" as const, invitedAt: lapsed };
      await tx.update(accounts).set(waiting).where(eq(accounts.id, given.person.accountId));
    });
    const { email } = given.sanne.account;
    const name = { firstName: "Sanne", lastName: "de Boer" };
    const form = wish(given.noor.practice.agb, { email, ...name, groups: "listed", reportGroups: "copd" });
    expect((await asks(given.ilse.cookie, form)).status).toBe(303);
    expect(await approvedAll()).toBe(given.person.accountId);
    expect(await rightsOf(given)).toMatchObject({ reports: true, patientDetails: false, reportGroups: ["copd"] });
    expect(await standing(given, given.noor.gp.id)).toEqual([]);
    expect(await mailsTo(given.noor.gp.email)).toHaveLength(1);
  });

  it("M-79: who confirms an account anew confirms the own grant; the other's ends, and its giver is told", async () => {
    const given = await world();
    await transaction(async (tx) => {
      const ended = { state: "ended" as const, endedReason: "not_activated" };
      await tx.update(accounts).set(ended).where(eq(accounts.id, given.person.accountId));
    });
    await post(given, given.ilse.cookie, { act: "confirm_anew" });
    expect(await standing(given, given.ilse.gp.id)).toHaveLength(1);
    expect(await standing(given, given.noor.gp.id)).toEqual([]);
    expect(await mailsTo(given.noor.gp.email)).toHaveLength(1);
  });

  it("M-79: at another practice everything stays as it was", async () => {
    const given = await world();
    const other = await aReader("01900777");
    await aMember(given.person.accountId, other.practice.id, "employee");
    await aGrant(other, { accountId: given.person.accountId, practiceId: other.practice.id });
    await post(given, given.noor.cookie, { act: "withdraw" });
    expect((await practiceRights(given.person.accountId)).map(({ reports }) => reports)).toEqual([true, true]);
    expect(await mailsTo(other.gp.email)).toEqual([]);
  });
});
