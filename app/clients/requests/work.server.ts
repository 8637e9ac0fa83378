import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { waitingSignUps } from "#app/clients/accounts/match/find.server.ts";
import { staffOf } from "#app/clients/accounts/match/staff.server.ts";
import { linksAsked, ownClientIds } from "#app/clients/records/care/own-clients.server.ts";
import { type Work, workIn } from "#app/platform/cases/work.ts";
import { comesIn } from "#app/platform/rights/staff-menu.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import type { Desk } from "./kinds.ts";
import { waitingAt } from "./rows.server.ts";

/** What waits for whoever works for an environment, list by list; counts only, nothing about anybody. */
export type StaffWork = { place: "clients" | "sign_ups" | "changes" | "requests"; work: Work }[];

/**
 * The lists of this person with what waits in each: of practice staff sign-ups and changes, of a clinician clients who
 * asked to link their record and requests. Nothing is promised of a sign-up or a link, so none is late.
 */
export async function workOf(actor: StaffActor, environment: Environment): Promise<StaffWork> {
  if (actor.staff.role === "clinician")
    return [
      { place: "clients", work: { waiting: await linksAsked(actor), late: 0 } },
      { place: "requests", work: await requestWork(actor, "record") },
    ];
  const lists: StaffWork = [];
  const comes = comesIn(environment);
  if (comes.signUps)
    lists.push({ place: "sign_ups", work: { waiting: (await waitingSignUps(actor)).length, late: 0 } });
  if (comes.changes) lists.push({ place: "changes", work: await requestWork(actor, "practice") });
  return lists;
}

/** What waits for an answer at one desk. @throws Forbidden for who does not work there */
async function requestWork(actor: StaffActor, desk: Desk): Promise<Work> {
  const inEnvironment = eq(clientRequests.environmentId, actor.staff.environmentId);
  if (desk === "practice") staffOf(actor);
  const own = desk === "record" ? inArray(clientRequests.personId, ownClientIds(db, actor)) : undefined;
  const rows = await db
    .select({ dueOn: clientRequests.dueOn })
    .from(clientRequests)
    .where(and(waitingAt(desk), inEnvironment, own));
  return workIn(
    rows.map(({ dueOn }) => dueOn),
    today(),
  );
}
