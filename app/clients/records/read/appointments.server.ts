import { and, eq } from "drizzle-orm";
import { type Reads, transaction } from "#db/client.server.ts";
import { appointments } from "#db/schema/records.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { type AppointmentContent, openContent } from "../content.ts";
import type { Person } from "../person.server.ts";
import { standing } from "../standing.ts";
import { concerned, linkOf, openPerson, type Opened, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";
import { readable } from "./readable.server.ts";

export type ShownAppointment = {
  id: string;
  cancelled: boolean;
  startsAt: Date;
  /** Length in minutes, where the origin says. */
  minutes: number | null;
  isNew: boolean;
  /** Null: cannot be shown at this moment. */
  content: Brief | null;
};

/** What a list shows of an appointment. */
type Brief = Pick<AppointmentContent, "kind" | "withWhom" | "location" | "how">;
/** The same with everything there is to read of it. */
export type WholeAppointment = ShownAppointment & { content: AppointmentContent | null; changedAt: Date };

/** First come those to come, soonest first; cancelled ones to come apart; earlier ones latest first. */
export type AppointmentLists = Record<"coming" | "cancelled" | "earlier", ShownAppointment[]>;

/** All appointments of a person, inside the transaction of the look that asks for them. */
export async function appointmentsOf(tx: Reads, actor: ClientActor, person: Person): Promise<AppointmentLists> {
  const rows = await tx.select().from(appointments).where(standing.appointments(person)).orderBy(appointments.startsAt);
  const lists: AppointmentLists = { coming: [], cancelled: [], earlier: [] };
  for (const row of rows) {
    const shown = brief(show(actor, row));
    if (endOf(row).getTime() <= now().getTime()) lists.earlier.unshift(shown);
    else if (shown.cancelled) lists.cancelled.push(shown);
    else lists.coming.push(shown);
  }
  return lists;
}

/** The client's appointments; one line in the log (G-05, U03). */
export async function lookAtAppointments(
  actor: ClientActor,
  environment: Environment,
): Promise<Opened<{ lists: AppointmentLists }>> {
  return transaction(async (tx) => {
    const person = await concerned(tx, actor, environment);
    const link = await linkOf(tx, person);
    const because = whyShut(environment, actor, "appointments", person, link);
    if (because || !person) return { open: false, because: because ?? "nobody", link };
    const lists = await appointmentsOf(tx, actor, person);
    const detail = { coming: lists.coming.length, cancelled: lists.cancelled.length, earlier: lists.earlier.length };
    await logLook(tx, actor, person, { event: "appointments.look", detail });
    return { open: true, link, lists };
  });
}

/**
 * One appointment, to read or as a file for a calendar; one line in the log.
 * @throws NotFound for whatever is not an appointment of this client here, or is shut for this session
 */
export async function lookAtAppointment(
  actor: ClientActor,
  environment: Environment,
  id: string | undefined,
  how: "look" | "calendar" = "look",
): Promise<WholeAppointment> {
  return transaction(async (tx) => {
    const { person, row } = await ownAppointment(tx, actor, environment, id);
    await logLook(tx, actor, person, { event: `appointment.${how}`, id: row.id, version: row.changedAt.toISOString() });
    return show(actor, row);
  });
}

/** An appointment of the client, for an act about it. @throws NotFound as `lookAtAppointment` */
export async function ownAppointment(
  tx: Reads,
  actor: ClientActor,
  environment: Environment,
  id: string | undefined,
): Promise<{ person: Person; row: Row }> {
  const person = await openPerson(tx, actor, environment, "appointments");
  const [row] = await tx
    .select()
    .from(appointments)
    .where(and(standing.appointments(person), eq(appointments.id, id ?? "")));
  if (!row) throw new NotFound();
  return { person, row };
}

type Row = typeof appointments.$inferSelect;

const endOf = (row: Row) => new Date(row.startsAt.getTime() + (row.minutes ?? 0) * 60_000);

function show(actor: ClientActor, row: Row): WholeAppointment {
  return {
    id: row.id,
    cancelled: row.state === "cancelled",
    startsAt: row.startsAt,
    minutes: row.minutes,
    changedAt: row.changedAt,
    isNew: actor.previousSignInAt !== null && row.changedAt > actor.previousSignInAt,
    content: readable(actor, "appointments", row.id, () => openContent("appointments", row.id, row.content)),
  };
}

/** A list holds no more than it shows. */
function brief({ id, cancelled, startsAt, minutes, isNew, content }: WholeAppointment): ShownAppointment {
  const of = ({ kind, withWhom, location, how }: AppointmentContent): Brief => ({ kind, withWhom, location, how });
  return { id, cancelled, startsAt, minutes, isNew, content: content && of(content) };
}
