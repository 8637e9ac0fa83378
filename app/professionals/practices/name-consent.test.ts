import { beforeEach, describe, expect, it } from "vitest";
import { withdrawAuthorization } from "#app/professionals/joining/authorization/withdraw.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { aMember, anAccount, aPractice } from "#tests/factories.ts";
import { aPractitioner, signedIn } from "#tests/practice-world.ts";
import { namedPractices } from "#app/platform/rights/named-practices.server.ts";
import { endNameConsent, giveNameConsent, nameConsentOf } from "./name-consent.server.ts";

let practice: Awaited<ReturnType<typeof aPractice>>;
let anna: AccountActor;
const named = async () => [...(await namedPractices([practice.agb]))];
const authorizationOf = (actor: AccountActor) => actor.practices[0]!.authorizationIds[0]!;

beforeEach(async () => {
  await freshDatabase();
  practice = await aPractice({ name: "Praktijk De Linde" });
  anna = await aPractitioner(practice, { firstName: "Anna", agb: "01000001" });
});

describe("the name of a practice in its care group", () => {
  it("M-87: shows by the practitioner's own consent alone: off at first, given and ended in the portal, both in the log", async () => {
    expect(await named()).toEqual([]);
    await giveNameConsent(anna, practice.id);
    expect(await named()).toEqual([[practice.agb, "Praktijk De Linde"]]);
    await expect(giveNameConsent(anna, practice.id)).rejects.toThrow("state_changed");
    await endNameConsent(anna, practice.id);
    expect(await named()).toEqual([]);
    await expect(endNameConsent(anna, practice.id)).rejects.toThrow("state_changed");
    const events = (await db.select().from(auditLog)).map((row) => [row.event, row.organisation]);
    expect(events.filter(([event]) => event?.startsWith("name_consent"))).toEqual([
      ["name_consent.give", practice.agb],
      ["name_consent.end", practice.agb],
    ]);
  });

  it("M-87: of several practitioners each has to consent; one is enough to end it", async () => {
    const bert = await aPractitioner(practice, { firstName: "Bert", agb: "01000002" });
    await giveNameConsent(anna, practice.id);
    expect(await named()).toEqual([]);
    expect(await nameConsentOf(anna, practice.id)).toMatchObject({ mine: true, others: 1, consenting: 1 });
    await giveNameConsent(bert, practice.id);
    expect(await named()).toHaveLength(1);
    await endNameConsent(bert, practice.id);
    expect(await named()).toEqual([]);
  });

  it("M-87: consent falls with the authorization under which it was given", async () => {
    await giveNameConsent(anna, practice.id);
    await withdrawAuthorization(anna, authorizationOf(anna), "");
    expect(await named()).toEqual([]);
    await expect(giveNameConsent(anna, practice.id)).rejects.toThrow("authorization_needed");
  });

  it("M-87 Z01: an employee, and a practitioner of another practice, can neither give nor end it", async () => {
    const account = await anAccount();
    await aMember(account.id, practice.id, "employee");
    const employee = await signedIn(account);
    const elsewhere = await aPractitioner(await aPractice(), { firstName: "Carla", agb: "01000003" });
    for (const actor of [employee, elsewhere]) {
      await expect(giveNameConsent(actor, practice.id)).rejects.toThrow("authorization_needed");
      await expect(endNameConsent(actor, practice.id)).rejects.toThrow("authorization_needed");
    }
  });
});
