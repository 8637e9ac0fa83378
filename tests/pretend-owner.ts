/** An owner that the product does not have: a table with the columns of a door, and an entry. Nothing else is made for it. */
import path from "node:path";
import Database from "better-sqlite3";
import type { CookieName } from "#app/platform/doors/cookies.server.ts";
import { emailKey } from "#app/platform/doors/email-key.ts";
import { account } from "#app/platform/doors/owners/account.server.ts";
import { doorTable, type Door, type Owner } from "#app/platform/doors/owners/owner.ts";
import { hashPassword } from "#app/platform/doors/passwords/hash.server.ts";
import { config } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { id, table, text } from "#db/columns.ts";
import { doorColumns, type OwnerKind } from "#db/schema/doors.ts";
import type { Somebody } from "./doors.ts";
import { PASSWORD } from "./mailed-world.ts";

const helpers = table("pretend_helpers", { id: id(), ...doorColumns(), state: text() });
const MADE = `create table if not exists pretend_helpers (id text primary key not null, first_name text not null,
  last_name text not null, email text, email_key text, language text, password_hash text,
  credential_version integer not null default 1, code_failures integer not null default 0, state text)`;

const cookie = (name: string) => `pretend-${name}` as CookieName;

/** Comes in by a mailed code, is known by the browser of a full sign-in, and has short sessions. */
const pretend: Owner = {
  kind: "pretend" as OwnerKind,
  table: doorTable(helpers),
  placeColumn: null,
  prefix: "pretend_",
  session: { idleMs: 5 * 60_000, longestMs: 3_600_000, stepMs: 1000 },
  factors: "mailbox",
  browsers: "by_signing_in",
  mobileOf: () => null,
  mailProvesNothing: () => false,
  strongerSets: {},
  resetSets: { codeFailures: 0 },
  events: account.events,
  letters: account.letters,
  cookies: () => ({
    session: cookie("session"),
    attempt: cookie("attempt"),
    device: cookie("device"),
    reset: cookie("reset"),
    unlock: cookie("unlock"),
  }),
  pages: account.pages,
  standing: (row) => Promise.resolve((row as { state?: string | null }).state === "here" ? "in" : "out"),
  hasPassword: () => true,
  ownWords: (row) => [row.firstName],
  tellWhyNot: () => Promise.resolve(),
};
const door: Door = { owner: pretend, place: "" };

/** Makes the table in the database of this test, and somebody in it. */
export async function aHelper(email = "hulp@voorbeeld.example") {
  const connection = new Database(path.join(config.dataDir, "zorgpoort.db"));
  connection.exec(MADE);
  connection.close();
  const row = { id: newId(), firstName: "Sam", lastName: "Bakker", email, emailKey: emailKey(email), state: "here" };
  const passwordHash = await hashPassword(PASSWORD);
  await transaction(async (tx) => {
    await tx.insert(helpers).values({ ...row, passwordHash });
  });
  return { id: row.id, email };
}

export const pretendDoor: Somebody = { door, codes: null, person: () => aHelper() };
