import { eq } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import { recordFile, storeFile } from "#app/platform/files/store.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { Invalid } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, isTaken, transaction } from "#db/client.server.ts";
import { products } from "#db/schema/reports.ts";
import { careGroupNames } from "./care-groups.server.ts";
import { LARGEST, type ProductInput } from "./form.ts";
import { inspectPdf } from "#app/platform/files/inspect-pdf.ts";
import { mustMayBring } from "./may-bring.ts";

const UPLOADS = { max: 60, windowMs: 3_600_000 };

/**
 * Takes a file in as a draft that nobody sees yet; the name it came with plays no part. Returns the id of the product.
 * @throws Invalid when the file is none that is taken (`file`), stands in this period already, or the care group is unknown
 */
export async function uploadProduct(actor: Actor, input: ProductInput, bytes: Buffer): Promise<string> {
  mustMayBring(actor);
  if (bytes.length > LARGEST) throw new Invalid({ file: "too_large" });
  if (actor.kind === "account")
    await transaction((tx) => countLimit(tx, ["product_uploads", actor.accountId], UPLOADS));
  const { audience, period } = input;
  if (audience.to === "care_group" && !(await careGroupNames()).includes(audience.name))
    throw new Invalid({ careGroup: "choose" });
  const hash = sha256(bytes);
  const standing = `${period}|${hash}`;
  if ((await db.$count(products, eq(products.standing, standing))) > 0) throw new Invalid({ file: "same" });
  const judged = inspectPdf(bytes);
  if (!judged.ok) {
    const detail = { fault: judged.fault, size: bytes.length, hash };
    await transaction((tx) => audit(tx, actor, { event: "product.upload", outcome: "refused", detail }));
    throw new Invalid({ file: judged.fault });
  }
  const id = newId();
  const name = `informatieproduct-${period}-${id.slice(-6)}.pdf`;
  const stored = await storeFile({ kind: "product", name, mediaType: "application/pdf", bytes });
  try {
    await transaction(async (tx) => {
      const fileId = await recordFile(tx, stored);
      const made = { createdAt: now(), createdByName: actor.name };
      const kept = { fileId, size: stored.size, pages: judged.pages, standing };
      await tx.insert(products).values({ id, state: "draft", ...input, ...kept, ...made });
      await audit(tx, actor, { event: "product.upload", id, version: hash, detail: { period, audience } });
    });
  } catch (error) {
    if (isTaken(error)) throw new Invalid({ file: "same" });
    throw error;
  }
  return id;
}
