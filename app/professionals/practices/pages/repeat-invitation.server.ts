import { invitationOf } from "#app/platform/doors/invitations.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { confirmEmployee, sendEmployeeActivation } from "../employees/invitation.server.ts";

export type Repeated = {
  done?: "send_again" | "confirm_anew";
  refused?: "address_taken" | "limited" | "changed";
  /** To hand over, where there is no mobile. */
  code: string | null;
};

type WaitingInvitation = { state: "invited" | "lapsed"; invitedAt: Date; mine: boolean };

/** The invitation of an employee that was not used yet, or null; `mine`: it rests on a grant of the reader. */
export async function waitingInvitation(employee: {
  membership: { accountId: string };
  given: { own: boolean }[];
}): Promise<WaitingInvitation | null> {
  const found = await invitationOf(employee.membership.accountId);
  if (found?.state !== "invited" && found?.state !== "lapsed") return null;
  const mine = employee.given.some((one) => one.own);
  return { state: found.state, invitedAt: found.invitedAt, mine };
}

/** What the page shows after the practitioner repeated an invitation. */
export async function repeatInvitation(
  actor: AccountActor,
  person: { accountId: string; practiceId: string },
  act: "send_again" | "confirm_anew",
): Promise<Repeated> {
  const repeat = act === "send_again" ? sendEmployeeActivation : confirmEmployee;
  try {
    return { done: act, code: await repeat(actor, person) };
  } catch (error) {
    if (error instanceof Limited) return { refused: "limited", code: null };
    if (error instanceof Conflict && error.code === "address_taken") return { refused: "address_taken", code: null };
    if (error instanceof Conflict) return { refused: "changed", code: null };
    throw error;
  }
}
