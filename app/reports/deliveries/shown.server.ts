import { desc, eq, lte } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { deliveries, type Fault, publishedReleases } from "#db/schema/reports.ts";

export type Shown = { id: string; deliveryId: string };

/** The delivery that is shown for a period. */
export async function shownFor(from: Reads, period: string): Promise<Shown | undefined> {
  const [row] = await from
    .select({ id: deliveries.id, deliveryId: deliveries.deliveryId })
    .from(publishedReleases)
    .innerJoin(deliveries, eq(deliveries.id, publishedReleases.deliveryId))
    .where(eq(publishedReleases.period, period));
  return row;
}

/** What is wrong with what a delivery says it corrects, beside what is shown for its period. */
export function supersedesFault(supersedes: string | null, standing: Shown | undefined): Fault[] {
  const expected = standing?.deliveryId ?? null;
  if (supersedes === expected) return [];
  const code = standing ? "period_taken" : "nothing_to_supersede";
  return [{ file: "manifest.json", column: "supersedes", code, detail: expected ?? undefined }];
}

/** Release file to compare a delivery of this period with: of that period itself, else of the last one before it. */
export async function releaseBefore(period: string): Promise<string | undefined> {
  const [row] = await db
    .select({ file: publishedReleases.file })
    .from(publishedReleases)
    .where(lte(publishedReleases.period, period))
    .orderBy(desc(publishedReleases.period))
    .limit(1);
  return row?.file;
}
