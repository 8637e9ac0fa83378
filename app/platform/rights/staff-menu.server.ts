import type { Environment } from "#app/platform/settings/environment.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { staffPlaces } from "./client-guards.server.ts";

/** What comes in for the staff of an environment: sign-ups by mail, changes that clients ask for. */
export const comesIn = ({ mailedCode, switches }: Environment) => ({
  signUps: mailedCode,
  changes: switches.moveAppointment || switches.ownContact,
});

/** Where an account works on the client side today, with what comes in there. */
export async function staffMenu(accountId: string) {
  return (await staffPlaces(accountId)).map((place) => ({ ...place, ...comesIn(environmentOf(place.environmentId)) }));
}
