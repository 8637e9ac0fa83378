import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { withdrawAuthorization } from "#app/professionals/joining/authorization/withdraw.server.ts";
import { accountById } from "#app/platform/doors/account.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { endAccounts } from "#app/platform/doors/end-accounts.server.ts";
import { askInvitation } from "#app/professionals/joining/review/invitation.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { grantsTo } from "#app/platform/rights/grants.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount, aPractice } from "#tests/factories.ts";
import { aPractitioner } from "#tests/practice-world.ts";
import { anAgent, somebody } from "#tests/registration-world.ts";
import { messages } from "#tests/signing-world.ts";
import { askEmployee } from "./ask.server.ts";
import { approveEmployee, askAboutEmployee, rejectEmployee, takeUpEmployee } from "./decide.server.ts";
import { confirmEmployee, sendEmployeeActivation } from "./invitation.server.ts";
import { withdrawGrant } from "./withdraw.server.ts";

const DAY = 86_400_000;
const later = (ms: number) => setClock(new Date(now().getTime() + ms));
const sanne = {
  firstName: "Sanne",
  lastName: "de Boer",
  jobTitle: "Doktersassistent",
  email: "sanne@delinde.example",
  reports: true,
  patientDetails: false,
  reportGroups: "all" as const,
  startsOn: "2026-11-24",
  endsOn: null,
};
const lastLink = async () =>
  (await messages()).map((mail) => /\/a\/([\w-]{20,})/.exec(mail.text)?.[1]).findLast(Boolean)!;
const to = async (address: string) => (await messages()).filter((mail) => mail.to === address).map((mail) => mail.kind);
let gp: AccountActor;
let agent: AccountActor;
let practiceId: string;
let practice: Awaited<ReturnType<typeof aPractice>>;

async function asked(more: Partial<typeof sanne> = {}): Promise<string> {
  const { number } = await askEmployee(gp, gp.practices[0]!, { ...sanne, ...more }, "+31612345678");
  const [row] = (await db.select().from(employeeRequests)).filter((one) => one.number === number);
  await takeUpEmployee(agent, { id: row!.id });
  return row!.id;
}

beforeEach(async () => {
  await freshDatabase();
  practice = await aPractice();
  practiceId = practice.id;
  gp = await aPractitioner(practice, { firstName: "Anna", agb: "01000001" });
  agent = await anAgent();
});

describe("an employee who does not activate", () => {
  it("M-83: the practitioner who gave the access sends the mail again, nobody else", async () => {
    const { accountId } = await approveEmployee(agent, { id: await asked() });
    const first = await lastLink();
    await sendEmployeeActivation(gp, { accountId, practiceId });
    expect((await findLink("activation", first)).state).toBe("replaced");
    const colleague = await aPractitioner(practice, { firstName: "Bert", agb: "01000002" });
    await expect(sendEmployeeActivation(colleague, { accountId, practiceId })).rejects.toThrow("grant_needed");
  });

  it("M-83: after thirty days the employee asks, the practitioner hears it and confirms anew; without a grant there is nobody", async () => {
    const { accountId } = await approveEmployee(agent, { id: await asked() });
    later(30 * DAY);
    await endAccounts();
    const token = await lastLink();
    expect(await askInvitation(somebody, token)).toBe("practitioner");
    expect(await to(gp.email)).toContain("employee_anew");
    await expect(sendEmployeeActivation(gp, { accountId, practiceId })).rejects.toThrow("not_invited");
    await confirmEmployee(gp, { accountId, practiceId });
    expect((await accountById(accountId))?.state).toBe("invited");
    expect((await findLink("activation", await lastLink())).state).toBe("good");
    later(30 * DAY);
    await endAccounts();
    await withdrawGrant(gp, { accountId, practiceId });
    await expect(confirmEmployee(gp, { accountId, practiceId })).rejects.toThrow("grant_needed");
    expect(await askInvitation(somebody, await lastLink())).toBe("nobody");
  });

  it("M-83: who cannot confirm any more is not asked: an authorization that fell leaves nobody, and a colleague asks anew", async () => {
    const { accountId } = await approveEmployee(agent, { id: await asked() });
    const [own] = await db.select().from(authorizations).where(eq(authorizations.accountId, gp.accountId));
    await withdrawAuthorization(gp, own!.id, "gestopt");
    later(30 * DAY);
    await endAccounts();
    expect(await askInvitation(somebody, await lastLink())).toBe("nobody");
    expect(await to(gp.email)).not.toContain("employee_anew");
    gp = await aPractitioner(practice, { firstName: "Bert", agb: "01000002" });
    expect(await approveEmployee(agent, { id: await asked() })).toEqual({ accountId });
    expect((await findLink("activation", await lastLink())).state).toBe("good");
  });

  it("M-83: invited anew by a colleague nobody has again what another gave, also before the calendar ended the account", async () => {
    const { accountId } = await approveEmployee(agent, { id: await asked() });
    const first = gp;
    later(30 * DAY);
    gp = await aPractitioner(practice, { firstName: "Bert", agb: "01000002" });
    await approveEmployee(agent, { id: await asked() });
    const standing = await grantsTo([accountId], practiceId);
    expect(standing.filter((one) => one.grantedBy === first.accountId)).toEqual([]);
    expect(standing.filter((one) => one.grantedBy === gp.accountId)).toHaveLength(1);
  });
});

describe("a request for an employee", () => {
  it("M-83: a question that is never answered does not hold the desk: it turns the request down", async () => {
    const id = await asked();
    await askAboutEmployee(agent, { id }, "Welke functie?");
    await rejectEmployee(agent, { id }, "Geen antwoord ontvangen.");
    expect(await to(gp.email)).toContain("employee_rejected");
  });

  it("M-85: an address with which somebody of another name signs in opens nothing for that person", async () => {
    const id = await asked({ email: gp.email });
    await expect(approveEmployee(agent, { id })).rejects.toThrow("address_taken");
    await rejectEmployee(agent, { id }, "Geef een eigen adres van de medewerker.");
  });

  it("M-89: who has an account already is told of the practice, and the practitioner is not told of a mail to activate", async () => {
    const known = await anAccount({ firstName: "Sanne", lastName: "de Boer", email: sanne.email });
    const { accountId } = await approveEmployee(agent, { id: await asked() });
    expect(accountId).toBe(known.id);
    expect(await to(sanne.email)).toEqual(["employee_place"]);
    expect(await to(gp.email)).toEqual(["employee_added"]);
    expect((await messages()).find((mail) => mail.kind === "employee_added")?.text).toContain(
      "activeren is niet nodig",
    );
  });
});
