import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { recordParts, recordPartVersions } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { sealContent, type PartContent } from "../content.ts";
import type { Lines } from "./lines.ts";
import { type Ground, type Here, placeOf, refused, type Written } from "./place.server.ts";

/** A document of a part: it stands in the file store already, or it cannot be shown, and why (a code). */
export type PartDocument =
  | { fileId: string; fileName: string; mediaType: NonNullable<PartContent["mediaType"]>; size: number }
  | { fault: string };

/**
 * Writes one part of a record, with its document if it is one. A change is a new version; what stood before is kept beside
 * it. A document that cannot be shown makes the part unavailable, with the cause.
 */
export async function writePart(
  tx: Transaction,
  ground: Ground,
  here: Here,
  line: Lines["parts.jsonl"],
  lineHash: string,
  document: PartDocument | null,
): Promise<Written> {
  const place = placeOf(ground, here, "parts.jsonl", line);
  if ("what" in place) return place;
  const { personId } = place;
  if (place.known?.lineHash === lineHash) return { what: "same" };
  if (line.file !== undefined && !document) throw new Error("a document changed while it was read");
  const treatment = line.treatment ? here.treatments.get(line.treatment) : null;
  if (line.treatment && (!treatment || treatment.withdrawnAt)) return refused("treatment", "unknown");
  if (treatment && treatment.personId !== personId)
    return refused("treatment", "of_another", [treatment.personId, personId], place.known?.id);
  const id = place.known?.id ?? newId();
  const before = place.known ? await keepVersion(tx, id) : 0;
  const moment = now();
  const shown = document && "fileId" in document ? document : null;
  const values = {
    treatmentId: treatment?.id ?? null,
    kind: line.kind,
    occurredOn: line.date,
    version: before + 1,
    content: sealContent("record_parts", id, contentOf(line, document)),
    fileId: shown?.fileId ?? null,
    unavailable: line.unavailable !== undefined || (document !== null && shown === null),
    changedAt: moment,
    lineHash,
    withdrawnAt: null,
  };
  const owner = { environmentId: ground.environment, personId };
  if (place.known) await tx.update(recordParts).set(values).where(eq(recordParts.id, id));
  else await tx.insert(recordParts).values({ id, ...owner, externalId: line.id, importedAt: moment, ...values });
  return { what: place.known ? "changed" : "new", id, personId, version: values.version };
}

function contentOf(line: Lines["parts.jsonl"], document: PartDocument | null): PartContent {
  const shown = document && "fileId" in document ? document : null;
  const cause = document && "fault" in document ? { cause: document.fault } : null;
  return {
    title: line.title,
    author: line.author,
    authorRole: line.authorRole ?? null,
    text: line.text ?? null,
    fileName: shown?.fileName ?? null,
    mediaType: shown?.mediaType ?? null,
    size: shown?.size ?? null,
    unavailable: line.unavailable ?? cause,
  };
}

/** Puts the version that stands beside the part, before another takes its place. Returns its number. */
async function keepVersion(tx: Transaction, partId: string): Promise<number> {
  const [row] = await tx.select().from(recordParts).where(eq(recordParts.id, partId));
  if (!row) throw new Error("a part that was there is gone");
  const { environmentId, personId, version, treatmentId, kind, occurredOn, content } = row;
  const { fileId, unavailable, changedAt, withdrawnAt } = row;
  await tx.insert(recordPartVersions).values({
    ...{ id: newId(), partId, environmentId, personId, version, treatmentId, kind, occurredOn, content },
    ...{ fileId, unavailable, changedAt, withdrawnAt, replacedAt: now() },
  });
  return version;
}
