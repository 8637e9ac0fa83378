import { openField, sealField } from "#app/shared/crypto.server.ts";
import { type Desk, kinds, type Kind } from "./kinds.ts";
import type { AboutPart, RowAt, ShownRequest, Wish } from "./request.ts";

type Column = "passage" | "wish" | "extended_reason" | "answer";

/** The tables in which requests were kept at first: their names are part of every seal, and stay so. */
const SEALED_FOR = { practice: "change_requests", record: "correction_requests" };
const place = ({ id, kind }: { id: string; kind: Kind }, column: Column) => ({
  table: SEALED_FOR[kinds[kind].desk],
  column,
  row: id,
});

/** Seals one text of a request for its row. */
export function sealText(of: { id: string; kind: Kind }, column: Column, text: string): string {
  return sealField(text, place(of, column));
}

/** Seals what a client wrote for its row. */
export function sealWish(of: { id: string; kind: Kind }, { text, passage, contact }: Wish) {
  const asJson = kinds[of.kind].desk === "practice";
  return {
    passage: passage ? sealText(of, "passage", passage) : null,
    wish: sealText(of, "wish", asJson ? JSON.stringify({ text, contact }) : text),
  };
}

/** A request with its texts opened. */
export function shownRequest<D extends Desk>(row: RowAt<D>): ShownRequest<D> {
  const { id, kind, state, version, aboutId, personId, submittedAt, dueOn } = row;
  const { extendedAt, decidedAt, decidedByName } = row;
  const open = (column: Column, sealed: string | null) =>
    sealed === null ? null : openField(sealed, place({ id, kind }, column));
  const words = open("wish", row.wish) ?? "";
  const written =
    kinds[kind].desk === "practice"
      ? (JSON.parse(words) as Pick<Wish, "text" | "contact">)
      : { text: words, contact: null };
  return {
    ...{ id, kind, state, version, aboutId, personId, submittedAt, dueOn, extendedAt, decidedAt, decidedByName },
    wish: { ...written, passage: open("passage", row.passage) },
    extendedReason: open("extended_reason", row.extendedReason),
    answer: open("answer", row.answer),
  };
}

/**
 * A request about a part with its texts opened, as it may be seen now: nothing is quoted of a part that is gone or held.
 * @param version of the part that stands now; null when it stands no longer
 * @param held for a client: a clinician holds the part back at this moment
 */
export function shownAboutPart<D extends Desk>(row: RowAt<D>, version: number | null, held = false): AboutPart<D> {
  const shown = shownRequest(row);
  const part = version === null ? "gone" : held ? "held" : String(version) === row.aboutVersion ? "same" : "changed";
  const quotes = part === "same" || part === "changed";
  return { ...shown, part, wish: { ...shown.wish, passage: quotes ? shown.wish.passage : null } };
}
