import { openField, sealField } from "#app/shared/crypto.server.ts";
import type { RequestRow, ShownRequest } from "./request.ts";

type Column = "passage" | "wish" | "extended_reason" | "answer";

/** Seals one text of a request for its row. */
export function sealText(id: string, column: Column, text: string): string {
  return sealField(text, { table: "correction_requests", column, row: id });
}

/**
 * A request with its texts opened.
 * @param version of the part that stands now; null when it stands no longer
 * @param held for a client: a clinician holds the part back at this moment
 */
export function shownRequest(row: RequestRow, version: number | null, held = false): ShownRequest {
  const open = (column: Column, sealed: string | null) =>
    sealed === null ? null : openField(sealed, { table: "correction_requests", column, row: row.id });
  const { id, kind, state, partId, personId, submittedAt, dueOn, extendedAt, decidedAt, decidedByName } = row;
  return {
    ...{ id, kind, state, partId, personId, submittedAt, dueOn, extendedAt, decidedAt, decidedByName },
    part: version === null ? "gone" : held ? "held" : String(version) === row.partVersion ? "same" : "changed",
    passage: version === null || held ? null : open("passage", row.passage),
    wish: open("wish", row.wish) ?? "",
    extendedReason: open("extended_reason", row.extendedReason),
    answer: open("answer", row.answer),
  };
}
