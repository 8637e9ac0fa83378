import { askLonger, confirmLonger, holdPart, releasePart } from "#app/clients/records/holds/hold.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { textOf } from "#app/shared/form.ts";

const ACTS = ["hold", "release", "longer", "longer_confirm"] as const;
type HoldAct = (typeof ACTS)[number];

/** What comes back to the page when an act on a hold was not right: where, and everything that was typed. */
export type HoldBack = {
  field: "holdReason" | "second" | null;
  conflict: boolean;
  days: string;
  holdReason: string;
  second: string;
};

export const isHoldAct = (act: string): act is HoldAct => ACTS.some((one) => one === act);

/** Does what a form about a hold asks for; null when it was done. @throws NotFound as the verbs do */
export async function actOnHold(
  actor: StaffActor,
  { personId, partId, act, form }: { personId: string; partId: string; act: HoldAct; form: FormData },
): Promise<HoldBack | null> {
  const typed = {
    days: textOf(form, "days"),
    holdReason: textOf(form, "holdReason").trim(),
    second: textOf(form, "second"),
  };
  const days = Number(typed.days);
  const back = (field: HoldBack["field"], conflict = false) => ({ field, conflict, ...typed });
  try {
    if (act === "release") await releasePart(actor, personId, partId);
    else if (act === "longer_confirm") await confirmLonger(actor, personId, partId);
    else if (act === "longer") await askLonger(actor, personId, partId, { days, second: typed.second });
    else if (!typed.holdReason) return back("holdReason");
    else await holdPart(actor, personId, partId, { days, reason: typed.holdReason });
    return null;
  } catch (error) {
    if (error instanceof Conflict) return back(null, true);
    if (error instanceof Invalid) return back(act === "longer" ? "second" : "holdReason");
    throw error;
  }
}
