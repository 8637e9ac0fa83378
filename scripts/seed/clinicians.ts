import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { generate } from "otplib";
import { appointStaff } from "#app/clients/records/clinician/appoint.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { appOffer, checkApp, offerApp } from "#app/platform/doors/sign-in/factors.server.ts";
import type { StaffPlace } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { transaction } from "#db/client.server.ts";
import { activate, listApp, seeder } from "./people.ts";

type Person = { firstName: string; lastName: string; email: string; mobile: string };

/** Somebody who works for an environment and signs in with a code of an app. */
async function withApp(person: Person, place: StaffPlace): Promise<void> {
  const invited = { ...person, language: "nl" as const, agb: null, practiceName: "" };
  const { accountId } = await transaction((tx) => inviteAccount(tx, seeder, invited));
  await activate(accountId, { role: place.role, practice: null, mobile: person.mobile, handover: null });
  await transaction(async (tx) => {
    await offerApp(tx, accountDoor, accountId);
    await appointStaff(tx, seeder, accountId, place);
  });
  const offer = await appOffer(accountId, person.email);
  if (!offer) throw new Error(`${person.email} has no app`);
  const code = await generate({ secret: offer.secret, epoch: Math.floor(now().getTime() / 1000) });
  if (!(await checkApp(accountDoor, accountId, code, true)))
    throw new Error(`the app of ${person.email} was not bound`);
  listApp(person.email, offer.secret, place.environmentId);
}

/** Clinicians of the institution, and a clinician and somebody of the staff of the practice. */
export async function inventedStaff(): Promise<void> {
  const clinician = (environmentId: string, clinicianCode: string): StaffPlace => {
    return { environmentId, role: "clinician", clinicianCode };
  };
  const karin = { firstName: "Karin", lastName: "Molenaar", email: "karin@getij.example", mobile: "+31610000021" };
  await withApp(karin, clinician("getij", "BEH-001"));
  const youssef = { firstName: "Youssef", lastName: "Amrani", email: "youssef@getij.example", mobile: "+31610000022" };
  await withApp(youssef, clinician("getij", "BEH-002"));
  const petra = { firstName: "Petra", lastName: "Vonk", email: "petra@delinde.example", mobile: "+31610000023" };
  await withApp(petra, { environmentId: "delinde", role: "staff", clinicianCode: null });
  // She keeps SMS, so that the portal asks for an app first.
  const anna = await accountAt("anna@delinde.example");
  if (anna) await transaction((tx) => appointStaff(tx, seeder, anna.id, clinician("delinde", "01012345")));
}
