import type { Transaction } from "#db/client.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { currentChecks, missingGates } from "./checks.server.ts";
import type { RequestRow } from "./request.server.ts";

/** Nothing goes on while a check is open (I-05). @throws Conflict `gates_open` */
export async function assertGates(tx: Transaction, request: RequestRow): Promise<void> {
  const open = missingGates(request, await currentChecks(request.id, tx));
  if (open.length > 0) throw new Conflict("gates_open");
}
