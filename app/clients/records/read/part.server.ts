import { and, asc, eq } from "drizzle-orm";
import { db, type Reads, transaction } from "#db/client.server.ts";
import { partRemarks } from "#db/schema/records.ts";
import { readFile } from "#app/platform/files/store.server.ts";
import { accountsOfOthers } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { reportFault } from "#app/shared/report-error.server.ts";
import type { Person } from "../person.server.ts";
import { concerned, linkOf, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";
import { contentOf, documentKind, isEarlier, type PartKind, partOf, type PartRow } from "./parts.server.ts";
import { readable } from "./readable.server.ts";
import { type Letter, readLetter } from "../documents/letter/read-letter.server.ts";

/** What stands beside a part: that the client disagrees, or the client's own words. */
type Remark = {
  id: string;
  kind: "disagreement" | "statement";
  by: string;
  writtenAt: Date;
  /** True: it is about an earlier version of the part. */
  earlier: boolean;
  /** Null: cannot be shown at this moment. */
  text: string | null;
};

/** A part to read. Without title it cannot be shown at this moment. */
export type ShownPart = {
  id: string;
  kind: PartKind;
  occurredOn: string;
  title: string | null;
  author: string | null;
  authorRole: string | null;
  text: string | null;
  /** `letter`: a Word document as a page shows it; null where it does not open at this moment, and for a PDF. */
  document: { kind: "pdf" | "word"; size: number | null; letter: Letter | null } | null;
  remarks: Remark[];
};

/**
 * One part of the client's record, of a Word document with its text; one line in the log, with the version shown.
 * @throws NotFound for whatever is not a part of this client here, or is shut for this session
 */
export async function lookAtPart(
  actor: ClientActor,
  environment: Environment,
  id: string | undefined,
): Promise<ShownPart & { version: number }> {
  const read = await letterOf(actor, environment, id);
  return transaction(async (tx) => {
    const { person, row } = await openRow(tx, actor, environment, "record", id);
    const content = contentOf(actor, row);
    await logLook(tx, actor, person, {
      event: "part.look",
      id: row.id,
      version: row.version,
      detail: { kind: row.kind },
    });
    const document = documentKind(row, content);
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      occurredOn: row.occurredOn,
      title: content?.title ?? null,
      author: content?.author ?? null,
      authorRole: content?.authorRole ?? null,
      text: content?.text ?? null,
      document: document && {
        kind: document,
        size: content?.size ?? null,
        letter: read?.fileId === row.fileId ? read.letter : null,
      },
      remarks: await remarksOf(tx, actor, person, row),
    };
  });
}

/** The document of a part as a letter to read, where it is of Word. Slow, so before the transaction; given away only inside it. */
async function letterOf(actor: ClientActor, environment: Environment, id: string | undefined) {
  const { row } = await openRow(db, actor, environment, "record", id);
  const content = row.fileId === null ? null : contentOf(actor, row);
  if (row.fileId === null || documentKind(row, content) !== "word") return null;
  const { fileId } = row;
  try {
    return { fileId, letter: await readLetter((await readFile(fileId)).bytes) };
  } catch {
    reportFault(new Error(`the file of a part does not open: ${fileId}`), actor.requestId ?? "");
    return { fileId, letter: null };
  }
}

/** Person and row of a part that is open to this session. @throws NotFound otherwise */
export async function openRow(
  tx: Reads,
  actor: ClientActor,
  environment: Environment,
  category: "record" | "documents",
  id: string | undefined,
): Promise<{ person: Person; row: PartRow }> {
  const person = await concerned(tx, actor, environment);
  const shut = whyShut(environment, actor, category, person, await linkOf(tx, person));
  const row = person && !shut ? await partOf(tx, actor, person, id ?? "") : null;
  if (!person || !row) throw new NotFound();
  return { person, row };
}

async function remarksOf(tx: Reads, actor: ClientActor, person: Person, part: PartRow): Promise<Remark[]> {
  const rows = await tx
    .select()
    .from(partRemarks)
    .where(and(eq(partRemarks.partId, part.id), eq(partRemarks.personId, person.id)))
    .orderBy(asc(partRemarks.writtenAt));
  // Words of somebody who was taken for this client for a while are not the client's own.
  const writers = rows.filter(({ kind }) => kind === "statement").map(({ writtenBy }) => writtenBy);
  const others = await accountsOfOthers(tx, person, [...new Set(writers)]);
  const shown = rows.filter(({ writtenBy }) => !others.has(writtenBy));
  return shown.map(({ id, kind, text, writtenByName, writtenAt, partVersion }) => ({
    id,
    kind,
    earlier: isEarlier(partVersion, part),
    by: writtenByName,
    writtenAt,
    text: readable(actor, "part_remarks", id, () =>
      openField(text, { table: "part_remarks", column: "text", row: id }),
    ),
  }));
}
