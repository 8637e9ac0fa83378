/** A practice with a practitioner under an authorization, for whoever looks at reports. */
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { grants, type ReportGroups } from "#db/schema/practices.ts";
import { aMember, anAccount, aPractice } from "./factories.ts";

/** Cookie header of a fresh session of this account. */
export async function cookieOf(accountId: string, factorKind: "sms" | "app" = "sms"): Promise<string> {
  const token = await transaction((tx) =>
    startSession(tx, accountDoor, {
      ownerId: accountId,
      way: factorKind,
      facts: { requestId: newId(), address: "127.0.0.1", client: "test" },
    }),
  );
  return `__Host-session=${token}`;
}

/** Practitioner with an authorization in force for practice `agb`; with the cookie that reads its reports. */
export async function aReader(agb = "01900000", language: "nl" | "en" = "nl") {
  const practice = await aPractice({ agb, name: "Huisartsenpraktijk De Linde" });
  const gp = await anAccount({ agb: "01000001", acceptedTerms: terms().version, language });
  await aMember(gp.id, practice.id, "practitioner");
  const authorizationId = newId();
  await transaction(async (tx) => {
    await tx.insert(authorizations).values({
      id: authorizationId,
      state: "in_force",
      requestId: newId(),
      agbPractitioner: "01000001",
      practitionerName: "Noor Waterman",
      practiceName: practice.name,
      agbPractice: agb,
      practiceId: practice.id,
      accountId: gp.id,
      version: 1,
      sentAt: now(),
      checkCode: authorizationId.slice(-12),
    });
  });
  return { practice, gp, authorizationId, cookie: await cookieOf(gp.id) };
}

type Practitioner = { gp: { id: string }; authorizationId: string };

/** A second practitioner of that practice, under an authorization of the own. */
export async function aColleague(
  reader: Pick<Awaited<ReturnType<typeof aReader>>, "practice">,
  given: Parameters<typeof anAccount>[0] = {},
) {
  const { practice } = reader;
  const gp = await anAccount({
    agb: "01000002",
    firstName: "Ilse",
    lastName: "Kramer",
    acceptedTerms: terms().version,
    ...given,
  });
  await aMember(gp.id, practice.id, "practitioner");
  const authorizationId = newId();
  await transaction(async (tx) => {
    await tx.insert(authorizations).values({
      id: authorizationId,
      state: "in_force",
      requestId: newId(),
      agbPractitioner: "01000002",
      practitionerName: `${gp.firstName} ${gp.lastName}`,
      practiceName: practice.name,
      agbPractice: practice.agb,
      practiceId: practice.id,
      accountId: gp.id,
      version: 1,
      sentAt: now(),
      checkCode: authorizationId.slice(-12),
    });
  });
  return { gp, authorizationId, cookie: await cookieOf(gp.id) };
}

/** What a practitioner gave an employee of a practice. */
export async function aGrant(
  { gp, authorizationId }: Practitioner,
  to: { accountId: string; practiceId: string },
  given: Partial<typeof grants.$inferInsert> = {},
) {
  const row = {
    ...{ id: newId(), ...to, authorizationId, grantedBy: gp.id },
    ...{ reports: true, patientDetails: false, reportGroups: "all" as const, startsOn: "2026-01-01", createdAt: now() },
    ...given,
  };
  await transaction(async (tx) => {
    await tx.insert(grants).values(row);
  });
  return row;
}

/** An employee of that practice to whom these programmes are open. */
export async function anEmployee(
  reader: Awaited<ReturnType<typeof aReader>>,
  reportGroups: ReportGroups,
  patientDetails = false,
) {
  const account = await anAccount({ acceptedTerms: terms().version });
  const membership = await aMember(account.id, reader.practice.id, "employee");
  await aGrant(reader, { accountId: account.id, practiceId: reader.practice.id }, { reportGroups, patientDetails });
  return { account, membership, cookie: await cookieOf(account.id) };
}
