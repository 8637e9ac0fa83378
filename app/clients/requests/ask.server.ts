import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { lastDay } from "#app/platform/cases/clock.server.ts";
import { ownAppointment } from "#app/clients/records/read/appointments.server.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import { openRow } from "#app/clients/records/read/part.server.ts";
import { addRemark } from "#app/clients/records/remarks.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { dutchDate, now, today } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { desks, type KindAbout, kinds } from "./kinds.ts";
import { putRequest } from "./put.server.ts";
import type { OwnContact } from "./request.ts";

/** Day on which the practice answers at the latest what is asked today, `YYYY-MM-DD`. */
export const answerBy = () => lastDay(desks.practice.term, today());

/** Whether there is time left to answer before this appointment; whoever is later calls. */
export const mayBeAsked = ({ startsAt, state }: { startsAt: Date; state: string }) =>
  state === "planned" && startsAt > now() && dutchDate(startsAt) > answerBy();

/**
 * The client asks to move or cancel an appointment that is to come (G2). The appointment stands until staff changed it in
 * the system of origin: the portal changes none (G-05).
 * @returns id of the request
 * @throws NotFound where the environment does not offer it, or for an appointment of somebody else; Conflict when it is
 *   too soon for an answer, cancelled, or asked already
 */
export async function askAboutAppointment(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | undefined,
  { kind, text }: { kind: KindAbout<"appointment">; text: string },
): Promise<string> {
  if (!environment.switches.moveAppointment) throw new NotFound();
  return transaction(async (tx) => {
    const { person, row } = await ownAppointment(tx, actor, environment, appointmentId);
    if (!mayBeAsked(row)) throw new Conflict("too_soon");
    const wish = { text, passage: null, contact: null };
    return (await putRequest(tx, actor, person, { kind, aboutId: row.id, wish })).id;
  });
}

/**
 * The client gives own contact data (F9). They are shown at once beside what the record has, and change the record only
 * when its system delivers them; the address to sign in with stays as it is.
 * @throws NotFound where the environment does not offer it; Conflict while an earlier change waits
 */
export async function giveContact(actor: ClientActor, environment: Environment, contact: OwnContact): Promise<string> {
  if (!environment.switches.ownContact) throw new NotFound();
  return transaction(async (tx) => {
    const person = await openPerson(tx, actor, environment, "profile");
    const wish = { text: "", passage: null, contact };
    return (await putRequest(tx, actor, person, { kind: "contact", aboutId: null, wish })).id;
  });
}

/** `version`: of the part as the client read it; the page may have been open while a newer one came in. */
type PartWish = { partId: string; kind: KindAbout<"part">; passage: string; wish: string; version?: number };

/**
 * The client asks for a correction or shielding of a part, or adds an own statement to it (G8). The clock of one month
 * starts. A statement stands beside the part at once.
 * @returns id of the request
 * @throws NotFound for a part that is not open to this client
 */
export async function askAboutPart(actor: ClientActor, environment: Environment, asked: PartWish): Promise<string> {
  const { kind, partId, passage, wish: text } = asked;
  return transaction(async (tx) => {
    const { person, row } = await openRow(tx, actor, environment, "record", partId);
    const version = Math.min(asked.version ?? row.version, row.version);
    const wish = { text, passage: passage || null, contact: null };
    const { id, made } = await putRequest(tx, actor, person, { kind, aboutId: row.id, aboutVersion: version, wish });
    const by = { id: actor.accountId, name: actor.name };
    if (made && kinds[kind].stands)
      await addRemark(tx, person, { partId: row.id, version, kind: "statement", text, by });
    return id;
  });
}
