import { blockPart, liftBlock } from "#app/clients/records/blocks.server.ts";
import { askLonger, confirmLonger, holdPart, releasePart } from "#app/clients/records/holds/hold.server.ts";
import { noteDisagreement } from "#app/clients/records/remarks.server.ts";
import type { Act } from "#app/shared/acts.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { conflictIn, Invalid } from "#app/shared/errors.ts";
import { typedIn } from "#app/shared/form.ts";
import type { partActs } from "./acts.ts";

type Asked = Act<typeof partActs>;
type Good = Extract<Asked, { ok: true }>;
type On = { personId: string; partId: string };

/** What comes back to the page when an act on a hold was not right: where, and everything that was typed. */
export type HoldBack = {
  field: "holdReason" | "second" | null;
  conflict: boolean;
  days: string;
  holdReason: string;
  second: string;
};
/** What comes back when another act was not right, or somebody was first; `hold` for the acts on a hold. */
export type PartBack = {
  field: "note" | "reason" | null;
  fault: string | null;
  conflict: string | null;
  text: string;
  hold: HoldBack | null;
};

const HOLDS = ["hold", "release", "longer", "longer_confirm"];

/** Does what a clinician asks for at a part; null when it was done. @throws NotFound as the verbs do */
export async function actOnPart(actor: StaffActor, on: On, asked: Asked): Promise<PartBack | null> {
  const nothing = { field: null, fault: null, conflict: null, text: "", hold: null };
  if (HOLDS.includes(asked.act)) {
    const hold = await actOnHold(actor, on, asked);
    return hold && { ...nothing, hold };
  }
  const field = asked.act === "note" ? ("note" as const) : ("reason" as const);
  const text = typedIn(asked, field);
  if (!asked.ok) return { ...nothing, field, fault: asked.errors[field] ?? "required", text };
  const conflict = await conflictIn(perform(actor, on, asked));
  return conflict === null ? null : { ...nothing, conflict, text };
}

async function actOnHold(actor: StaffActor, on: On, asked: Asked): Promise<HoldBack | null> {
  const typed = {
    days: typedIn(asked, "days"),
    holdReason: typedIn(asked, "holdReason").trim(),
    second: typedIn(asked, "second"),
  };
  if (!asked.ok) return { field: "holdReason", conflict: false, ...typed };
  try {
    const conflict = await conflictIn(perform(actor, on, asked));
    return conflict === null ? null : { field: null, conflict: true, ...typed };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { field: asked.act === "longer" ? "second" : "holdReason", conflict: false, ...typed };
  }
}

function perform(actor: StaffActor, { personId, partId }: On, asked: Good): Promise<void> {
  switch (asked.act) {
    case "note":
      return noteDisagreement(actor, personId, partId, asked.value.note);
    case "block":
      return blockPart(actor, personId, partId, asked.value.reason);
    case "lift":
      return liftBlock(actor, personId, partId);
    case "hold":
      return holdPart(actor, personId, partId, { days: asked.value.days, reason: asked.value.holdReason });
    case "release":
      return releasePart(actor, personId, partId);
    case "longer":
      return askLonger(actor, personId, partId, asked.value);
    case "longer_confirm":
      return confirmLonger(actor, personId, partId);
  }
}
