import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { setClock } from "#app/shared/clock.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { grants, memberships } from "#db/schema/practices.ts";
import { freshDatabase } from "#tests/database.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import type { PracticeRights } from "#app/shared/actor.ts";
import { practiceRights } from "./evaluate.server.ts";

beforeEach(async () => {
  await freshDatabase();
});

type State = (typeof authorizations.$inferSelect)["state"];

async function anAuthorization(accountId: string, practiceId: string, state: State = "in_force") {
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(authorizations).values({
      id,
      state,
      requestId: newId(),
      agbPractitioner: "01000001",
      practitionerName: "Noor Waterman",
      practiceName: "Praktijk De Linde",
      agbPractice: "01000002",
      practiceId,
      accountId,
      version: 1,
      sentAt: now(),
      checkCode: id.slice(-12),
    });
  });
  return id;
}

async function aGrant(
  given: Partial<typeof grants.$inferInsert> & { accountId: string; practiceId: string; authorizationId: string },
) {
  await transaction(async (tx) => {
    await tx.insert(grants).values({
      id: newId(),
      grantedBy: newId(),
      reports: true,
      patientDetails: false,
      reportGroups: "all",
      startsOn: "2026-01-01",
      endsOn: null,
      createdAt: now(),
      ...given,
    });
  });
}

/** A practice with a practitioner whose authorization is in this state, and an employee. */
async function world(state: State = "in_force") {
  const practice = await aPractice();
  const gp = await anAccount({ agb: "01000001" });
  const nurse = await anAccount();
  await aMember(gp.id, practice.id, "practitioner");
  await aMember(nurse.id, practice.id, "employee");
  const authorizationId = await anAuthorization(gp.id, practice.id, state);
  return { practice, gp, nurse, authorizationId };
}

describe("what a practitioner sees", () => {
  const table: [State, boolean][] = [
    ["in_force", true],
    ["sent", false],
    ["superseded", false],
    ["withdrawn", false],
    ["ended", false],
    ["void", false],
  ];
  it.each(table)("I-14 C2: an own authorization that is %s opens reports: %s", async (state, open) => {
    const { gp } = await world(state);
    const [right] = await practiceRights(gp.id);
    expect(right).toMatchObject({ role: "practitioner", reports: open, patientDetails: open });
  });

  it("I-04: the authorization of a colleague at the same practice opens nothing", async () => {
    const { practice } = await world();
    const colleague = await anAccount({ agb: "01000009" });
    await aMember(colleague.id, practice.id, "practitioner");
    const [right] = await practiceRights(colleague.id);
    expect(right).toMatchObject({ reports: false, patientDetails: false, authorizationIds: [] });
  });
});

const groupsOf = ([right]: PracticeRights[]) =>
  Array.isArray(right?.reportGroups) ? right.reportGroups.toSorted() : right?.reportGroups;

describe("what an employee sees", () => {
  it("I-13: nothing without a grant", async () => {
    const { nurse } = await world();
    expect(await practiceRights(nurse.id)).toMatchObject([{ role: "employee", reports: false, patientDetails: false }]);
  });

  const table: [string, Partial<typeof grants.$inferInsert>, { reports: boolean; patientDetails: boolean }][] = [
    ["reports only", {}, { reports: true, patientDetails: false }],
    [
      "patient details imply reports",
      { reports: false, patientDetails: true },
      { reports: true, patientDetails: true },
    ],
    ["neither", { reports: false }, { reports: false, patientDetails: false }],
    ["withdrawn", { withdrawnAt: new Date(0) }, { reports: false, patientDetails: false }],
    ["not yet begun", { startsOn: "2026-11-25" }, { reports: false, patientDetails: false }],
    ["last day today", { endsOn: "2026-11-24" }, { reports: true, patientDetails: false }],
    ["ended yesterday", { endsOn: "2026-11-23" }, { reports: false, patientDetails: false }],
  ];
  it.each(table)("I-13 C2: %s", async (_, grant, sees) => {
    const { nurse, practice, authorizationId } = await world();
    await aGrant({ accountId: nurse.id, practiceId: practice.id, authorizationId, ...grant });
    expect(await practiceRights(nurse.id)).toMatchObject([sees]);
  });

  it("S05 Z02: when the authorization falls, what was granted under it is gone at once", async () => {
    const { nurse, practice, authorizationId } = await world();
    await aGrant({ accountId: nurse.id, practiceId: practice.id, authorizationId, patientDetails: true });
    expect(await practiceRights(nurse.id)).toMatchObject([{ reports: true }]);
    await transaction(async (tx) => {
      await tx.update(authorizations).set({ state: "withdrawn" }).where(eq(authorizations.id, authorizationId));
    });
    expect(await practiceRights(nurse.id)).toMatchObject([{ reports: false, patientDetails: false }]);
  });

  it("Z02: a grant for one practice opens nothing in another, nor does an authorization of another practice carry it", async () => {
    const here = await world();
    const there = await world();
    await aMember(here.nurse.id, there.practice.id, "employee");
    await aGrant({ accountId: here.nurse.id, practiceId: here.practice.id, authorizationId: there.authorizationId });
    const rights = await practiceRights(here.nurse.id);
    expect(rights.map((right) => right.reports)).toEqual([false, false]);
  });

  it("C2: groups of two practitioners add up, and one without a limit opens all", async () => {
    const { nurse, practice, authorizationId } = await world();
    const colleague = await anAccount({ agb: "01000009" });
    await aMember(colleague.id, practice.id, "practitioner");
    const second = await anAuthorization(colleague.id, practice.id);
    const one = { accountId: nurse.id, practiceId: practice.id };
    await aGrant({ ...one, authorizationId, reportGroups: ["DM2"] });
    await aGrant({ ...one, authorizationId: second, reportGroups: ["COPD"] });
    expect(groupsOf(await practiceRights(nurse.id))).toEqual(["COPD", "DM2"]);
    await aGrant({ ...one, authorizationId: second });
    expect((await practiceRights(nurse.id))[0]?.reportGroups).toBe("all");
  });

  it("C11: who has left the practice sees nothing, at midnight Dutch time", async () => {
    const { nurse, practice, authorizationId } = await world();
    await aGrant({ accountId: nurse.id, practiceId: practice.id, authorizationId });
    await transaction(async (tx) => {
      await tx.update(memberships).set({ endsOn: "2026-11-24" }).where(eq(memberships.accountId, nurse.id));
    });
    setClock(new Date("2026-11-24T22:59:59Z"));
    expect(await practiceRights(nurse.id)).toMatchObject([{ reports: true }]);
    setClock(new Date("2026-11-24T23:00:00Z"));
    expect(await practiceRights(nurse.id)).toEqual([]);
  });
});
