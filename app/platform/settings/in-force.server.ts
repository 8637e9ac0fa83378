import { db, lasting } from "#db/client.server.ts";
import { settings, settingsHead } from "#db/schema/settings.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Environment } from "./environment.ts";
import { fromRows, judged, newest, type Fault } from "./rows.ts";
import type { Settings } from "./schema.ts";

/** All settings of one revision. Never changed: another revision is another value. */
type InForce = Settings & { revision: number };

// Kept on the process: in development modules are evaluated again, and tests put the invented ones here.
const process_ = globalThis as { zorgpoortSettings?: InForce };
/** Revision of which was told that it cannot be read. */
let told = 0;

function inForce(): InForce {
  const known = process_.zorgpoortSettings;
  if (!known) throw new Error("there are no settings: npm run settings -- import <file>");
  return known;
}

/** Whether there are settings in this process. */
export const areThere = () => process_.zorgpoortSettings !== undefined;

/** The organisation that runs this portal. */
export const operator = () => inForce().operator;

/** The general terms in force. */
export const terms = () => inForce().terms;

/** Which days the operator does not work. */
export const calendar = () => inForce().calendar;

/** All environments, in the order of the list. */
export const environments = (): readonly Environment[] => inForce().environments;

/** Entrances to the environments: the same accounts behind each (P-01). */
export const entrances = () => inForce().entrances;

/** All care groups, those that cannot be chosen any more too. */
export const careGroups = () => inForce().careGroups;

/** The environment of an address. @throws NotFound when there is none of that name */
export function environmentOf(id: string | undefined): Environment {
  const found = environments().find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

const newestRevision = lasting("settings_head", (reads) =>
  reads.select({ revision: settingsHead.revision }).from(settingsHead),
);

/**
 * Takes over what was changed meanwhile, here or by another process: one look at one row where nothing was. Called before
 * a request, a round of jobs and a command; what asks for settings then never waits. Rows that this version cannot read
 * leave what was in force. @returns what is wrong with the newest rows, empty when they are in force
 */
export async function keepUp(): Promise<Fault[]> {
  const [head] = await newestRevision();
  const revision = head?.revision ?? 0;
  return process_.zorgpoortSettings?.revision === revision ? [] : load();
}

async function load(): Promise<Fault[]> {
  const rows = newest(await db.select().from(settings));
  // Before the first import there is nothing, or what an older version kept elsewhere.
  if (!rows.some(({ kind }) => kind === "operator")) return [];
  const revision = Math.max(0, ...rows.map((row) => row.revision));
  const { value, faults } = judged(fromRows(rows));
  if (value) process_.zorgpoortSettings = { ...value, revision };
  if (faults && told !== revision)
    process.stderr.write(`${JSON.stringify({ level: "error", message: "settings cannot be read", faults })}\n`);
  if (faults) told = revision;
  return faults ?? [];
}
