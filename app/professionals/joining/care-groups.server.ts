import { careGroups } from "#app/platform/settings/in-force.server.ts";
import type { CareGroup } from "#app/platform/settings/schema.ts";
import { Invalid } from "#app/shared/errors.ts";

const byName = (a: CareGroup, b: CareGroup) => (a.name < b.name ? -1 : 1);

/** All care groups, those that cannot be chosen any more too, by name. */
export const allCareGroups = (): CareGroup[] => [...careGroups()].sort(byName);

/** Care groups one can choose, by name. */
export const activeCareGroups = (): CareGroup[] => allCareGroups().filter(({ active }) => active);

/**
 * Refuses a care group that nobody can choose: its name would come to stand in what is signed.
 * @param before chosen earlier, which may have been closed since
 * @throws Invalid
 */
export function requireChoosable(chosen: string[], before: string[] = []): void {
  const known = new Set([...activeCareGroups().map(({ id }) => id), ...before]);
  if (chosen.some((id) => !known.has(id))) throw new Invalid({ careGroups: "unknown" });
}
