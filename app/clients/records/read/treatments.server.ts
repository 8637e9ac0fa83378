import { desc } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { treatments } from "#db/schema/records.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { openContent } from "../content.ts";
import type { Person } from "../person.server.ts";
import { standing } from "../standing.ts";
import { readable } from "./readable.server.ts";

export type ListedTreatment = {
  id: string;
  startedOn: string;
  endedOn: string | null;
  name: string | null;
  department: string | null;
};

/** Treatments, those that go on first, then the latest first. */
export async function treatmentsOf(tx: Reads, actor: ClientActor, person: Person): Promise<ListedTreatment[]> {
  const rows = await tx
    .select()
    .from(treatments)
    .where(standing.treatments(person))
    .orderBy(desc(treatments.startedOn));
  const shown = rows.map(({ id, startedOn, endedOn, content }) => {
    const open = readable(actor, "treatments", id, () => openContent("treatments", id, content));
    return { id, startedOn, endedOn, name: open?.name ?? null, department: open?.department ?? null };
  });
  return [...shown.filter((one) => one.endedOn === null), ...shown.filter((one) => one.endedOn !== null)];
}
