import { type Transaction, transaction } from "#db/client.server.ts";
import { lastDay } from "#app/platform/cases/clock.server.ts";
import { type On, step } from "#app/platform/cases/step.server.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import { appointmentForDesk } from "#app/clients/records/appointment-for-desk.server.ts";
import { addBlock } from "#app/clients/records/blocks.server.ts";
import { versionsOf } from "#app/clients/records/part-versions.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { type Address, to } from "#app/shared/address.ts";
import { dutchDate, now, today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { requestAtDesk } from "./desk.server.ts";
import { type Desk, EXTENDED } from "./kinds.ts";
import type { RequestRow, RowAt } from "./request.ts";
import { cases } from "./request-case.server.ts";
import { sealText } from "./sealed.server.ts";

type OnRequest = Pick<On, "id" | "version">;
/** What each desk can do, in the order in which it is offered. */
export const acts = { practice: ["done", "declined"], record: ["take_up", "grant", "refuse", "extend"] } as const;
export type Act<D extends keyof typeof acts> = (typeof acts)[D][number];

/**
 * Practice staff answers: done in its own system, or not possible, with words for the client.
 * @throws NotFound, Forbidden; Conflict when it was answered or taken back meanwhile
 */
export async function answerAtPractice(
  actor: StaffActor,
  on: OnRequest,
  act: Act<"practice">,
  answer: string,
): Promise<void> {
  await transaction(async (tx) => {
    const { row, person } = await requestAtDesk(tx, actor, "practice", on.id);
    await step(tx, actor, cases.practice, act, on, { change: decision(actor, row, answer) });
    await tellNews(tx, person, await placeOfAnswer(tx, person, row));
  });
}

/**
 * A clinician takes up a request of an own client, answers it, or takes two more months, once, told with the reason before
 * the first month is over (AVG art. 12). A shielding that is granted takes effect at once.
 * @throws NotFound for anybody else's client; Conflict when it was answered or taken back meanwhile, or `too_late`
 */
export async function answerAboutRecord(
  actor: StaffActor,
  on: OnRequest,
  act: Act<"record">,
  words = "",
): Promise<void> {
  await transaction(async (tx) => {
    const { row, person } = await requestAtDesk(tx, actor, "record", on.id);
    if (act === "extend" && row.dueOn < today()) throw new Conflict("too_late");
    const change = {
      take_up: () => ({ takenUpBy: actor.accountId }),
      extend: () => extension(row, words),
      grant: () => decision(actor, row, words),
      refuse: () => decision(actor, row, words),
    }[act]();
    await step(tx, actor, cases.record, act, on, { change });
    if (act === "grant" && row.kind === "shielding") await shield(tx, actor, person, row, words);
    const about = { environment: person.environmentId, request: row.id };
    await tellNews(tx, person, to("/mijn/:environment/verzoeken/:request", about));
  });
}

const decision = (actor: StaffActor, row: RowAt<Desk>, answer: string): Partial<RequestRow> => ({
  ...{ decidedBy: actor.accountId, decidedByName: actor.name },
  answer: answer ? sealText(row, "answer", answer) : null,
});

const extension = (row: RowAt<Desk>, reason: string): Partial<RequestRow> => ({
  ...{ extendedAt: now(), dueOn: lastDay(EXTENDED, dutchDate(row.submittedAt)) },
  extendedReason: sealText(row, "extended_reason", reason),
});

/** What its sender withdrew shows to nobody: there is nothing left to shield. */
async function shield(
  tx: Transaction,
  actor: StaffActor,
  person: Person,
  row: RowAt<"record">,
  words: string,
): Promise<void> {
  const partId = row.aboutId ?? "";
  if ((await versionsOf(tx, person)).has(partId)) await addBlock(tx, actor, person.id, partId, words);
}

/** Where the client reads the answer. An appointment that was withdrawn meanwhile has no page any more. */
async function placeOfAnswer(tx: Transaction, person: Person, { aboutId }: RowAt<"practice">): Promise<Address> {
  const environment = person.environmentId;
  if (aboutId === null) return to("/mijn/:environment/profiel/wijzigen", { environment });
  const stands = await appointmentForDesk(tx, person, aboutId);
  return stands
    ? to("/mijn/:environment/afspraken/:appointment/wijzigen", { environment, appointment: aboutId })
    : to("/mijn/:environment/afspraken", { environment });
}
