import { id, instant, table, text } from "../columns.ts";

/** What people say could be better, with the page they were on. */
export const suggestions = table("suggestions", {
  id: id(),
  /** Sealed: people write what they like. */
  message: text().notNull(),
  page: text().notNull(),
  role: text().notNull(),
  createdAt: instant().notNull(),
});
