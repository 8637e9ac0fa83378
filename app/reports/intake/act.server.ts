import { z } from "zod";
import { nothing, readAct } from "#app/shared/acts.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { typedIn } from "#app/shared/form.ts";
import { dropDelivery } from "../deliveries/drop.server.ts";
import { publishDelivery } from "../deliveries/publish.server.ts";
import { takeBack } from "../deliveries/take-back.server.ts";
import type { Act } from "./acts.ts";
import { checkAgain } from "./run-check.server.ts";

/** What the page has to say after an act; nothing: go on to the page as it is now. */
export type Answer = { conflict?: string; act?: Act; error?: string; typed?: string };

const DO = { publish: publishDelivery, drop: dropDelivery, takeBack };
/** How much reason a decision needs, its verb says. */
const decided = z.object({ reason: z.string().default("") });
const acts = { check: nothing, publish: decided, drop: decided, takeBack: decided };

/** Does what the data manager chose on the page of a delivery. */
export async function actOnDelivery(actor: AccountActor, id: string, form: FormData): Promise<Answer | null> {
  const asked = readAct(form, acts);
  const decision = asked.act === "check" ? undefined : asked.act;
  const reason = typedIn(asked, "reason");
  try {
    if (asked.act === "check") await checkAgain(actor, id);
    else await DO[asked.act](actor, id, reason);
    return null;
  } catch (error) {
    if (error instanceof Invalid) return { act: decision, error: error.fields.reason ?? "required", typed: reason };
    if (error instanceof Conflict) return { conflict: error.code };
    throw error;
  }
}
