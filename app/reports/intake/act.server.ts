import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { textOf } from "#app/shared/form.ts";
import { dropDelivery } from "../deliveries/drop.server.ts";
import { publishDelivery } from "../deliveries/publish.server.ts";
import { takeBack } from "../deliveries/take-back.server.ts";
import { type Act, readAct } from "./acts.ts";
import { checkAgain } from "./run-check.server.ts";

/** What the page has to say after an act; nothing: go on to the page as it is now. */
export type Answer = { conflict?: string; act?: Act; error?: string; typed?: string };

/** Does what the data manager chose on the page of a delivery. */
export async function actOnDelivery(actor: AccountActor, id: string, form: FormData): Promise<Answer | null> {
  const act = textOf(form, "act");
  const reason = textOf(form, "reason");
  const decision = readAct(act);
  try {
    if (act === "check") await checkAgain(actor, id);
    else if (decision === "publish") await publishDelivery(actor, id, reason);
    else if (decision === "drop") await dropDelivery(actor, id, reason);
    else if (decision === "takeBack") await takeBack(actor, id, reason);
    else throw new Conflict("other");
    return null;
  } catch (error) {
    if (error instanceof Invalid) return { act: decision, error: error.fields.reason ?? "required", typed: reason };
    if (error instanceof Conflict) return { conflict: error.code };
    throw error;
  }
}
