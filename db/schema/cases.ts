import { integer, table, text } from "../columns.ts";

/** The last number given out in a row of numbers, such as `R-2026`. Holds nothing about anybody. */
export const caseNumbers = table("case_numbers", {
  /** Kind and year. */
  row: text().primaryKey(),
  last: integer().notNull(),
});
