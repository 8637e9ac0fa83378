import { and, asc, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import { type Reads, transaction } from "#db/client.server.ts";
import { auditLog, auditSealed, auditSeals, auditSubjects } from "#db/schema/audit.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { GENESIS, lineHash, sealHash } from "./chain.ts";
import { type Head, keepHeads } from "./heads.server.ts";
import { auditKeyId, signSeal } from "./key.server.ts";

const BATCH = 2000;
/** A line may be written this much later than its moment says: a long transaction, a clock that was set back. */
const LATE_MS = 3_600_000;

/**
 * Numbers the lines that no seal holds yet and seals them, at most 2,000 at a time. One at a time: of two that seal
 * together one finds its numbers taken.
 * @param all also looks for lines of long ago that were overlooked, which reads the whole log
 * @returns the new head of the chain, or null when there was nothing to seal
 */
export async function sealLog({ all = false } = {}): Promise<Head | null> {
  return transaction(async (tx) => {
    const last = await lastSeal(tx);
    const since = all || !last.lineAt ? undefined : gte(auditLog.at, new Date(last.lineAt.getTime() - LATE_MS));
    const open = await tx
      .select({ line: auditLog })
      .from(auditLog)
      .leftJoin(auditSealed, eq(auditSealed.lineId, auditLog.id))
      .where(and(since, isNull(auditSealed.seq)))
      .orderBy(asc(auditLog.at), asc(auditLog.id))
      .limit(BATCH);
    if (open.length === 0) return null;
    const subjects = await subjectsOf(
      tx,
      open.map(({ line }) => line.id),
    );
    const rows = open.map(({ line }, at) => ({
      ...{ seq: last.toSeq + 1 + at, lineId: line.id },
      hash: lineHash(line, subjects.get(line.id) ?? []),
    }));
    const seal = {
      ...{ version: 2, previousHash: last.hash, fromSeq: last.toSeq + 1, toSeq: last.toSeq + rows.length },
      ...{ sealedAt: now(), keyId: auditKeyId() },
    };
    const hash = sealHash(
      seal,
      rows.map((row) => row.hash),
    );
    const signature = signSeal(hash);
    await tx.insert(auditSealed).values(rows);
    await tx.insert(auditSeals).values({ id: newId(), ...seal, lines: [], hash, signature });
    const { toSeq, keyId } = seal;
    return { version: 2, toSeq, hash, signature, keyId, sealedAt: seal.sealedAt.toISOString() };
  });
}

/** The newest seal, and the moment of its last line; before the first seal the numbers begin at one. */
async function lastSeal(from: Reads) {
  const { toSeq, hash } = auditSeals;
  const [last] = await from
    .select({ toSeq, hash, lineAt: auditLog.at })
    .from(auditSeals)
    .leftJoin(auditSealed, eq(auditSealed.seq, toSeq))
    .leftJoin(auditLog, eq(auditLog.id, auditSealed.lineId))
    .orderBy(desc(toSeq))
    .limit(1);
  return last ?? { toSeq: 0, hash: GENESIS, lineAt: null };
}

/** Further persons of these lines. */
export async function subjectsOf(from: Reads, lineIds: string[]): Promise<Map<string, string[]>> {
  const rows = await from
    .select({ lineId: auditSubjects.lineId, subjectId: auditSubjects.subjectId })
    .from(auditSubjects)
    .where(inArray(auditSubjects.lineId, lineIds));
  const found = new Map<string, string[]>();
  for (const { lineId, subjectId } of rows) found.set(lineId, [...(found.get(lineId) ?? []), subjectId]);
  return found;
}

/** Seals what is open, and keeps every new head outside the database. */
export async function sealAll(how: { all?: boolean } = {}): Promise<void> {
  while (await sealLog(how));
  await keepHeads();
}

/** The same, and puts the new heads in the process log, so that a copy leaves this machine. */
export async function sealAndShow(how: { all?: boolean } = {}): Promise<void> {
  for (let head = await sealLog(how); head; head = await sealLog(how)) {
    if (config.logLevel !== "info" && config.logLevel !== "debug") continue;
    process.stdout.write(`${JSON.stringify({ level: "info", message: "audit head", ...head })}\n`);
  }
  await keepHeads();
}
