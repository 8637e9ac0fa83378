import type { Environment } from "#app/platform/settings/environment.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { endThisSession } from "#app/platform/doors/own-sessions.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import type { DigidOutcome } from "#app/platform/doors/digid/complete.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { linkDigid } from "../link/link-digid.server.ts";
import { keepDigidProof } from "../link/proof.server.ts";
import { enterWithDigid } from "./enter.server.ts";
import { wayBack } from "./way-back.ts";

/** Where to go and which cookies change: a text sets it, null takes it away, undefined leaves it. */
type Arrival = { to: string; session?: string | null; attempt?: string | null };

/** What follows from an outcome of DigiD: a session, a page that asks on, or a page that says what happened (D05). */
export async function arrive(
  request: Request,
  actor: StrangerActor,
  environment: Environment,
  outcome: DigidOutcome,
): Promise<Arrival> {
  const at = `/mijn/${environment.id}`;
  const failed = (how: string): Arrival => ({ to: `${at}/inloggen/niet-gelukt?hoe=${how}` });
  if (outcome.kind !== "success") {
    // A link elsewhere may lead here too: what this browser never began ends nothing.
    if (!readCookie(request, `digid-${environment.id}`)) return failed(outcome.kind);
    await endRunning(request, environment, "digid_failed");
    return { ...failed(outcome.kind), session: null };
  }
  const { bsn, level, authenticatedAt } = outcome;
  const proof = { bsn, level, authenticatedAt };
  if (outcome.purpose === "link") {
    const attempt = readCookie(request, `client-attempt-${environment.id}`);
    const answer = await linkDigid(actor, environment, { accountId: outcome.accountId ?? "", attempt, proof });
    return { to: `${at}/koppelen?uitkomst=${answer}`, attempt: null };
  }
  await endRunning(request, environment, "signed_in_anew");
  const device = readCookie(request, `client-device-${environment.id}`);
  const entered = await enterWithDigid(actor, environment, proof, device);
  if (entered.kind === "in") return { to: backOf(request, environment.id), session: entered.session };
  if (entered.kind === "closed" || entered.kind === "child" || entered.kind === "age_unknown")
    return { ...failed(entered.kind), session: null };
  const attempt = await keepDigidProof(environment, proof);
  if (entered.kind === "question") return { to: `${at}/koppelen`, attempt, session: null };
  if (environment.unknownPerson === "create") return { to: `${at}/nieuw`, attempt, session: null };
  const nobody = { ...failed("person"), session: null };
  return environment.mailedCode ? { ...nobody, attempt } : nobody;
}

/**
 * A sign-in that does not succeed ends the session that was still running (DigiD specification 3.7, 6); one that does takes
 * its place.
 */
async function endRunning(request: Request, environment: Environment, reason: string): Promise<void> {
  const client = await clientVisitor(request, environment);
  if (client) await endThisSession(client, clientDoor(environment.id), reason);
}

/** The page that was asked for before signing in; kept in a cookie with its percent signs as points. */
function backOf(request: Request, environmentId: string): string {
  const kept = readCookie(request, `digid-back-${environmentId}`) ?? "";
  try {
    return wayBack(environmentId, decodeURIComponent(kept.replaceAll(".", "%")));
  } catch {
    return wayBack(environmentId, null);
  }
}
