import { redirect } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { ownDoor } from "#app/platform/doors/owners/own-door.server.ts";
import { pausedAt, readSession } from "#app/platform/doors/read-session.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { Forbidden, NotFound } from "#app/shared/errors.ts";
import { fullName } from "#app/shared/person-name.ts";
import { runs } from "#app/shared/running.server.ts";
import { oncePerAnswer, requestFacts } from "#app/shared/request.server.ts";
import type { ClientActor, StaffActor, StrangerActor } from "#app/shared/actor.ts";
import { requireAccount, stranger } from "./guards.server.ts";

/**
 * Anybody, at the door of an environment.
 * @throws NotFound when there is no such environment
 */
export function atTheDoor(
  request: Request,
  id: string | undefined,
): { actor: StrangerActor; environment: Environment } {
  return { actor: stranger(request), environment: environmentOf(id) };
}

/**
 * Anybody, at the door of password and mailed code.
 * @throws NotFound where the environment has no such door
 */
export function atMailDoor(request: Request, id: string | undefined): ReturnType<typeof atTheDoor> {
  const found = atTheDoor(request, id);
  if (!found.environment.mailedCode) throw new NotFound();
  return found;
}

/** The client signed in to this environment, terms accepted or not, or null; for pages that serve both. */
export function clientVisitor(request: Request, environment: Environment): Promise<ClientActor | null> {
  return request.method === "GET"
    ? oncePerAnswer(`client ${environment.id}`, () => whoIs(request, environment))
    : whoIs(request, environment);
}

/**
 * A client whose page sends something by itself, which is no sign of life (S04).
 * @throws redirect to the door when there is no live session, or the terms are not accepted
 */
export async function requireClientAtRest(
  request: Request,
  id: string | undefined,
): Promise<{ actor: ClientActor; environment: Environment }> {
  const environment = environmentOf(id);
  const actor = await whoIs(request, environment, false);
  if (!actor?.termsAccepted) throw redirect(`/mijn/${environment.id}/inloggen`, 302);
  return { actor, environment };
}

async function whoIs(request: Request, environment: Environment, alive = true): Promise<ClientActor | null> {
  const live = await readSession(clientDoor(environment.id), request, alive);
  if (!live) return null;
  const { session, account } = live;
  return {
    kind: "client",
    ...requestFacts(request),
    environmentId: environment.id,
    accountId: account.id,
    sessionId: session.id,
    name: fullName(account),
    language: account.language,
    personId: account.personId,
    clientId: account.personId,
    relation: null,
    way: session.way === "digid" ? "digid" : "mail",
    level: session.level,
    knownDevice: session.knownDevice,
    termsAccepted: account.state === "active" && account.acceptedTerms === environment.terms.version,
    previousSignInAt: account.previousSignInAt,
    expiresAt: session.expiresAt,
  };
}

/** A client in this environment, terms accepted or not: for the terms themselves, "take my data" and leaving. */
export async function requireClientSession(
  request: Request,
  id: string | undefined,
): Promise<{ actor: ClientActor; environment: Environment }> {
  const environment = environmentOf(id);
  const actor = await clientVisitor(request, environment);
  if (actor) return { actor, environment };
  const paused = await pausedAt(clientDoor(environment.id), request);
  if (paused) throw redirect(`/mijn/${environment.id}/inloggen/niet-gelukt?hoe=${await ownDoor(paused)}`, 302);
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? `?terug=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}` : "";
  throw redirect(`/mijn/${environment.id}/inloggen${back}`, 302);
}

/**
 * A client in this environment who accepted the terms in force. Which data the way of signing in opens is asked of
 * `accessTo`, category by category, where the data are read.
 * @throws redirect to the door of the environment, which comes back here, or to the terms
 */
export async function requireClient(
  request: Request,
  id: string | undefined,
): Promise<{ actor: ClientActor; environment: Environment }> {
  const found = await requireClientSession(request, id);
  if (!found.actor.termsAccepted) throw redirect(`/mijn/${found.environment.id}/voorwaarden`, 302);
  return found;
}

/**
 * Somebody who works for this environment in this role today, signed in with an app code or stronger. A `clinician` opens
 * the records of clients treated at this moment (`ownClient`), links and holds back, and answers what is asked about a
 * record. `staff` decides on sign-ups and accounts, and answers what clients ask of the practice; it opens no record.
 * @throws Forbidden for everyone else who is signed in; redirect to the page that asks for an app code
 */
export async function requireStaff(
  request: Request,
  id: string | undefined,
  role: "clinician" | "staff",
): Promise<{ actor: StaffActor; environment: Environment }> {
  const environment = environmentOf(id);
  const account = await requireAccount(request);
  const [row] = await db
    .select()
    .from(environmentStaff)
    .where(
      and(
        eq(environmentStaff.environmentId, environment.id),
        eq(environmentStaff.accountId, account.accountId),
        eq(environmentStaff.role, role),
      ),
    );
  if (!row || !runs(row)) throw new Forbidden("staff_only");
  if (account.factorKind !== "app") throw redirect("/account/app?nodig=behandelaar", 302);
  const staff = { environmentId: environment.id, role: row.role, clinicianCode: row.clinicianCode };
  return { actor: { ...account, staff }, environment };
}

/** Where an account works on the client side today. */
export async function staffPlaces(accountId: string) {
  const rows = await db.select().from(environmentStaff).where(eq(environmentStaff.accountId, accountId));
  return rows.filter((row) => runs(row)).map(({ environmentId, role }) => ({ environmentId, role }));
}
