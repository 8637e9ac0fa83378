import { now } from "#app/shared/clock.server.ts";
import type { Account } from "./account.server.ts";

/** How long an invitation stands; after that a person confirms it anew. */
const INVITATION_MS = 30 * 86_400_000;

/** `lapsed`: nobody activated it within thirty days; `closed`: ended for another reason, or suspended. */
export type InvitationState = "invited" | "lapsed" | "active" | "closed";

/** Invitations from this moment or before have lapsed. */
export function lapsedBefore(): Date {
  return new Date(now().getTime() - INVITATION_MS);
}

/** How far the invitation of an account is. The clock's job may be an hour late, so the date itself counts. */
export function invitationState(account: Pick<Account, "state" | "invitedAt" | "endedReason">): InvitationState {
  if (account.state === "invited") return account.invitedAt <= lapsedBefore() ? "lapsed" : "invited";
  if (account.state === "active") return "active";
  return account.state === "ended" && account.endedReason === "not_activated" ? "lapsed" : "closed";
}
