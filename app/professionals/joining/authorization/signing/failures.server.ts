import { and, count, eq, gte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { authorizationEvents } from "#db/schema/joining.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Authorization } from "./open.server.ts";

const MAX_FAILURES = 20;

/**
 * Twenty wrong codes under one link, over all acts and codes, close it for signing (ASVS 6.6.3): patience must not guess
 * six digits. The desk opens it again by sending a new link, after it has spoken to the practice.
 * @throws Conflict "signing_closed"
 */
export async function assertOpenForCodes(authorization: Authorization): Promise<void> {
  const [row] = await db
    .select({ wrong: count() })
    .from(authorizationEvents)
    .where(
      and(
        eq(authorizationEvents.authorizationId, authorization.id),
        eq(authorizationEvents.kind, "code_wrong"),
        gte(authorizationEvents.at, authorization.sentAt),
      ),
    );
  if ((row?.wrong ?? 0) >= MAX_FAILURES) throw new Conflict("signing_closed");
}
