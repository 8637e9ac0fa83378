/**
 * Beside a running server: a practice at work, its practitioner, a colleague under an authorization of the own, and an
 * employee of both, signed in. Prints their session cookies.
 */
import { inArray } from "drizzle-orm";
import { bindAuthorization } from "#app/professionals/joining/authorization/bind.server.ts";
import { confirmSigning } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { keepUp, terms } from "#app/platform/settings/in-force.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { newSigningHandover } from "#app/professionals/joining/authorization/signing/handover.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { grants } from "#db/schema/practices.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { aColleague, aGrant } from "#tests/report-world.ts";
import { aRequest, clockActor, openGood, send } from "#tests/signing-world.ts";

await keepUp();
const request = await aRequest({ mobile: null });
const code = await transaction((tx) => newSigningHandover(tx, clockActor, request.id));
const { authorizationId, token } = await send(request.id);
const opened = await openGood(token);
const shown = { version: 1, documentHash: opened.version.documentHash };
const attempt = await findAttempt("signing", await startSigning(opened, { ...shown, name: request.lastName }));
if (!attempt) throw new Error("no attempt");
await confirmSigning(opened, attempt, { ...shown, code });
const practice = await aPractice({ agb: request.agbPractice, name: request.practiceName });
const gp = await anAccount({ agb: request.agbPractitioner, firstName: request.firstName, lastName: request.lastName });
const employee = await anAccount({ firstName: "Sam", lastName: "Kramer" });
await aMember(gp.id, practice.id, "practitioner");
const membership = await aMember(employee.id, practice.id, "employee");
const colleague = await aColleague({ practice }, { email: "ilse.kramer@deduinen.example" });
const person = { accountId: employee.id, practiceId: practice.id };
await aGrant(colleague, person, { reportGroups: ["dm2", "copd"], endsOn: "2027-12-31" });
const facts = { requestId: "", address: "", client: "" };
const sessions = await transaction(async (tx) => {
  await bindAuthorization(tx, clockActor, { requestId: request.id, practiceId: practice.id, accountId: gp.id });
  await tx.insert(grants).values({
    id: newId(),
    accountId: employee.id,
    practiceId: practice.id,
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
  const start = (accountId: string) => startSession(tx, accountDoor, { ownerId: accountId, way: "sms", facts });
  return { gp: await start(gp.id), employee: await start(employee.id), colleague: await start(colleague.gp.id) };
});
const names = { employeeName: `${employee.firstName} ${employee.lastName}`, gpName: `${gp.firstName} ${gp.lastName}` };
const made = { authorizationId, email: gp.email, colleagueEmail: colleague.gp.email, membershipId: membership.id };
console.log(JSON.stringify({ ...sessions, ...made, ...names }));
