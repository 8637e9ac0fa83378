import { audit } from "#app/platform/audit/record.server.ts";
import { readFile, type StoredFile } from "#app/platform/files/store.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { productLooks } from "#db/schema/reports.ts";
import { placeOf } from "./care-groups.server.ts";
import { anyProduct, shownProduct } from "./find.server.ts";
import { seesProducts } from "./audience.ts";
import { mustMayBring } from "./may-bring.ts";

type File = StoredFile & { bytes: Buffer };

/**
 * The file of a product for somebody of a practice. Right, state and audience are read in the transaction that writes
 * the log: one look, one line (NEN 7513).
 * @throws NotFound when it is not, or no longer, for this practice or this person
 */
export async function openProduct(
  actor: AccountActor,
  at: PracticeRights,
  id: string | undefined,
  how: "view" | "download",
): Promise<File> {
  if (!seesProducts(at)) throw new NotFound();
  const place = await placeOf(at);
  const { fileId } = await shownProduct(db, place, id);
  // Slow, so before the transaction; nothing is given away until the log has its line.
  const file = await readFile(fileId);
  await transaction(async (tx) => {
    const practice = (await practiceRights(actor.accountId, tx)).find((one) => one.agb === at.agb);
    if (!practice || !seesProducts(practice)) throw new NotFound();
    const product = await shownProduct(tx, place, id);
    await audit(tx, actor, {
      event: `product.${how}`,
      id: product.id,
      version: file.hash,
      organisation: practice.agb,
      basis: practice.authorizationIds.join(" "),
      detail: { period: product.period },
    });
    await tx
      .insert(productLooks)
      .values({ id: newId(), productId: product.id, accountId: actor.accountId, firstAt: now() })
      .onConflictDoNothing();
  });
  return file;
}

/** The file of a product in whatever state, for the data manager who checks it. @throws NotFound without it */
export async function openForCheck(actor: AccountActor, id: string | undefined): Promise<File> {
  mustMayBring(actor);
  const product = await anyProduct(id);
  const file = await readFile(product.fileId);
  await transaction((tx) => audit(tx, actor, { event: "product.check", id: product.id, version: file.hash }));
  return file;
}
