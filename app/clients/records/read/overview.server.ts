import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { appointmentsOf, type ShownAppointment } from "./appointments.server.ts";
import { concerned, type Link, linkOf, type WhyShut, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";
import { countParts } from "./parts.server.ts";

type Counted = { count: number; newOnes: number };

/** The front page in figures. A shut kind says why and counts nothing. */
export type Overview = {
  link: Link;
  appointments: (Counted & { next: ShownAppointment | null }) | { because: WhyShut };
  parts: Counted | { because: WhyShut };
};

/**
 * Counts for the front page, made of the same rows that the pages show, so that they are equal (G-02, G1); one line
 * in the log.
 */
export async function lookAtOverview(actor: ClientActor, environment: Environment): Promise<Overview> {
  return transaction(async (tx) => {
    const person = await concerned(tx, actor, environment);
    const link = await linkOf(tx, person);
    if (!person) return { link, appointments: { because: "nobody" }, parts: { because: "nobody" } };
    const noAppointments = whyShut(environment, actor, "appointments", person, link);
    const noParts = whyShut(environment, actor, "record", person, link);
    const coming = noAppointments ? null : (await appointmentsOf(tx, actor, person)).coming;
    const parts = noParts ? null : await countParts(tx, actor, person);
    const detail = { appointments: coming?.length ?? null, parts: parts?.count ?? null };
    await logLook(tx, actor, person, { event: "home.look", detail });
    return {
      link,
      appointments: coming ? { ...counted(coming), next: coming[0] ?? null } : { because: noAppointments ?? "way" },
      parts: parts ?? { because: noParts ?? "way" },
    };
  });
}

const counted = (list: { isNew: boolean }[]): Counted => ({
  count: list.length,
  newOnes: list.filter(({ isNew }) => isNew).length,
});
