import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { appointments, people, recordParts, treatments } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { sealContent, type PartContent } from "../content.ts";
import type { Lines } from "./lines.ts";
import type { Written } from "./write-person.server.ts";

async function ownerOf(tx: Transaction, environmentId: string, externalId: string): Promise<string> {
  const [row] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.environmentId, environmentId), eq(people.externalId, externalId)));
  if (!row) throw new Error("a line names a person who is not there");
  return row.id;
}

/** Writes one course of treatment; the same line again changes nothing. */
export async function writeTreatment(
  tx: Transaction,
  environmentId: string,
  line: Lines["treatments.jsonl"],
  lineHash: string,
): Promise<Written> {
  const mine = and(eq(treatments.environmentId, environmentId), eq(treatments.externalId, line.id));
  const [known] = await tx.select({ id: treatments.id, lineHash: treatments.lineHash }).from(treatments).where(mine);
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const personId = await ownerOf(tx, environmentId, line.person);
  const content = sealContent("treatments", id, { name: line.name, department: line.department ?? null });
  const values = { personId, startedOn: line.from, endedOn: line.until ?? null, content, importedAt: now(), lineHash };
  if (known) await tx.update(treatments).set(values).where(eq(treatments.id, id));
  else await tx.insert(treatments).values({ id, environmentId, externalId: line.id, ...values });
  return { what: known ? "changed" : "new", id, personId };
}

/** Writes one appointment; the same line again changes nothing. */
export async function writeAppointment(
  tx: Transaction,
  environmentId: string,
  line: Lines["appointments.jsonl"],
  lineHash: string,
): Promise<Written> {
  const mine = and(eq(appointments.environmentId, environmentId), eq(appointments.externalId, line.id));
  const [known] = await tx
    .select({ id: appointments.id, lineHash: appointments.lineHash })
    .from(appointments)
    .where(mine);
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const personId = await ownerOf(tx, environmentId, line.person);
  const { kind, withWhom, how, location = null, address = null, preparation = null } = line;
  const content = sealContent("appointments", id, { kind, withWhom, how, location, address, preparation });
  const moment = now();
  const values = {
    personId,
    state: line.state,
    startsAt: new Date(line.startsAt),
    minutes: line.minutes ?? null,
    content,
    changedAt: moment,
    lineHash,
  };
  if (known) await tx.update(appointments).set(values).where(eq(appointments.id, id));
  else await tx.insert(appointments).values({ id, environmentId, externalId: line.id, importedAt: moment, ...values });
  return { what: known ? "changed" : "new", id, personId };
}

/** A document of a part that stands in the file store already. */
export type StoredDocument = {
  fileId: string;
  fileName: string;
  mediaType: NonNullable<PartContent["mediaType"]>;
  size: number;
};

/** Writes one part of a record, with its document if it is one; a change is a new version. */
export async function writePart(
  tx: Transaction,
  environmentId: string,
  line: Lines["parts.jsonl"],
  lineHash: string,
  document: StoredDocument | null,
): Promise<Written> {
  const mine = and(eq(recordParts.environmentId, environmentId), eq(recordParts.externalId, line.id));
  const [known] = await tx.select().from(recordParts).where(mine);
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const content = sealContent("record_parts", id, {
    title: line.title,
    author: line.author,
    authorRole: line.authorRole ?? null,
    text: line.text ?? null,
    fileName: document?.fileName ?? null,
    mediaType: document?.mediaType ?? null,
    size: document?.size ?? null,
    unavailable: line.unavailable ?? null,
  });
  const personId = await ownerOf(tx, environmentId, line.person);
  const moment = now();
  const values = {
    personId,
    treatmentId: line.treatment ? await treatmentOf(tx, environmentId, line.treatment) : null,
    kind: line.kind,
    occurredOn: line.date,
    version: (known?.version ?? 0) + 1,
    content,
    fileId: document?.fileId ?? null,
    unavailable: line.unavailable !== undefined,
    changedAt: moment,
    lineHash,
  };
  if (known) await tx.update(recordParts).set(values).where(eq(recordParts.id, id));
  else await tx.insert(recordParts).values({ id, environmentId, externalId: line.id, importedAt: moment, ...values });
  return { what: known ? "changed" : "new", id, personId };
}

async function treatmentOf(tx: Transaction, environmentId: string, externalId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: treatments.id })
    .from(treatments)
    .where(and(eq(treatments.environmentId, environmentId), eq(treatments.externalId, externalId)));
  return row?.id ?? null;
}
