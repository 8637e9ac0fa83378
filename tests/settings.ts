import Database from "better-sqlite3";
import { changeSettings } from "#app/platform/settings/change.server.ts";
import { rowsOf } from "#app/platform/settings/rows.ts";
import type { CareGroup } from "#app/platform/settings/schema.ts";
import { migrateFile } from "#db/migrate.server.ts";
import { invented, inventedSettings } from "./invented-settings.ts";

/** A migrated database file with the invented settings, as their first revision, and nothing else. */
export function newDatabase(file: string): void {
  migrateFile(file);
  const connection = new Database(file);
  const insert = connection.prepare(
    "insert into settings (id, kind, key, revision, position, value, at, by) values (?, ?, ?, 1, ?, ?, 0, 'test')",
  );
  for (const { kind, key, position, value } of rowsOf(invented))
    insert.run(`${kind}-${key}`, kind, key, position, JSON.stringify(value));
  connection.prepare("insert into settings_head (id, revision) values ('settings', 1)").run();
  connection.close();
  inventedSettings();
}

/** Care groups that can be chosen, beside those that are there. */
export async function withCareGroups(...groups: Omit<CareGroup, "region" | "active">[]): Promise<void> {
  await changeSettings({ kind: "system", name: "test" }, ({ careGroups = [] }) => {
    const fresh = groups.filter(({ id }) => !careGroups.some((group) => group.id === id));
    return { careGroups: [...careGroups, ...fresh.map((group) => ({ ...group, region: null, active: true }))] };
  });
}
