import { and, eq, gt, inArray, ne } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { openRow } from "#app/clients/records/read/part.server.ts";
import { addRemark } from "#app/clients/records/remarks.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { dueOn } from "./clock.server.ts";
import { requester, requestsOf } from "./own-requests.server.ts";
import { openStates, type RequestKind } from "./request.ts";
import { sealText, shownRequest } from "./sealed.server.ts";

/** Within this time the same words are the same request, in milliseconds. */
const TWICE_MS = 10 * 60_000;

/** `version`: of the part as the client read it; the page may have been open while a newer one came in. */
export type Wish = { partId: string; kind: RequestKind; passage: string; wish: string; version?: number };

/**
 * The client asks for a correction or shielding of a part, or adds an own statement to it (G8). The clock of one month
 * starts. A statement is never judged: it stands beside the part at once (BW 7:454, second paragraph).
 * The same words sent again at once are no second request.
 * @returns id of the request
 * @throws NotFound for a part that is not open to this client
 */
export async function submitRequest(actor: ClientActor, environment: Environment, wish: Wish): Promise<string> {
  return transaction(async (tx) => {
    const { person, row } = await openRow(tx, actor, environment, "record", wish.partId);
    const before = await sentBefore(tx, actor, person, wish);
    if (before) return before;
    const id = newId();
    const { kind } = wish;
    const at = now();
    const version = Math.min(wish.version ?? row.version, row.version);
    await tx.insert(correctionRequests).values({
      ...{ id, environmentId: environment.id, personId: person.id, accountId: actor.accountId, kind },
      ...{ partId: row.id, partVersion: String(version), submittedAt: at, dueOn: dueOn(today(), false) },
      passage: wish.passage ? sealText(id, "passage", wish.passage) : null,
      wish: sealText(id, "wish", wish.wish),
      ...(kind === "statement" ? { state: "granted" as const, decidedAt: at } : { state: "submitted" as const }),
    });
    if (kind === "statement") {
      const by = { id: actor.accountId, name: actor.name };
      await addRemark(tx, person, { partId: row.id, version, kind, text: wish.wish, by });
    }
    await audit(tx, actor, { event: "correction.submit", id, subjectId: person.id, detail: { kind } });
    return id;
  });
}

/** The same request, sent a moment ago: a button pressed twice, or an answer that got lost. */
async function sentBefore(tx: Transaction, actor: ClientActor, person: Person, sent: Wish): Promise<string | null> {
  const rows = await tx
    .select()
    .from(correctionRequests)
    .where(
      and(
        requestsOf(person),
        eq(correctionRequests.accountId, actor.accountId),
        eq(correctionRequests.partId, sent.partId),
        eq(correctionRequests.kind, sent.kind),
        ne(correctionRequests.state, "withdrawn"),
        gt(correctionRequests.submittedAt, new Date(now().getTime() - TWICE_MS)),
      ),
    );
  const same = rows
    .map((row) => shownRequest(row, 0))
    .find((one) => one.wish === sent.wish && (one.passage ?? "") === sent.passage);
  return same?.id ?? null;
}

/** The client takes a request back. @throws Conflict when it is answered or taken back already, or not the client's own */
export async function withdrawRequest(actor: ClientActor, environment: Environment, id: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await requester(tx, actor, environment);
    const done = await tx
      .update(correctionRequests)
      .set({ state: "withdrawn", decidedAt: now() })
      .where(and(requestsOf(person), eq(correctionRequests.id, id), inArray(correctionRequests.state, openStates)))
      .returning({ id: correctionRequests.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await audit(tx, actor, { event: "correction.withdraw", id, subjectId: person.id });
  });
}
