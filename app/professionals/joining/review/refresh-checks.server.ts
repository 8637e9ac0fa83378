import { and, eq, inArray } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { checkRequest } from "#app/professionals/joining/check-request.server.ts";
import { currentChecks, startRound } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import {
  makeStep,
  requestById,
  searchTextOf,
  signInAddress,
  type RequestRow,
} from "#app/professionals/joining/request.server.ts";
import { onlyRequest } from "#app/professionals/joining/same-codes.server.ts";
import type { Actor, SystemActor } from "#app/shared/actor.ts";
import type { OnVersion } from "./take-up.server.ts";

/**
 * Makes all checks again, today. Reasons given before stay where outcome and evidence are the same, and so does the call-back.
 * @returns the request after it. @throws Forbidden, Conflict
 */
export async function refreshChecks(actor: Actor, on: OnVersion): Promise<RequestRow> {
  if (actor.kind !== "system") assertDesk(actor);
  const before = await requestById(on.requestId);
  const judged = await checkRequest({ ...before, signInAddress: signInAddress(before) });
  const { practiceKind, practiceName } = judged;
  const searchText = searchTextOf({ ...before, practiceName });
  return transaction(async (tx) => {
    const row = await makeStep(tx, actor, "refresh_checks", on, { change: { practiceKind, practiceName, searchText } });
    await startRound(tx, row, [...judged.findings, await onlyRequest(row, tx)], true);
    return row;
  });
}

/** Makes the checks of requests of which the signer changed data. Returns how many. */
export async function recheckChanged(actor: SystemActor): Promise<number> {
  const open = await db
    .select({ id: registrationRequests.id, version: registrationRequests.version })
    .from(registrationRequests)
    .where(and(inArray(registrationRequests.state, ["in_review"]), eq(registrationRequests.reason, "corrected")));
  let done = 0;
  for (const { id, version } of open) {
    const rows = await currentChecks(id);
    if (!rows.some((row) => row.evidence.why === "changed")) continue;
    await refreshChecks(actor, { requestId: id, version });
    done += 1;
  }
  return done;
}
