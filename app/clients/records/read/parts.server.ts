import type { Reads } from "#db/client.server.ts";
import type { recordParts } from "#db/schema/records.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { openContent, type PartContent } from "../content.ts";
import type { Person } from "../person.server.ts";
import { readable } from "./readable.server.ts";
import { type HeldPart, visibleParts } from "./visible.server.ts";
import { type ListedTreatment, treatmentsOf } from "./treatments.server.ts";

export type PartRow = typeof recordParts.$inferSelect;
export type PartKind = PartRow["kind"];

/** A part as a list shows it: never its text. */
export type ListedPart = {
  id: string;
  kind: PartKind;
  occurredOn: string;
  treatmentId: string | null;
  isNew: boolean;
  /** Null: cannot be shown at this moment. */
  title: string | null;
  author: string | null;
  document: "pdf" | "word" | null;
};

/**
 * A part that is known to exist and cannot be shown here (G-06): why and how to get it in words of the sender, or why its
 * document did not come in, as a code.
 */
type MissingPart = {
  id: string;
  occurredOn: string;
  title: string | null;
  why: string;
  how: string;
  cause: string | null;
};

export type PartLists = {
  treatments: ListedTreatment[];
  parts: ListedPart[];
  missing: MissingPart[];
  held: HeldPart[];
};

/** What a list shows of a part, and what is counted: the same rows, so that counts and lists are equal (G1). */
const isShown = (row: PartRow) => !row.unavailable;
const isNew = (actor: ClientActor, row: PartRow) =>
  actor.previousSignInAt !== null && row.changedAt > actor.previousSignInAt;

/** How many parts the list holds, and how many of them are new; none is opened for it. */
export async function countParts(
  tx: Reads,
  actor: ClientActor,
  person: Person,
): Promise<{ count: number; newOnes: number }> {
  const rows = (await visibleParts(tx, actor, person)).rows.filter(isShown);
  return { count: rows.length, newOnes: rows.filter((row) => isNew(actor, row)).length };
}

/** All parts of a record and the treatments they belong to, inside the transaction of the look that asks for them. */
export async function partsOf(tx: Reads, actor: ClientActor, person: Person): Promise<PartLists> {
  const treatmentList = await treatmentsOf(tx, actor, person);
  const known = new Set(treatmentList.map(({ id }) => id));
  const { rows, held } = await visibleParts(tx, actor, person);
  return {
    treatments: treatmentList,
    parts: rows.filter(isShown).map((row) => listed(actor, row, known)),
    missing: rows.filter((row) => !isShown(row)).map((row) => missing(actor, row)),
    held,
  };
}

function listed(actor: ClientActor, row: PartRow, known: Set<string>): ListedPart {
  const content = contentOf(actor, row);
  const { id, kind, occurredOn } = row;
  const treatmentId = row.treatmentId !== null && known.has(row.treatmentId) ? row.treatmentId : null;
  const { title = null, author = null } = content ?? {};
  const document = documentKind(row, content);
  return { id, kind, occurredOn, treatmentId, isNew: isNew(actor, row), title, author, document };
}

function missing(actor: ClientActor, row: PartRow): MissingPart {
  const content = contentOf(actor, row);
  const said = content?.unavailable ?? null;
  const words = said && "why" in said ? said : { why: "", how: "" };
  const cause = said && "cause" in said ? said.cause : null;
  return { id: row.id, occurredOn: row.occurredOn, title: content?.title ?? null, ...words, cause };
}

/** One part of this person that can be shown, or null. */
export async function partOf(tx: Reads, actor: ClientActor, person: Person, id: string): Promise<PartRow | null> {
  const [row] = (await visibleParts(tx, actor, person, id)).rows;
  return row && isShown(row) ? row : null;
}

/** Whether something about a part is about a version before the one that stands; false where its version was not kept. */
export const isEarlier = (version: number | null, row: Pick<PartRow, "version">) =>
  version !== null && version < row.version;

/** What is in a part; null when it does not open. */
export function contentOf(actor: ClientActor, row: PartRow): PartContent | null {
  return readable(actor, "record_parts", row.id, () => openContent("record_parts", row.id, row.content));
}

/** What kind of document a part is; null for text. */
export function documentKind(row: PartRow, content: PartContent | null): "pdf" | "word" | null {
  if (row.fileId === null || !content?.mediaType) return null;
  return content.mediaType === "application/pdf" ? "pdf" : "word";
}
