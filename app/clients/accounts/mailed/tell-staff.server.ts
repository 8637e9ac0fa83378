import type { Transaction } from "#db/client.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { today } from "#app/shared/clock.server.ts";
import { letters } from "./letters.ts";

/** Tells practice staff that somebody waits, without saying who; at most once a day. */
export async function tellStaff(tx: Transaction, { id, desk }: Environment): Promise<void> {
  await send(tx, { email: desk.email, language: "nl" }, letters.staff({ environment: id }), `${id}:${today()}`);
}
