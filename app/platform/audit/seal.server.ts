import { asc, desc, gt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { auditLog, auditSeals } from "#db/schema/audit.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { GENESIS, lineHash, sealHash } from "./chain.ts";
import { auditKeyId, signSeal } from "./key.server.ts";

const BATCH = 2000;

/**
 * Seals the lines that were written since the last seal, at most 2,000 at a time. Returns the new head of the chain
 * (which a job puts in the process log, so that a copy leaves the machine), or null when there was nothing to seal.
 */
export async function sealLog(): Promise<{ toSeq: number; hash: string; signature: string } | null> {
  return transaction(async (tx) => {
    const [last] = await tx.select().from(auditSeals).orderBy(desc(auditSeals.toSeq)).limit(1);
    const open = await tx
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, last?.toSeq ?? 0))
      .orderBy(asc(auditLog.seq))
      .limit(BATCH);
    const first = open[0];
    const final = open.at(-1);
    if (!first || !final) return null;
    const lines = open.map(lineHash);
    const seal = { previousHash: last?.hash ?? GENESIS, fromSeq: first.seq, toSeq: final.seq, lines };
    const hash = sealHash(seal);
    const signature = signSeal(hash);
    await tx.insert(auditSeals).values({ id: newId(), ...seal, hash, signature, keyId: auditKeyId(), sealedAt: now() });
    return { toSeq: final.seq, hash, signature };
  });
}

/** Seals the log and puts the new head in the process log, so that a copy leaves this machine. */
export async function sealAndShow(): Promise<void> {
  for (let head = await sealLog(); head; head = await sealLog()) {
    if (config.logLevel !== "info" && config.logLevel !== "debug") continue;
    process.stdout.write(`${JSON.stringify({ level: "info", message: "audit head", ...head })}\n`);
  }
}
