import { createReadStream, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { and, asc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { auditSeals } from "#db/schema/audit.ts";
import { config } from "#app/shared/config.server.ts";

/** The end of the chain at some moment: who holds one finds out when anything before it went or changed. */
export type Head = {
  version: number;
  toSeq: number;
  hash: string;
  signature: string;
  keyId: string;
  sealedAt: string;
};
type Place = { toSeq: number; hash: string };

const PAGE = 1000;
const TAIL = 4096;

/**
 * Appends to the file of heads every seal that is not in it yet, so that it also catches up after a crash between the
 * commit of a seal and its line here. The file only grows; it belongs on another disk than the database.
 */
export async function keepHeads(): Promise<void> {
  const { kept, whole } = await lastKept();
  let after = kept && (await stands(kept)) ? kept.toSeq : 0;
  let start = whole ? "" : "\n";
  for (;;) {
    const { version, toSeq, hash, signature, keyId, sealedAt } = auditSeals;
    const seals = await db
      .select({ version, toSeq, hash, signature, keyId, sealedAt })
      .from(auditSeals)
      .where(gt(toSeq, after))
      .orderBy(asc(toSeq))
      .limit(PAGE);
    const last = seals.at(-1);
    if (!last) return;
    const lines = seals.map((seal) => `${JSON.stringify({ ...seal, sealedAt: seal.sealedAt.toISOString() })}\n`);
    const file = await open(config.auditHeads, "a", 0o600);
    try {
      await file.write(start + lines.join(""));
      await file.sync();
    } finally {
      await file.close();
    }
    after = last.toSeq;
    start = "";
  }
}

/** Whether the chain in the database goes through this head. */
export async function stands(head: Place): Promise<boolean> {
  return (await db.$count(auditSeals, and(eq(auditSeals.toSeq, head.toSeq), eq(auditSeals.hash, head.hash)))) > 0;
}

/** Every head that was kept, oldest first; none when there is no file. */
export async function* keptHeads(): AsyncGenerator<Place> {
  if (!existsSync(config.auditHeads)) return;
  for await (const line of createInterface({ input: createReadStream(config.auditHeads), crlfDelay: Infinity })) {
    const head = read(line);
    if (head) yield head;
  }
}

/** The last head in the file, and whether its line came to its end. */
async function lastKept(): Promise<{ kept: Place | null; whole: boolean }> {
  if (!existsSync(config.auditHeads)) return { kept: null, whole: true };
  const file = await open(config.auditHeads, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString("utf8").split("\n");
    const broken = lines.pop();
    return { kept: read(lines.at(-1) ?? ""), whole: broken === "" };
  } finally {
    await file.close();
  }
}

/** A line that a crash cut short is no head. */
function read(line: string): Place | null {
  try {
    const { toSeq, hash } = JSON.parse(line) as Partial<Place>;
    return typeof toSeq === "number" && typeof hash === "string" ? { toSeq, hash } : null;
  } catch {
    return null;
  }
}
