import { id, instant, integer, json, table, text, uniqueIndex } from "../columns.ts";

/** One setting as it was from one revision on; the newest of a kind and key is in force. Rows are only added. */
export const settings = table(
  "settings",
  {
    id: id(),
    kind: text()
      .$type<"operator" | "calendar" | "terms" | "environment" | "client_terms" | "entrance" | "care_group">()
      .notNull(),
    /** Which of its kind, such as the id of an environment; empty where there is one. */
    key: text().notNull(),
    /** The revision of all settings that brought it. */
    revision: integer().notNull(),
    /** Its place among its kind, as listed. */
    position: integer().notNull(),
    /** JSON; null where it was taken away. */
    value: json().$type<unknown>(),
    at: instant().notNull(),
    /** Name of who or what changed it; the log tells more. */
    by: text().notNull(),
  },
  (t) => [uniqueIndex("settings_one").on(t.kind, t.key, t.revision)],
);

/** The one row that says which revision is in force: what every process looks at. */
export const settingsHead = table("settings_head", { id: id(), revision: integer().notNull() });
