import { asc, isNotNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import type { Account } from "../account.server.ts";
import type { OperatorRole } from "./add.server.ts";

export type ListedOperator = {
  role: OperatorRole;
  name: string;
  email: string;
  state: Account["state"];
  endsOn: string | null;
};

/** Everybody who works or worked for the operator, with what they may and until when; the list is logged. */
export async function listOperators(actor: SystemActor): Promise<ListedOperator[]> {
  return transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(accounts)
      .where(isNotNull(accounts.operatorRole))
      .orderBy(asc(accounts.operatorRole), asc(accounts.lastName), asc(accounts.id));
    await audit(tx, actor, { event: "operator.list", detail: { found: rows.length } });
    return rows.flatMap(({ operatorRole, firstName, lastName, email, state, endsOn }) =>
      operatorRole ? [{ role: operatorRole, name: `${firstName} ${lastName}`, email, state, endsOn }] : [],
    );
  });
}
