import { and, asc, count, gte, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditLog, auditSeals } from "#db/schema/audit.ts";
import { GENESIS, lineHash, sealHash } from "./chain.ts";
import { isOurSeal } from "./key.server.ts";

export type LogFault =
  | { kind: "line_changed" | "line_missing" | "line_added"; seq: number }
  | { kind: "seal_broken" | "seal_missing" | "seal_forged"; seq: number };

/**
 * Walks the whole chain and names the first thing that is not as it was sealed.
 * @param head a head that was kept elsewhere: the log must still reach it, or its tail was cut
 */
export async function verifyLog(head?: { toSeq: number; hash: string }): Promise<{
  lines: number;
  sealed: number;
  fault: LogFault | null;
}> {
  const seals = await db.select().from(auditSeals).orderBy(asc(auditSeals.fromSeq));
  const [total] = await db.select({ lines: count() }).from(auditLog);
  const report = (fault: LogFault | null, sealed: number) => ({ lines: total?.lines ?? 0, sealed, fault });
  let previousHash = GENESIS;
  let reached = 0;
  for (const seal of seals) {
    if (seal.fromSeq !== reached + 1 || seal.previousHash !== previousHash) {
      return report({ kind: "seal_missing", seq: reached + 1 }, reached);
    }
    if (sealHash(seal) !== seal.hash) return report({ kind: "seal_broken", seq: seal.fromSeq }, reached);
    if (!isOurSeal(seal.hash, seal.signature)) return report({ kind: "seal_forged", seq: seal.fromSeq }, reached);
    const fault = await compareLines(seal);
    if (fault) return report(fault, reached);
    previousHash = seal.hash;
    reached = seal.toSeq;
  }
  const kept = head && seals.find((seal) => seal.toSeq === head.toSeq);
  if (head && kept?.hash !== head.hash) return report({ kind: "seal_missing", seq: head.toSeq }, reached);
  return report(await unsealedFault(reached), reached);
}

async function compareLines(seal: typeof auditSeals.$inferSelect): Promise<LogFault | null> {
  const range = and(gte(auditLog.seq, seal.fromSeq), lte(auditLog.seq, seal.toSeq));
  const lines = await db.select().from(auditLog).where(range).orderBy(asc(auditLog.seq));
  for (let i = 0; i < seal.lines.length; i++) {
    const expected = seal.fromSeq + i;
    const line = lines[i];
    if (!line || line.seq > expected) return { kind: "line_missing", seq: expected };
    if (lineHash(line) !== seal.lines[i]) return { kind: "line_changed", seq: expected };
  }
  return lines.length > seal.lines.length ? { kind: "line_added", seq: seal.toSeq } : null;
}

/** Lines after the last seal are numbered without gaps; a hole means one was taken out. */
async function unsealedFault(reached: number): Promise<LogFault | null> {
  const open = await db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(gte(auditLog.seq, reached + 1))
    .orderBy(asc(auditLog.seq));
  const hole = open.findIndex((line, i) => line.seq !== reached + 1 + i);
  return hole < 0 ? null : { kind: "line_missing", seq: reached + 1 + hole };
}
