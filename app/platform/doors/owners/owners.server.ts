import type { OwnerKind } from "#db/schema/doors.ts";
import { account } from "./account.server.ts";
import { clientAccount } from "./client-account.server.ts";
import type { Owner } from "./owner.ts";

/**
 * Everybody who comes in by a door, one line each; what differs between them stands in the entry. Whoever comes next (a
 * carer, a representative, a person of a household) is a table with the columns of `doorColumns` and a line here.
 */
export const owners: Record<OwnerKind, Owner> = { account, client_account: clientAccount };
