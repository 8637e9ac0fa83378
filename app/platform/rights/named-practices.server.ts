import { and, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { nameConsents, practices } from "#db/schema/practices.ts";
import { authorizationsOfPractices } from "./in-force.server.ts";

/**
 * Which of these practices (AGB codes) may be shown by name to their care group, with that name: all practitioners whose
 * authorization is in force now consented under it. Nobody consents for another.
 */
export async function namedPractices(agbs: string[]): Promise<Map<string, string>> {
  if (agbs.length === 0) return new Map();
  const rows = await db
    .select({ id: practices.id, agb: practices.agb, name: practices.name })
    .from(practices)
    .where(inArray(practices.agb, agbs));
  const standing = await authorizationsOfPractices(rows.map((row) => row.id));
  const given = await consentingAuthorizations(standing.map((one) => one.id));
  const named = rows.filter((row) => {
    const here = standing.filter((one) => one.practiceId === row.id);
    return here.length > 0 && here.every((one) => given.has(one.id));
  });
  return new Map(named.map((row) => [row.agb, row.name]));
}

/** Authorizations under which consent runs. */
export async function consentingAuthorizations(authorizationIds: string[]): Promise<Set<string>> {
  if (authorizationIds.length === 0) return new Set();
  const rows = await db
    .select({ authorizationId: nameConsents.authorizationId })
    .from(nameConsents)
    .where(and(inArray(nameConsents.authorizationId, authorizationIds), isNull(nameConsents.endedAt)));
  return new Set(rows.map((row) => row.authorizationId));
}
