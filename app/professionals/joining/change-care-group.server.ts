import { audit } from "#app/platform/audit/record.server.ts";
import { requireAsked } from "#app/platform/doors/operators/asked.server.ts";
import { changeSettings } from "#app/platform/settings/change.server.ts";
import { careGroups } from "#app/platform/settings/in-force.server.ts";
import type { CareGroup } from "#app/platform/settings/schema.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";

/** The name as an id that fits in a form: `Zorggroep De Wouden` becomes `zorggroep-de-wouden`. */
const idOf = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");

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
  await changeSettings(
    actor,
    ({ careGroups: all = [] }) => {
      if (all.some((group) => group.id === id)) throw new Conflict("care_group_taken");
      refuseTakenName(all, id, given.name);
      return { careGroups: [...all, { id, ...given, active: true }] };
    },
    {
      allow: (tx) => requireAsked(tx, actor, { act: "care_group", about: given.name }),
      log: (tx) => audit(tx, actor, { event: "care_group.add", id, detail: given }),
    },
  );
  return id;
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
  const of = (all: CareGroup[] = []) => {
    const before = all.find((group) => group.id === id);
    if (!before) throw new NotFound("no_care_group");
    return { before, after: { ...before, ...change } };
  };
  await changeSettings(
    actor,
    ({ careGroups: all = [] }) => {
      const { after } = of(all);
      refuseTakenName(all, id, after.name);
      return { careGroups: all.map((group) => (group.id === id ? after : group)) };
    },
    {
      allow: (tx, _, before) =>
        requireAsked(tx, actor, { act: "care_group", about: of(before.careGroups).before.name }),
      log: (tx, _, before) => audit(tx, actor, { event: "care_group.change", id, detail: of(before.careGroups) }),
    },
  );
  return of([...careGroups()]).before;
}

function refuseTakenName(all: CareGroup[], id: string, name: string): void {
  if (all.some((group) => group.name === name && group.id !== id)) throw new Conflict("care_group_taken");
}
