import { db, type Reads } from "#db/client.server.ts";
import { type ClientAccount, clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { mayUsePassword, rowByEmail, rowById } from "#app/platform/doors/owners/rows.server.ts";

/**
 * The account of an address in one environment, or null. A plus-address or alias is an address of its own: only case
 * and spelling of the same signs are evened out (U-01).
 */
export const accountByEmail = (environmentId: string, email: string, from: Reads = db) =>
  rowByEmail(clientDoor(environmentId), email, from);

/** An account of one environment, or null: ids of another are unknown here (H11). */
export const accountIn = (environmentId: string, id: string, from: Reads = db) =>
  rowById(clientDoor(environmentId), id, from);

/** Whether this account may come in by password and mailed code, now: also the age counts. */
export const hasMailDoor = (account: ClientAccount, from: Reads = db) =>
  mayUsePassword(clientDoor(account.environmentId), account, from);
