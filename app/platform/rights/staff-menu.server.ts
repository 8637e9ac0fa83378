import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { staffPlaces } from "./client-guards.server.ts";

/** Where an account works on the client side today, with what comes in there: sign-ups by mail, changes asked for. */
export async function staffMenu(accountId: string) {
  return (await staffPlaces(accountId)).map((place) => {
    const { mailedCode, switches } = environmentOf(place.environmentId);
    return { ...place, signUps: mailedCode, changes: switches.moveAppointment || switches.ownContact };
  });
}
