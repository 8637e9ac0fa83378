import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { settings, settingsHead } from "#db/schema/settings.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { differences, type Difference } from "./differences.ts";
import { keepUp } from "./in-force.server.ts";
import { SettingsRefused } from "./refused.ts";
import { fromRows, judged, newest, rowsOf, type Row } from "./rows.ts";
import { changeFaults } from "./rules.ts";
import type { Settings, SettingsFile } from "./schema.ts";

type Kept = Row & { revision: number };
/** A part of the settings that changed: what differs in it, and the revision that brought it. */
export type Change = Pick<Row, "kind" | "key"> & {
  revision: number;
  action: "C" | "U" | "D";
  differences: Difference[];
};

type Also = {
  /** Whether the settings may be changed by this actor now; throws when not. Nothing is asked when nothing changes. */
  allow?: (tx: Transaction, changes: Change[], before: Partial<Settings>) => Promise<void>;
  /** True: only tells what would change. */
  trying?: boolean;
  /** Which of these environments hold something of somebody. */
  inUse?: (tx: Transaction, environmentIds: string[]) => Promise<string[]>;
  /** Lines of the log in the place of one for each change. */
  log?: (tx: Transaction, changes: Change[], before: Partial<Settings>) => Promise<void>;
};

/**
 * Changes settings, all of it or nothing: checked as a whole, kept as a new revision beside the earlier ones, with a line
 * of the log for each part that changed. Every process takes it over before its next request.
 * @param make what they become: parts that are left out stay as they are
 * @returns what changed; nothing for settings that are the same
 * @throws SettingsRefused with every reason; Conflict when they were changed since the file was written, or at this moment
 */
export async function changeSettings(
  actor: SystemActor,
  make: (before: Partial<Settings>) => Omit<SettingsFile, "format">,
  also: Also = {},
): Promise<Change[]> {
  const changes = await transaction(async (tx) => {
    const kept: Kept[] = await tx.select().from(settings);
    const last = newest(kept);
    const before = fromRows(last) as Partial<Settings>;
    const { revision: base, ...given } = make(before);
    const { value: after, faults } = judged({ ...before, ...given });
    if (!after) throw new SettingsRefused(faults);
    const [head] = await tx.select().from(settingsHead);
    const revision = (head?.revision ?? 0) + 1;
    const made = changed(last, rowsOf(after), revision);
    if (made.length === 0) return [];
    if (base !== undefined && base !== head?.revision) throw new Conflict("settings_changed");
    const gone = made.filter(({ row }) => row.kind === "environment" && row.value === null).map(({ row }) => row.key);
    const used = gone.length > 0 ? await (also.inUse ?? everyOne)(tx, gone) : [];
    const refused = [
      ...changeFaults(kept, after),
      ...used.map((id) => ({ path: `environments.${id}`, code: "environment_used" })),
    ];
    if (refused.length > 0) throw new SettingsRefused(refused);
    const said = made.map(({ change }) => change);
    if (also.trying) return said;
    await also.allow?.(tx, said, before);
    await keep(
      tx,
      actor,
      made.map(({ row }) => row),
      head?.revision,
      revision,
    );
    await (also.log ? also.log(tx, said, before) : logEach(tx, actor, said));
    return said;
  });
  await keepUp();
  return changes;
}

const everyOne = (_: Transaction, environmentIds: string[]) => Promise.resolve(environmentIds);

/** Rows that are new, differ or stand elsewhere, and those that went. */
function changed(last: Kept[], rows: Row[], revision: number): { row: Row; change: Change }[] {
  const id = ({ kind, key }: Pick<Row, "kind" | "key">) => `${kind} ${key}`;
  const before = new Map(last.map((row) => [id(row), row]));
  const after = new Set(rows.map(id));
  const went = last
    .filter((row) => row.value !== null && !after.has(id(row)))
    .map(({ kind, key, position }) => ({ kind, key, position, value: null }));
  return [...rows, ...went].flatMap((row) => {
    const known = before.get(id(row));
    const differing = differences(known?.value ?? undefined, row.value ?? undefined);
    if (known && known.position !== row.position)
      differing.push({ path: "position", from: known.position + 1, to: row.position + 1 });
    const action = row.value === null ? ("D" as const) : known?.value == null ? ("C" as const) : ("U" as const);
    const change = { kind: row.kind, key: row.key, revision, action, differences: differing };
    return differing.length > 0 ? [{ row, change }] : [];
  });
}

async function keep(tx: Transaction, actor: SystemActor, rows: Row[], from: number | undefined, revision: number) {
  if (from === undefined) await tx.insert(settingsHead).values({ id: "settings", revision });
  else {
    const moved = await tx
      .update(settingsHead)
      .set({ revision })
      .where(and(eq(settingsHead.id, "settings"), eq(settingsHead.revision, from)))
      .returning({ id: settingsHead.id });
    if (moved.length === 0) throw new Conflict("settings_changed");
  }
  const at = now();
  await tx.insert(settings).values(rows.map((row) => ({ id: newId(), ...row, revision, at, by: actor.name })));
}

async function logEach(tx: Transaction, actor: SystemActor, changes: Change[]): Promise<void> {
  for (const { kind, key, revision, action, differences: differing } of changes)
    await audit(tx, actor, {
      event: "settings.change",
      action,
      id: key ? `${kind} ${key}` : kind,
      version: revision,
      // What it was and became is kept in the rows themselves.
      detail: { changed: differing.map(({ path }) => path).filter((path) => path !== "") },
    });
}
