import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations } from "#db/schema/joining.ts";
import { accounts, doorSessions } from "#db/schema/doors.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { freshDatabase } from "#tests/database.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { anAgent } from "#tests/registration-world.ts";
import { askEmployee } from "./ask.server.ts";
import {
  answerAboutEmployee,
  approveEmployee,
  askAboutEmployee,
  cancelEmployee,
  rejectEmployee,
  takeUpEmployee,
} from "./decide.server.ts";
import { employeeCourse, employeeOf, employeesOf } from "./find.server.ts";
import { changeGrant } from "./grant.server.ts";
import { withdrawGrant } from "./withdraw.server.ts";

const wish = {
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

async function actorFor(account: { id: string; email: string; agb: string | null }): Promise<AccountActor> {
  return {
    kind: "account",
    accountId: account.id,
    sessionId: newId(),
    name: "Noor Waterman",
    email: account.email,
    language: "nl",
    operatorRole: null,
    agb: account.agb,
    factorAt: now(),
    factorKind: "sms" as const,
    termsAccepted: true,
    practices: await practiceRights(account.id),
  };
}

/** A practitioner whose authorization is in force, and an agent. */
async function world() {
  const practice = await aPractice();
  const account = await anAccount({ agb: "01000001", email: "noor@delinde.example" });
  await aMember(account.id, practice.id, "practitioner");
  const authorizationId = newId();
  await transaction(async (tx) => {
    await tx.insert(authorizations).values({
      id: authorizationId,
      state: "in_force",
      requestId: newId(),
      agbPractitioner: "01000001",
      practitionerName: "Noor Waterman",
      practiceName: practice.name,
      agbPractice: practice.agb,
      practiceId: practice.id,
      accountId: account.id,
      version: 1,
      sentAt: now(),
      checkCode: authorizationId.slice(-12),
    });
  });
  const gp = await actorFor(account);
  return { practice, gp, agent: await anAgent(), authorizationId, right: gp.practices[0]! };
}

type World = Awaited<ReturnType<typeof world>>;

async function asked({ gp, right }: World, given: Partial<typeof wish> = {}, mobile: string | null = "+31612345678") {
  await askEmployee(gp, right, { ...wish, ...given }, mobile);
  const [row] = await db.select().from(employeeRequests);
  return row!.id;
}

async function approved(given: World, more: Partial<typeof wish> = {}) {
  const id = await asked(given, more);
  await takeUpEmployee(given.agent, { id });
  return approveEmployee(given.agent, { id });
}

const stateOf = async (id: string) =>
  (await db.select().from(employeeRequests).where(eq(employeeRequests.id, id)))[0]?.state;

async function subjects() {
  await deliverDue();
  return (await devInbox(null)).map((mail) => `${mail.to}: ${mail.subject}`);
}

beforeEach(async () => {
  await freshDatabase();
});

describe("a practitioner asks an account", () => {
  it("I-12: the desk is told without names, and the promise is five working days", async () => {
    const given = await world();
    const { number, promiseOn } = await askEmployee(given.gp, given.right, wish, null);
    expect(promiseOn).toBe("2026-12-01");
    await deliverDue();
    const [mail] = await devInbox(null);
    expect(mail?.to).toMatch(/^servicedesk@/);
    expect(mail?.text).not.toMatch(/Sanne|Boer|delinde/);
    expect(number).toBe("M-2026-0001");
  });

  it("I-04: not without an own authorization in force", async () => {
    const given = await world();
    await transaction(async (tx) => {
      await tx.update(authorizations).set({ state: "withdrawn" });
    });
    const [right] = await practiceRights(given.gp.accountId);
    await expect(askEmployee(given.gp, right!, wish, null)).rejects.toBeInstanceOf(Forbidden);
  });

  it("C1: the same person is asked for once, and a mobile number is not readable in the database", async () => {
    const given = await world();
    await asked(given);
    await expect(askEmployee(given.gp, given.right, wish, null)).rejects.toBeInstanceOf(Conflict);
    expect(JSON.stringify(await db.select().from(employeeRequests))).not.toContain("612345678");
  });
});

describe("the desk decides", () => {
  it("I-12 I-13: approving invites the employee and opens what was granted, nothing more", async () => {
    const given = await world();
    const { accountId } = await approved(given);
    expect(await subjects()).toEqual(
      expect.arrayContaining([
        "sanne@delinde.example: Uw account voor Zorgpoort is actief",
        "noor@delinde.example: Het account van uw medewerker is klaar",
      ]),
    );
    expect(await practiceRights(accountId)).toMatchObject([{ role: "employee", reports: true, patientDetails: false }]);
    const lines = (await db.select().from(auditLog)).map((line) => line.event);
    expect(lines).toEqual(expect.arrayContaining(["employee.ask", "employee.approve", "grant.give", "account.invite"]));
  });

  it("I-12: asked and answered; rejected with the reason; cancelled by the practitioner", async () => {
    const given = await world();
    const id = await asked(given);
    await takeUpEmployee(given.agent, { id });
    await askAboutEmployee(given.agent, { id }, "Werkt zij nog bij u?");
    await answerAboutEmployee(given.gp, { id }, "Ja.");
    await rejectEmployee(given.agent, { id }, "Dit adres is van iemand anders.");
    await deliverDue();
    expect((await devInbox("noor@delinde.example")).at(-1)?.text).toContain("Dit adres is van iemand anders.");
    await expect(cancelEmployee(given.gp, { id })).rejects.toBeInstanceOf(Conflict);
  });

  it("O-44: the promise stands still while the practitioner is asked, as that of a registration does", async () => {
    const given = await world();
    const id = await asked(given);
    await takeUpEmployee(given.agent, { id });
    await askAboutEmployee(given.agent, { id }, "Werkt zij nog bij u?");
    setClock(new Date("2026-11-30T09:00:00Z"));
    await answerAboutEmployee(given.gp, { id }, "Ja.");
    const [row] = await db.select().from(employeeRequests).where(eq(employeeRequests.id, id));
    expect(row!.promiseOn).toBe("2026-12-07");
  });

  it("O-85: the desk reads its course: who asked, took up, and what became of it", async () => {
    const given = await world();
    const id = await asked(given);
    await takeUpEmployee(given.agent, { id });
    await rejectEmployee(given.agent, { id }, "Dit adres is van iemand anders.");
    expect((await employeeCourse(id)).map(({ nl }) => nl)).toEqual([
      "Noor Waterman vroeg toegang voor een medewerker",
      "Bram de Wit nam de aanvraag in behandeling",
      "Bram de Wit wees de aanvraag af",
    ]);
  });

  it("O-40: a decision on what the page did not show is refused", async () => {
    const given = await world();
    const id = await asked(given);
    await takeUpEmployee(given.agent, { id, version: 1 });
    await askAboutEmployee(given.agent, { id, version: 2 }, "Werkt zij nog bij u?");
    await answerAboutEmployee(given.gp, { id, version: 3 }, "Nee.");
    await expect(approveEmployee(given.agent, { id, version: 2 })).rejects.toThrow("state_changed");
    await approveEmployee(given.agent, { id, version: 4 });
  });

  it("Z07: no step is skipped, and sixteen decisions at once are one", async () => {
    const given = await world();
    const id = await asked(given);
    await expect(approveEmployee(given.agent, { id })).rejects.toBeInstanceOf(Conflict);
    await takeUpEmployee(given.agent, { id });
    const all = await Promise.allSettled(Array.from({ length: 16 }, () => approveEmployee(given.agent, { id })));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await stateOf(id)).toBe("approved");
    expect((await subjects()).filter((line) => line.includes("is actief"))).toHaveLength(1);
  });

  it("Z01: a practitioner cannot decide, and another practitioner cannot answer or cancel", async () => {
    const given = await world();
    const id = await asked(given);
    await expect(takeUpEmployee(given.gp, { id })).rejects.toBeInstanceOf(Forbidden);
    const other = await actorFor(await anAccount({ agb: "01000009" }));
    await expect(cancelEmployee(other, { id })).rejects.toBeInstanceOf(Conflict);
    expect(await stateOf(id)).toBe("submitted");
  });

  it("I-12: not when the authorization has fallen meanwhile", async () => {
    const given = await world();
    const id = await asked(given);
    await takeUpEmployee(given.agent, { id });
    await transaction(async (tx) => {
      await tx.update(authorizations).set({ state: "withdrawn" });
    });
    await expect(approveEmployee(given.agent, { id })).rejects.toBeInstanceOf(Conflict);
    expect(await stateOf(id)).toBe("in_review");
  });
});

describe("changing and withdrawing", () => {
  async function employee(given: World) {
    const { accountId } = await approved(given);
    const facts = { requestId: "", address: "", client: "" };
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "active" }).where(eq(accounts.id, accountId));
      await startSession(tx, accountDoor, { ownerId: accountId, way: "sms", facts });
    });
    return { accountId, practiceId: given.practice.id };
  }
  const open = async () => (await db.select().from(doorSessions)).filter((one) => one.endedAt === null);

  it("I-13 S05: a change holds at once, and the employee signs in again", async () => {
    const given = await world();
    const person = await employee(given);
    const input = { reports: false, patientDetails: true, reportGroups: "all" as const, startsOn: "2026-11-24" };
    await changeGrant(given.gp, person, { ...input, endsOn: null }, 1);
    expect(await practiceRights(person.accountId)).toMatchObject([{ reports: true, patientDetails: true }]);
    expect(await open()).toHaveLength(0);
  });

  it("I-13 Z02 S05: withdrawing shuts everything at once", async () => {
    const given = await world();
    const person = await employee(given);
    await withdrawGrant(given.gp, person);
    expect(await practiceRights(person.accountId)).toMatchObject([{ reports: false, patientDetails: false }]);
    expect(await open()).toHaveLength(0);
    await expect(withdrawGrant(given.gp, person)).rejects.toBeInstanceOf(Conflict);
  });

  it("Z02: a practitioner of another practice neither sees nor changes this employee", async () => {
    const given = await world();
    const person = await employee(given);
    const [mine] = await employeesOf(given.gp);
    const elsewhere = await aPractice();
    const account = await anAccount({ agb: "01000009" });
    await aMember(account.id, elsewhere.id, "practitioner");
    const other = await actorFor(account);
    expect(await employeesOf(other)).toEqual([]);
    await expect(employeeOf(other, mine!.membership.id)).rejects.toBeInstanceOf(NotFound);
    const input = { reports: true, patientDetails: true, reportGroups: "all" as const, startsOn: "2026-11-24" };
    await expect(changeGrant(other, person, { ...input, endsOn: null }, 1)).rejects.toBeInstanceOf(Forbidden);
    await expect(withdrawGrant(other, person)).rejects.toBeInstanceOf(Conflict);
    expect(await practiceRights(person.accountId)).toMatchObject([{ reports: true }]);
  });
});
