import { openField, sealField } from "#app/shared/crypto.server.ts";
import type { ChangeRow, ShownChange, Wish } from "./change.ts";

type Column = "wish" | "answer";
const place = (row: string, column: Column) => ({ table: "change_requests", column, row });

/** Seals what a client wrote for its row. */
export const sealWish = (id: string, wish: Wish) => sealField(JSON.stringify(wish), place(id, "wish"));

/** Seals the answer of the practice for its row. */
export const sealAnswer = (id: string, answer: string) => sealField(answer, place(id, "answer"));

/** A change with its texts opened. */
export function shownChange(row: ChangeRow): ShownChange {
  const { id, kind, state, appointmentId, submittedAt, answerBy, decidedAt, decidedByName } = row;
  return {
    ...{ id, kind, state, appointmentId, submittedAt, answerBy, decidedAt, decidedByName },
    wish: JSON.parse(openField(row.wish, place(id, "wish"))) as Wish,
    answer: row.answer === null ? null : openField(row.answer, place(id, "answer")),
  };
}
