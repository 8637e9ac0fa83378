import { and, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { appointments } from "#db/schema/records.ts";
import { openContent } from "./content.ts";
import type { Person } from "./person.server.ts";
import { standing } from "./standing.ts";

/** When and with whom an appointment is, and nothing of what it is for: enough to move it. Null when it is not there. */
export async function appointmentForDesk(tx: Reads, person: Person, id: string) {
  const [row] = await tx
    .select()
    .from(appointments)
    .where(and(standing.appointments(person), eq(appointments.id, id)));
  if (!row) return null;
  const { withWhom } = openContent("appointments", row.id, row.content);
  return { startsAt: row.startsAt, withWhom };
}
