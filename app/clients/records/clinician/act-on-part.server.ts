import { blockPart, liftBlock } from "#app/clients/records/blocks.server.ts";
import { askLonger, confirmLonger, holdPart, releasePart } from "#app/clients/records/holds/hold.server.ts";
import { noteDisagreement } from "#app/clients/records/remarks.server.ts";
import type { Act } from "#app/shared/acts.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { conflictIn, Invalid } from "#app/shared/errors.ts";
import { noErrors, type Typed } from "#app/shared/form.ts";
import type { partActs } from "./acts.ts";

type Asked = Act<typeof partActs>;
type Good = Extract<Asked, { ok: true }>;
type On = { personId: string; partId: string };

/** What comes back to the page when an act was not right, or somebody was first. */
type PartBack = { act: string; errors: Record<string, string>; typed: Typed; conflict: string | null };

/** Does what a clinician asks for at a part; null when it was done. @throws NotFound as the verbs do */
export async function actOnPart(actor: StaffActor, on: On, asked: Asked): Promise<PartBack | null> {
  const back = { act: asked.act, errors: noErrors, typed: asked.typed, conflict: null };
  if (!asked.ok) return { ...back, errors: asked.errors };
  try {
    const conflict = await conflictIn(perform(actor, on, asked));
    return conflict === null ? null : { ...back, conflict };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ...back, errors: error.fields };
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
