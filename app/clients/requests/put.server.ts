import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { lastDay } from "#app/platform/cases/clock.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { desks, isOpen, kinds } from "./kinds.ts";
import { tellStaff } from "./mail.server.ts";
import type { Asked } from "./request.ts";
import { ofPerson, rowsAt } from "./rows.server.ts";
import { sealWish, shownRequest } from "./sealed.server.ts";

const ASKED = { practice: "change.ask", record: "correction.submit" } as const;
/** Within this time the same words are the same request, in milliseconds. */
const TWICE_MS = 10 * 60_000;

/**
 * Keeps what a client asks: the clock of its desk starts, the log says it, and practice staff is mailed. A button pressed
 * twice, or an answer that got lost, is no second question.
 * @returns id of the request, and whether it is a new one
 * @throws Conflict `asked_already` while practice staff has another question about the same thing to answer
 */
export async function putRequest(
  tx: Transaction,
  actor: ClientActor,
  person: Person,
  asked: Asked,
): Promise<{ id: string; made: boolean }> {
  const before = await sentBefore(tx, actor, person, asked);
  if (before) return { id: before, made: false };
  const { kind, aboutId, aboutVersion, wish } = asked;
  const { desk, stands } = kinds[kind];
  const event = ASKED[desk];
  const id = newId();
  const at = now();
  await tx.insert(clientRequests).values({
    ...{ id, environmentId: person.environmentId, personId: person.id, accountId: actor.accountId, kind, aboutId },
    aboutVersion: aboutVersion === undefined ? null : String(aboutVersion),
    ...sealWish({ id, kind }, wish),
    ...{ submittedAt: at, dueOn: lastDay(desks[desk].term, today()) },
    ...(stands ? { state: "granted" as const, decidedAt: at } : { state: "submitted" as const }),
  });
  await audit(tx, actor, { event, id, subjectId: person.id, detail: { kind } });
  if (desk === "practice") await tellStaff(tx, person.environmentId, id);
  return { id, made: true };
}

/** The request that this one is again, or null. */
async function sentBefore(tx: Transaction, actor: ClientActor, person: Person, asked: Asked): Promise<string | null> {
  const { kind, aboutId, wish } = asked;
  const { desk } = kinds[kind];
  const about = aboutId === null ? isNull(clientRequests.aboutId) : eq(clientRequests.aboutId, aboutId);
  const rows = await rowsAt(tx, desk, and(ofPerson(person), about, ne(clientRequests.state, "withdrawn")));
  const same = (row: (typeof rows)[number]) => row.kind === kind && isDeepStrictEqual(shownRequest(row).wish, wish);
  if (desk === "practice") {
    const waiting = rows.find(isOpen);
    if (waiting && !same(waiting)) throw new Conflict("asked_already");
    return waiting?.id ?? null;
  }
  const recently = now().getTime() - TWICE_MS;
  const sent = rows.filter((row) => row.accountId === actor.accountId && row.submittedAt.getTime() > recently);
  return sent.find(same)?.id ?? null;
}
