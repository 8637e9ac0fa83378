/** What is done beside a running server, on its data, by the product's own functions; `beside.ts` runs it. */
import { eq, inArray } from "drizzle-orm";
import { bindAuthorization } from "#app/professionals/joining/authorization/bind.server.ts";
import { newSigningHandover } from "#app/professionals/joining/authorization/signing/handover.server.ts";
import { confirmSigning } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { signedFile } from "#app/professionals/joining/authorization/standing.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { answerTerms } from "#app/platform/doors/terms.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { accounts } from "#db/schema/doors.ts";
import { authorizations } from "#db/schema/joining.ts";
import { grants } from "#db/schema/practices.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { aPerson } from "#tests/client-world.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { anAgent, withRegister } from "#tests/registration-world.ts";
import { aColleague, aGrant } from "#tests/report-world.ts";
import { aRequest, clockActor, openGood, send } from "#tests/signing-world.ts";

const facts = { requestId: "", address: "127.0.0.1", client: "journey" };

/** The demo register, a care group, and somebody of the desk; @returns their session */
export async function openDesk(): Promise<string> {
  await withRegister();
  const agent = await anAgent();
  const session = await transaction((tx) =>
    startSession(tx, accountDoor, { ownerId: agent.accountId, way: "app", facts }),
  );
  await answerTerms(agent, terms().version, true);
  return session;
}

/** Somebody who may activate an account, invited. */
export async function invite(email: string): Promise<void> {
  const person = { firstName: "Noor", lastName: "Hoekstra", email, mobile: "+31610000071", language: "nl" as const };
  const clock = { kind: "system", name: "journey" } as const;
  await transaction((tx) => inviteAccount(tx, clock, { ...person, agb: null, practiceName: "De Linde" }));
}

/** A request that the desk has seen, with its authorization sent. */
export async function sendAuthorization(): Promise<void> {
  await send((await aRequest()).id);
}

/** The sealed document of the authorization in force, in base64. */
export async function sealed(): Promise<string> {
  const [signed] = await db.select().from(authorizations).where(eq(authorizations.state, "in_force"));
  return (await signedFile(signed?.id ?? "", "document")).bytes.toString("base64");
}

/**
 * A practice at work, its practitioner, a colleague under an authorization of the own, and an employee of both.
 * @returns the sessions of the three, and what they are called
 */
export async function workingPractice() {
  const request = await aRequest({ mobile: null });
  const code = await transaction((tx) => newSigningHandover(tx, clockActor, request.id));
  const { authorizationId, token } = await send(request.id);
  const opened = await openGood(token);
  const shown = { version: 1, documentHash: opened.version.documentHash };
  const attempt = await findAttempt("signing", await startSigning(opened, { ...shown, name: request.lastName }));
  if (!attempt) throw new Error("no attempt");
  await confirmSigning(opened, attempt, { ...shown, code });
  const practice = await aPractice({ agb: request.agbPractice, name: request.practiceName });
  const { agbPractitioner: agb, firstName, lastName } = request;
  const gp = await anAccount({ agb, firstName, lastName });
  const employee = await anAccount({ firstName: "Sam", lastName: "Kramer" });
  await aMember(gp.id, practice.id, "practitioner");
  const membership = await aMember(employee.id, practice.id, "employee");
  const colleague = await aColleague({ practice }, { email: "ilse.kramer@deduinen.example" });
  const person = { accountId: employee.id, practiceId: practice.id };
  await aGrant(colleague, person, { reportGroups: ["dm2", "copd"], endsOn: "2027-12-31" });
  const sessions = await transaction(async (tx) => {
    await bindAuthorization(tx, clockActor, { requestId: request.id, practiceId: practice.id, accountId: gp.id });
    await tx.insert(grants).values({
      id: newId(),
      ...person,
      authorizationId,
      grantedBy: gp.id,
      reports: true,
      patientDetails: false,
      reportGroups: "all",
      startsOn: today(),
      createdAt: now(),
    });
    await tx
      .update(accounts)
      .set({ acceptedTerms: terms().version })
      .where(inArray(accounts.id, [gp.id, employee.id]));
    const start = (ownerId: string) => startSession(tx, accountDoor, { ownerId, way: "sms", facts });
    return { gp: await start(gp.id), employee: await start(employee.id), colleague: await start(colleague.gp.id) };
  });
  const names = { employeeName: `${employee.firstName} ${employee.lastName}`, gpName: `${firstName} ${lastName}` };
  const made = { authorizationId, email: gp.email, colleagueEmail: colleague.gp.email, membershipId: membership.id };
  return { ...sessions, ...made, ...names };
}

/**
 * Two people in the records of the practice and somebody of it who decides on sign-ups, with an app code.
 * @returns their session
 */
export async function practiceDesk(): Promise<string> {
  await aPerson({ environmentId: "delinde", externalId: "1001", bsn: "999990019" });
  await aPerson({ environmentId: "delinde", externalId: "1002", firstName: "Rosa", lastName: "Vermeer-Bos" });
  const account = await anAccount({ email: "balie@delinde.example", acceptedTerms: terms().version });
  const row = { id: newId(), environmentId: "delinde", accountId: account.id, role: "staff" as const };
  return transaction(async (tx) => {
    await tx.insert(environmentStaff).values({ ...row, startsOn: "2026-01-01" });
    return startSession(tx, accountDoor, { ownerId: account.id, way: "app", facts });
  });
}

/** Accounts of clients of the practice, one of a child and one of somebody of whom nobody knows the age. */
export async function practiceAccounts(): Promise<void> {
  const environmentId = "delinde";
  const people = [
    { firstName: "Mira", lastName: "Vos", birthDate: "2018-05-03", externalId: "2001", bsn: "999990020" },
    { firstName: "Yusuf", lastName: "Aydin", birthDate: "0000-00-00", externalId: "2002", bsn: "999990032" },
    { firstName: "Greet", lastName: "de Boer", birthDate: "1948-07-21", externalId: "2003" },
    { firstName: "Sanne", lastName: "Postma", birthDate: "1991-02-11", externalId: "2004" },
  ];
  for (const given of people) {
    const { id: personId, firstName, lastName, bsnIndex } = await aPerson({ environmentId, ...given });
    const state = { state: "active" as const, acceptedTerms: 1, createdAt: now(), bsnIndex, digidLinkedAt: now() };
    await transaction(async (tx) => {
      await tx.insert(clientAccounts).values({ id: newId(), environmentId, personId, firstName, lastName, ...state });
    });
  }
}
