import { NotFound } from "#app/shared/errors.ts";
import type { Entrance, Environment } from "./environment.ts";
import { all, entrances as listed } from "./environments.data.ts";
import { operator as runs } from "./operator.ts";
import { terms as general } from "./terms.ts";

/** The organisation that runs this portal. */
export const operator = () => runs;

/** The general terms in force. */
export const terms = () => general;

/** All environments, in the order of the list. */
export const environments = (): readonly Environment[] => all;

/** Entrances to the environments: the same accounts behind each (P-01). */
export const entrances = (): readonly Entrance[] => listed;

/** The environment of an address. @throws NotFound when there is none of that name */
export function environmentOf(id: string | undefined): Environment {
  const found = environments().find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}
