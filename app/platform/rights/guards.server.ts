import { redirect } from "@remix-run/node";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { readSession } from "#app/platform/doors/read-session.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Forbidden, NotFound } from "#app/shared/errors.ts";
import { oncePerAnswer, requestFacts } from "#app/shared/request.server.ts";
import type { AccountActor, PracticeRights, StrangerActor } from "#app/shared/actor.ts";
import { practiceRights } from "./evaluate.server.ts";

const FRESH_MS = 5 * 60_000;

/** Public page: anybody may ask. */
export function stranger(request: Request): StrangerActor {
  return { kind: "stranger", ...requestFacts(request) };
}

/**
 * Who is signed in, or null; for pages that serve both. The loaders of one page share one reading; an action, which
 * may change rights, never does.
 */
export function visitor(request: Request): Promise<AccountActor | null> {
  return request.method === "GET" ? oncePerAnswer("visitor", () => whoIs(request)) : whoIs(request);
}

async function whoIs(request: Request): Promise<AccountActor | null> {
  const live = await readSession(accountDoor, request);
  if (!live) return null;
  const { session, account } = live;
  return {
    kind: "account",
    ...requestFacts(request),
    accountId: account.id,
    sessionId: session.id,
    name: `${account.firstName} ${account.lastName}`,
    email: account.email,
    language: account.language,
    operatorRole: account.operatorRole,
    agb: account.agb,
    factorAt: session.factorAt,
    factorKind: session.way,
    termsAccepted: account.acceptedTerms === terms().version,
    practices: await practiceRights(account.id),
  };
}

/**
 * Somebody with a whole session who has accepted the terms in force.
 * @throws redirect to the sign-in page, which comes back here, or to the terms
 */
export async function requireAccount(request: Request): Promise<AccountActor> {
  const actor = await requireSession(request);
  if (!actor.termsAccepted) throw redirect("/voorwaarden/accepteren", 302);
  return actor;
}

/** Somebody with a whole session, terms accepted or not: for the page of the terms itself and for leaving. */
export async function requireSession(request: Request): Promise<AccountActor> {
  const actor = await visitor(request);
  if (actor) return actor;
  const { pathname, search } = new URL(request.url);
  const back = request.method === "GET" ? `?terug=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}` : "";
  throw redirect(`/inloggen${back}`, 302);
}

/** A practitioner with a practice. @throws Forbidden for everyone else who is signed in */
export async function requirePractitioner(
  request: Request,
): Promise<{ actor: AccountActor; practices: PracticeRights[] }> {
  const actor = await requireAccount(request);
  const own = actor.practices.filter((practice) => practice.role === "practitioner");
  if (!actor.agb || own.length === 0) throw new Forbidden("practitioner_only");
  return { actor, practices: own };
}

/**
 * Somebody who may see reports of a practice: the one named, else the first one open.
 * @throws NotFound for a practice that is not open to this person, as if it did not exist
 */
export async function requireReports(
  request: Request,
  practiceAgb?: string | null,
): Promise<{ actor: AccountActor; practice: PracticeRights }> {
  const actor = await requireAccount(request);
  const open = actor.practices.filter((practice) => practice.reports);
  const practice = practiceAgb ? open.find((one) => one.agb === practiceAgb) : open[0];
  if (practice) return { actor, practice };
  if (practiceAgb) throw new NotFound();
  throw new Forbidden("reports_closed");
}

/** Somebody of the servicedesk. */
export async function requireAgent(request: Request): Promise<AccountActor> {
  const actor = await requireAccount(request);
  if (actor.operatorRole !== "agent" && actor.operatorRole !== "supervisor") throw new Forbidden("desk_only");
  return actor;
}

/** Somebody who brings report data and information products to the practices. */
export async function requireDataManager(request: Request): Promise<AccountActor> {
  const actor = await requireAccount(request);
  if (actor.operatorRole !== "data_manager") throw new Forbidden("data_manager_only");
  return actor;
}

/** Whether the second factor was given at most five minutes ago (ASVS 7.5.3); for forms that must lose nothing. */
export function isFresh(actor: AccountActor): boolean {
  return now().getTime() - actor.factorAt.getTime() <= FRESH_MS;
}

/** The same, for a page that holds nothing typed yet. @throws redirect to the page that asks for the factor */
export function requireFresh(actor: AccountActor, backTo: string): void {
  if (isFresh(actor)) return;
  throw redirect(`/inloggen/opnieuw?terug=${encodeURIComponent(backTo)}`, 303);
}
