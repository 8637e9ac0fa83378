import { and, eq, ne } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { products } from "#db/schema/reports.ts";
import { mustMayBring } from "./may-bring.ts";

/** Shows a draft to its audience, from now on. @throws Conflict when it is no draft any more */
export async function publishProduct(actor: Actor, id: string): Promise<void> {
  mustMayBring(actor);
  await transaction(async (tx) => {
    const [changed] = await tx
      .update(products)
      .set({ state: "published", publishedAt: now(), publishedByName: actor.name })
      .where(and(eq(products.id, id), eq(products.state, "draft")))
      .returning({ audience: products.audience, period: products.period });
    if (!changed) throw new Conflict();
    await audit(tx, actor, { event: "product.publish", id, detail: changed });
  });
}

/** Takes a product away from everybody, with the reason; it stays in the history. @throws Conflict when it was already */
export async function withdrawProduct(actor: Actor, id: string, reason: string): Promise<void> {
  mustMayBring(actor);
  const withdrawn = { withdrawnAt: now(), withdrawnByName: actor.name, withdrawnReason: reason };
  await transaction(async (tx) => {
    const [changed] = await tx
      .update(products)
      .set({ state: "withdrawn", standing: null, ...withdrawn })
      .where(and(eq(products.id, id), ne(products.state, "withdrawn")))
      .returning({ id: products.id });
    if (!changed) throw new Conflict();
    await audit(tx, actor, { event: "product.withdraw", id, reason });
  });
}
