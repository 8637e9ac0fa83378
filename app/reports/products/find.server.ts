import { and, desc, eq } from "drizzle-orm";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { db, type Reads } from "#db/client.server.ts";
import { productLooks, products } from "#db/schema/reports.ts";
import { isFor, type Place, seesProducts } from "./audience.ts";
import { placeOf } from "./care-groups.server.ts";

export type Product = typeof products.$inferSelect;
/** A product as a reader meets it. */
export type Listed = Pick<Product, "id" | "titleNl" | "titleEn" | "period" | "size" | "pages"> & {
  publishedAt: Date | null;
  /** This person has not opened it yet. */
  fresh: boolean;
};

/** What is shown to this practice now, newest period first. */
export async function productsFor(actor: AccountActor, practice: PracticeRights): Promise<Listed[]> {
  const [shown, looks] = await Promise.all([
    shownTo(practice),
    db.select({ id: productLooks.productId }).from(productLooks).where(eq(productLooks.accountId, actor.accountId)),
  ]);
  const opened = new Set(looks.map((look) => look.id));
  return shown.map((row) => listed(row, !opened.has(row.id)));
}

/** How many products are shown to this practice now. */
export async function countProducts(practice: PracticeRights): Promise<number> {
  return (await shownTo(practice)).length;
}

/** One product that is shown to this practice. @throws NotFound for every other one, as if it did not exist */
export async function productFor(practice: PracticeRights, id: string | undefined): Promise<Listed> {
  if (!seesProducts(practice)) throw new NotFound();
  return listed(await shownProduct(db, await placeOf(practice), id), false);
}

/** The row of a product that is shown at this place. @throws NotFound otherwise */
export async function shownProduct(from: Reads, place: Place, id: string | undefined): Promise<Product> {
  const [row] = await from
    .select()
    .from(products)
    .where(and(eq(products.id, id ?? ""), eq(products.state, "published")));
  if (!row || !isFor(row.audience, place)) throw new NotFound();
  return row;
}

/** Every product, newest first, for the data manager. */
export async function allProducts(): Promise<Product[]> {
  return db.select().from(products).orderBy(desc(products.createdAt), desc(products.id));
}

/** One product in whatever state, for the data manager. @throws NotFound without it */
export async function anyProduct(id: string | undefined): Promise<Product> {
  const [row] = await db
    .select()
    .from(products)
    .where(eq(products.id, id ?? ""));
  if (!row) throw new NotFound();
  return row;
}

async function shownTo(practice: PracticeRights): Promise<Product[]> {
  if (!seesProducts(practice)) return [];
  const rows = await db
    .select()
    .from(products)
    .where(eq(products.state, "published"))
    .orderBy(desc(products.period), desc(products.publishedAt), desc(products.id));
  if (rows.length === 0) return [];
  const place = await placeOf(practice);
  return rows.filter((row) => isFor(row.audience, place));
}

function listed({ id, titleNl, titleEn, period, size, pages, publishedAt }: Product, fresh: boolean): Listed {
  return { id, titleNl, titleEn, period, size, pages, publishedAt, fresh };
}
