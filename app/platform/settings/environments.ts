import { NotFound } from "#app/shared/errors.ts";
import { all } from "./environments.data.ts";
import type { Environment } from "./environment.ts";

export { entrances } from "./environments.data.ts";

/** All environments, in the order of the list. */
export const environments: readonly Environment[] = all;

/** The environment of an address. @throws NotFound when there is none of that name */
export function environmentOf(id: string | undefined): Environment {
  const found = all.find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}
