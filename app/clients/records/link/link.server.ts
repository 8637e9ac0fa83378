import { and, eq, inArray } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { recordLinks } from "#db/schema/records.ts";
import { detachAccounts } from "#app/clients/accounts/match/undo-match.server.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { to } from "#app/shared/address.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { logCare } from "../care/log-care.server.ts";
import { ownClient } from "../care/own-clients.server.ts";
import type { UnlinkWhy } from "./why.ts";

/**
 * The clinician opens the record of an own client, once (G-04): none, asked or unlinked → linked. The client is mailed
 * that there is news, and nothing more.
 * @throws NotFound for anybody but an own client; Conflict when it is linked already
 */
export async function linkRecord(actor: StaffActor, personId: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const by = { linkedAt: now(), linkedBy: actor.accountId, linkedByName: actor.name };
    const stopped = {
      unlinkedAt: null,
      unlinkedReason: null,
      unlinkedBy: null,
      unlinkedByName: null,
      unlinkedWhy: null,
    };
    const change = { state: "linked" as const, ...by, ...stopped };
    const known = await tx
      .update(recordLinks)
      .set(change)
      .where(and(eq(recordLinks.personId, person.id), inArray(recordLinks.state, ["none", "asked", "unlinked"])))
      .returning({ id: recordLinks.id });
    const row = { id: newId(), environmentId: person.environmentId, personId: person.id, ...change };
    const done =
      known.length > 0
        ? known
        : await tx.insert(recordLinks).values(row).onConflictDoNothing().returning({ id: recordLinks.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, { event: "record_link.link", id: person.id });
    await tellNews(tx, person, to("/mijn/:environment/zorgdossier", { environment: person.environmentId }));
  });
}

/**
 * The clinician closes the record again: linked → unlinked, with why, and a reason that is kept sealed. From the next
 * request on nothing of it opens. Where somebody else read along the accounts of this person are taken away from the
 * record too, and wait for practice staff; else the client is mailed that something changed, and nothing more.
 * @throws NotFound for anybody but an own client; Conflict when it is not linked
 */
export async function unlinkRecord(
  actor: StaffActor,
  personId: string,
  given: { why: UnlinkWhy; reason: string },
): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const sealed = sealField(given.reason, { table: "record_links", column: "unlinked_reason", row: person.id });
    const by = { unlinkedAt: now(), unlinkedBy: actor.accountId, unlinkedByName: actor.name };
    const done = await tx
      .update(recordLinks)
      .set({ state: "unlinked", ...by, unlinkedWhy: given.why, unlinkedReason: sealed })
      .where(and(eq(recordLinks.personId, person.id), eq(recordLinks.state, "linked")))
      .returning({ id: recordLinks.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await logCare(tx, actor, person.id, {
      event: "record_link.unlink",
      id: person.id,
      detail: { why: given.why },
    });
    if (given.why === "wrong_person") await detachAccounts(tx, actor, person, given.reason);
    else await tellNews(tx, person, to("/mijn/:environment", { environment: person.environmentId }), "change");
  });
}
