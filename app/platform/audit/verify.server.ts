import { and, asc, count, eq, gt, gte, lte, max, min } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditLog, auditSealed, auditSeals } from "#db/schema/audit.ts";
import { now } from "#app/shared/clock.server.ts";
import { GENESIS, lineHash, oldLineHash, sealHash } from "./chain.ts";
import { keptHeads, stands } from "./heads.server.ts";
import { isOurSeal } from "./key.server.ts";
import { subjectsOf } from "./seal.server.ts";

export type LogFault = {
  kind: "line_changed" | "line_missing" | "line_added" | "seal_broken" | "seal_missing" | "seal_forged" | "log_empty";
  seq: number;
};
/** A place in the chain: a head that was kept elsewhere, or how far an earlier walk came. */
export type Place = { toSeq: number; hash: string };
export type LogReport = {
  lines: number;
  /** Number of the last line that was found whole, under the seal with this hash. */
  sealed: number;
  hash: string;
  fault: LogFault | null;
};
type Seal = typeof auditSeals.$inferSelect;

/** So many seals are held at once, of at most 2,000 lines each. */
const PAGE = 20;
/** A log that was never sealed in so long had its seals taken away. */
const UNSEALED_MS = 3_600_000;

/**
 * Walks the whole chain and names the first thing that is not as it was sealed. A log without a line is refused, and so
 * is one that does not go through every head that was kept outside the database: its tail, or all of it, was cut.
 * @param head one more head, kept elsewhere still
 * @param since where an earlier walk ended: only what came after it is walked
 */
export async function verifyLog({ head, since }: { head?: Place; since?: Place } = {}): Promise<LogReport> {
  const [total] = await db.select({ lines: count(), oldest: min(auditLog.at) }).from(auditLog);
  const lines = total?.lines ?? 0;
  let at: Place = since ?? { toSeq: 0, hash: GENESIS };
  let version = 1;
  const report = (fault: LogFault | null): LogReport => ({ lines, sealed: at.toSeq, hash: at.hash, fault });
  if (since && !(await stands(since))) return report({ kind: "seal_missing", seq: since.toSeq });
  const heads = keptHeads();
  let due = await heads.next();
  const early = async () => {
    while (!due.done && due.value.toSeq <= at.toSeq) {
      if (due.value.toSeq > (since?.toSeq ?? 0) && due.value.hash !== at.hash) return due.value.toSeq;
      due = await heads.next();
    }
    return null;
  };
  await early();
  for await (const seal of sealsAfter(at.toSeq)) {
    const fault = seal.version < version ? broken(seal) : await sealFault(seal, at);
    if (fault) return report(fault);
    version = seal.version;
    at = { toSeq: seal.toSeq, hash: seal.hash };
    const lost = await early();
    if (lost !== null) return report({ kind: "seal_missing", seq: lost });
  }
  if (!due.done) return report({ kind: "seal_missing", seq: due.value.toSeq });
  if (head && !(await stands(head))) return report({ kind: "seal_missing", seq: head.toSeq });
  if (lines === 0) return report({ kind: "log_empty", seq: 0 });
  const [numbered] = await db.select({ last: max(auditSealed.seq) }).from(auditSealed);
  const never = at.toSeq === 0 && total?.oldest && total.oldest < new Date(now().getTime() - UNSEALED_MS);
  if ((numbered?.last ?? 0) > at.toSeq || never) return report({ kind: "seal_missing", seq: at.toSeq + 1 });
  return report(null);
}

async function* sealsAfter(toSeq: number): AsyncGenerator<Seal> {
  for (let after = toSeq; ;) {
    const page = await db
      .select()
      .from(auditSeals)
      .where(gt(auditSeals.toSeq, after))
      .orderBy(asc(auditSeals.toSeq))
      .limit(PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last.toSeq;
  }
}

const broken = ({ fromSeq }: Seal): LogFault => ({ kind: "seal_broken", seq: fromSeq });

async function sealFault(seal: Seal, before: Place): Promise<LogFault | null> {
  const { fromSeq } = seal;
  if (fromSeq !== before.toSeq + 1 || seal.previousHash !== before.hash)
    return { kind: "seal_missing", seq: before.toSeq + 1 };
  const { fault, hashes } = await compareLines(seal);
  if (fault) return fault;
  if (sealHash(seal, hashes) !== seal.hash) return broken(seal);
  return isOurSeal(seal) ? null : { kind: "seal_forged", seq: fromSeq };
}

/** Compares what stands there with what was hashed; a seal of version 1 carries the hashes of its lines itself. */
async function compareLines(seal: Seal): Promise<{ fault: LogFault | null; hashes: string[] }> {
  const rows = await db
    .select({ numbered: auditSealed, line: auditLog })
    .from(auditSealed)
    .leftJoin(auditLog, eq(auditLog.id, auditSealed.lineId))
    .where(and(gte(auditSealed.seq, seal.fromSeq), lte(auditSealed.seq, seal.toSeq)))
    .orderBy(asc(auditSealed.seq));
  const subjects = await subjectsOf(
    db,
    rows.map(({ numbered }) => numbered.lineId),
  );
  const old = seal.version === 1;
  const hashes = old ? seal.lines : rows.map(({ numbered }) => numbered.hash);
  for (let seq = seal.fromSeq; seq <= seal.toSeq; seq++) {
    const at = seq - seal.fromSeq;
    const row = rows[at];
    if (!row?.line || row.numbered.seq !== seq) return { fault: { kind: "line_missing", seq }, hashes };
    const { line } = row;
    const hash = old ? oldLineHash(line, seq) : lineHash(line, subjects.get(line.id) ?? []);
    if (hash !== hashes[at]) return { fault: { kind: "line_changed", seq }, hashes };
  }
  return { fault: null, hashes };
}
