import { and, eq, isNull } from "drizzle-orm";
import { appointments, recordParts, treatments } from "#db/schema/records.ts";
import type { Person } from "./person.server.ts";

type Owner = Pick<Person, "id" | "environmentId">;

/**
 * What of a person stands: not what its sender withdrew, which is nowhere from then on. Every
 * read of these tables, but the intake's own, begins with one of these conditions.
 */
export const standing = {
  parts: ({ id, environmentId }: Owner) =>
    and(eq(recordParts.environmentId, environmentId), eq(recordParts.personId, id), isNull(recordParts.withdrawnAt)),
  appointments: ({ id, environmentId }: Owner) =>
    and(eq(appointments.environmentId, environmentId), eq(appointments.personId, id), isNull(appointments.withdrawnAt)),
  treatments: ({ id, environmentId }: Owner) =>
    and(eq(treatments.environmentId, environmentId), eq(treatments.personId, id), isNull(treatments.withdrawnAt)),
};
