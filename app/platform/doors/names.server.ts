import { eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { invitationState } from "./invitation-state.server.ts";
import { emailKey } from "./email-key.ts";

export type AccountName = {
  id: string;
  name: string;
  email: string;
  language: "nl" | "en";
  state: (typeof accounts.$inferSelect)["state"];
  hasMobile: boolean;
};

/** Names and addresses of accounts, by id; for rooms that show or mail people they know the id of. */
export async function accountNames(ids: string[], from: Reads = db): Promise<Map<string, AccountName>> {
  if (ids.length === 0) return new Map();
  const rows = await from.select().from(accounts).where(inArray(accounts.id, ids));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: `${row.firstName} ${row.lastName}`,
        email: row.email,
        language: row.language ?? "nl",
        state: row.state,
        hasMobile: row.mobile !== null,
      },
    ]),
  );
}

/** Name and address of one account, or null. */
export async function accountName(id: string, from: Reads = db): Promise<AccountName | null> {
  const [row] = await from.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id));
  return row ? ((await accountNames([id], from)).get(id) ?? null) : null;
}

/**
 * Whose address this is: for the desk, which must not tie one address to two people. Null when nobody signs in with it.
 * An invitation that lapsed counts as ended, also before the clock has ended it.
 */
export async function accountAt(
  email: string,
  from: Reads = db,
): Promise<{ id: string; agb: string | null; state: AccountName["state"] } | null> {
  const [row] = await from
    .select()
    .from(accounts)
    .where(eq(accounts.emailKey, emailKey(email)));
  if (!row) return null;
  const { id, agb, state } = row;
  return { id, agb, state: invitationState(row) === "lapsed" ? "ended" : state };
}
