import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { doorFactors } from "#db/schema/doors.ts";
import type { Door, DoorRow, Way } from "../owners/owner.ts";

/** Wrong codes in a row, over all factors, channels and attempts, after which codes of an account are off. */
export const MOST_FAILURES = 20;

/** In which ways this account may give its second factor now, the usual one first. One that is off is none. */
export async function waysOf<Row extends DoorRow>(door: Door<Row>, row: Row, from: Reads = db): Promise<Way[]> {
  const { owner } = door;
  if (owner.factors === "mailbox") return row.codeFailures < MOST_FAILURES ? ["mail"] : [];
  const rows = await from
    .select({ kind: doorFactors.kind })
    .from(doorFactors)
    .where(and(ownFactors(door, row.id), isNull(doorFactors.offAt), isNotNull(doorFactors.boundAt)));
  const on = new Set(rows.map(({ kind }) => kind));
  const mobile = owner.mobileOf(row);
  const ways: Way[] = [];
  if (on.has("app")) ways.push("app");
  if (on.has("sms") && mobile) ways.push("sms");
  if (on.has("mail") && !owner.mailProvesNothing(row)) ways.push("mail");
  // Somebody whose other ways are off, or who has only the mailbox of a reset, is handed a code in person.
  if (ways.length === 0 || (owner.mailProvesNothing(row) && !mobile)) ways.push("handover");
  return [...ways, "recovery"];
}

/** Condition for the factors of somebody. */
export const ownFactors = ({ owner }: Door, id: string) =>
  and(eq(doorFactors.ownerKind, owner.kind), eq(doorFactors.ownerId, id));

/** The channel by which a code is sent by itself; null when this account gives its factor in another way. */
export async function sentWay<Row extends DoorRow>(door: Door<Row>, row: Row, from: Reads = db) {
  const [usual] = await waysOf(door, row, from);
  return usual === "sms" || usual === "mail" ? usual : null;
}
