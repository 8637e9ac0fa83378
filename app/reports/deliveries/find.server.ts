import { desc, eq } from "drizzle-orm";
import { NotFound } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { deliveries, type DeliveryState, type Finding } from "#db/schema/reports.ts";

export type DeliveryRow = typeof deliveries.$inferSelect;

/** Where a delivery stands. @throws NotFound */
export async function deliveryStanding(
  id: string,
): Promise<{ period: string; rows: number; state: DeliveryState; findings: Finding[] }> {
  const { period, rows, state, comparison } = await deliveryById(id);
  return { period, rows, state, findings: comparison?.findings ?? [] };
}

/** One delivery with all that is known of it. Check rights first. @throws NotFound */
export async function deliveryById(id: string): Promise<DeliveryRow> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  if (!row) throw new NotFound();
  return row;
}

/** Deliveries, newest first. Check rights first. */
export async function newestDeliveries(limit: number): Promise<Omit<DeliveryRow, "comparison" | "faults">[]> {
  return db.select().from(deliveries).orderBy(desc(deliveries.receivedAt), desc(deliveries.id)).limit(limit);
}
