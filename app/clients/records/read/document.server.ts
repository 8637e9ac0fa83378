import { db, transaction } from "#db/client.server.ts";
import { readFile } from "#app/platform/files/store.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { logLook } from "./log-look.server.ts";
import { openRow } from "./part.server.ts";
import { contentOf, type PartRow } from "./parts.server.ts";

export type Document = { name: string; mediaType: string; bytes: Buffer };

/**
 * The document of a part, to view or to keep (G-07). Right, link and part are read again in the transaction that writes
 * the line of the log: one document, one line. Only a PDF is there to view: browsers have no reader for others.
 * @throws NotFound for whatever is not a document of this client here, or is shut for this session
 */
export async function openDocument(
  actor: ClientActor,
  environment: Environment,
  id: string | undefined,
  how: "view" | "download",
): Promise<Document> {
  const { row } = await openRow(db, actor, environment, "documents", id);
  // Slow, so before the transaction; nothing is given away until the log has its line.
  const file = await readFile(fileOf(row));
  return transaction(async (tx) => {
    const now = await openRow(tx, actor, environment, "documents", id);
    if (now.row.fileId !== row.fileId) throw new NotFound();
    const content = contentOf(actor, now.row);
    if (!content?.mediaType) throw new NotFound();
    if (how === "view" && content.mediaType !== "application/pdf") throw new NotFound();
    await logLook(tx, actor, now.person, {
      event: `document.${how}`,
      id: now.row.id,
      version: now.row.version,
      detail: { hash: file.hash },
    });
    return { name: content.fileName ?? "document", mediaType: content.mediaType, bytes: file.bytes };
  });
}

function fileOf(row: PartRow): string {
  if (row.fileId === null) throw new NotFound();
  return row.fileId;
}
