import { asc, eq, ne, and } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { careGroups } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { requireAsked } from "#app/platform/doors/operators/asked.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";
import { putCareGroup, type CareGroup } from "./care-groups.server.ts";

/** All care groups, those that cannot be chosen any more too, by name. */
export async function allCareGroups(): Promise<CareGroup[]> {
  return db.select().from(careGroups).orderBy(asc(careGroups.name));
}

/** The name as an id that fits in a form: `Zorggroep De Wouden` becomes `zorggroep-de-wouden`. */
const idOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);

/**
 * Adds a care group that practices can choose when they join. Gives back its id.
 * @throws Forbidden without an active supervisor who asked; Invalid for a name without letters; Conflict when it is there
 */
export async function addCareGroup(
  actor: SystemActor,
  given: { name: string; region: string | null },
): Promise<string> {
  const id = idOf(given.name);
  if (id === "") throw new Invalid({ name: "required" });
  return transaction(async (tx) => {
    await requireAsked(tx, actor, { act: "care_group", about: given.name });
    const [known] = await tx.select({ id: careGroups.id }).from(careGroups).where(eq(careGroups.id, id));
    if (known) throw new Conflict("care_group_taken");
    await refuseTakenName(tx, id, given.name);
    await putCareGroup(tx, { id, ...given, active: true });
    await audit(tx, actor, { event: "care_group.add", id, detail: given });
    return id;
  });
}

/**
 * Changes the name or region of a care group, or whether it can be chosen; what practices chose stays.
 * @throws Forbidden without an active supervisor who asked; NotFound without such a group; Conflict when another has the name
 */
export async function changeCareGroup(
  actor: SystemActor,
  id: string,
  change: Partial<Omit<CareGroup, "id">>,
): Promise<CareGroup> {
  return transaction(async (tx) => {
    const [before] = await tx.select().from(careGroups).where(eq(careGroups.id, id));
    if (!before) throw new NotFound("no_care_group");
    await requireAsked(tx, actor, { act: "care_group", about: before.name });
    const after = { ...before, ...change };
    await refuseTakenName(tx, id, after.name);
    await putCareGroup(tx, after);
    await audit(tx, actor, { event: "care_group.change", id, detail: { before, after } });
    return after;
  });
}

async function refuseTakenName(tx: Transaction, id: string, name: string): Promise<void> {
  const [same] = await tx
    .select({ id: careGroups.id })
    .from(careGroups)
    .where(and(eq(careGroups.name, name), ne(careGroups.id, id)));
  if (same) throw new Conflict("care_group_taken");
}
