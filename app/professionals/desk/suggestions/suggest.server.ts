import { transaction } from "#db/client.server.ts";
import { suggestions } from "#db/schema/desk.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { send, theDesk } from "#app/platform/messages/send.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { letters } from "../letters.ts";

const HOUR = 3_600_000;

/** Takes in a suggestion and tells the desk that there is one; the mail says nothing of what it is (I-15). @throws Limited */
export async function suggest(actor: Actor, given: { message: string; page: string }): Promise<void> {
  const id = newId();
  await transaction(async (tx) => {
    await countLimit(tx, ["suggestion", networkOf(actor.address)], { max: 10, windowMs: HOUR });
    await tx.insert(suggestions).values({
      id,
      message: sealField(given.message, { table: "suggestions", column: "message", row: id }),
      page: given.page,
      role: actor.kind === "account" ? (actor.operatorRole ?? (actor.agb ? "practitioner" : "employee")) : "stranger",
      createdAt: now(),
    });
    await audit(tx, actor, { event: "suggestion.send", id });
    await send(tx, theDesk(), letters.suggestion(null), id);
  });
}
