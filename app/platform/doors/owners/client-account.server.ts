import { clientAccounts } from "#db/schema/accounts.ts";
import { environmentOf, operator } from "#app/platform/settings/in-force.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { texts } from "../letters/client-texts.ts";
import { tellClientWhyNot } from "../letters/client-why-not.server.ts";
import { ownDoor } from "./own-door.server.ts";
import { doorTable, type Door, type Owner } from "./owner.ts";

export type ClientAccount = typeof clientAccounts.$inferSelect;

const open = ({ state }: ClientAccount) => state === "active" || state === "terms_pending";
const at = (environmentId: string) => `/mijn/${environmentId}`;

/** Clients of an environment. Where it allows it they have a door of password and mailed code; DigiD is another. */
export const clientAccount: Owner<ClientAccount> = {
  kind: "client_account",
  table: doorTable(clientAccounts),
  placeColumn: clientAccounts.environmentId,
  prefix: "client_",
  // DigiD, checklist T14: a quarter of an hour without a sign of life, and two hours at most.
  session: { idleMs: 15 * 60_000, longestMs: 2 * 3_600_000, stepMs: 15_000 },
  factors: "mailbox",
  browsers: "by_its_owner",
  mobileOf: () => null,
  mailProvesNothing: () => false,
  strongerSets: {},
  // The only factor is the mailbox: after twenty wrong codes it counts again with a new password.
  resetSets: { codeFailures: 0 },
  events: {
    signIn: "client.sign_in",
    password: "client.password",
    code: "client.code",
    codesOff: "client.codes_off",
    unlock: "client.unlock",
    askReset: "client.ask_reset",
    reset: "client.reset_password",
    sessionEnd: "client.session_end",
  },
  words: texts,
  cookies: (id) => ({
    session: `client-${id}`,
    attempt: `client-attempt-${id}`,
    device: `client-device-${id}`,
    reset: `client-link-${id}`,
    unlock: `client-link-${id}`,
  }),
  pages: (id) => ({
    home: at(id),
    signIn: `${at(id)}/inloggen/mail`,
    code: `${at(id)}/inloggen/mail/code`,
    forgot: `${at(id)}/wachtwoord-vergeten`,
    reset: `${at(id)}/wachtwoord-instellen`,
    unlock: `${at(id)}/ontgrendelen`,
  }),
  origin: (id) => `${originOf(id)}${at(id)}`,
  standing: async (row, from) => {
    if (!open(row)) return "out";
    return (await ownDoor(row, from)) === "open" ? "in" : "paused";
  },
  hasPassword: (row) => row.mailDoor,
  ownWords: (row, id) => [row.firstName, row.lastName, row.email ?? "", environmentOf(id).name, operator().product],
  tellWhyNot: tellClientWhyNot,
  atSignIn: (row, moment) => ({ previousSignInAt: row.lastSignInAt, lastSignInAt: moment }),
  subjectOf: ({ personId }) => personId ?? undefined,
};

/** The door of the clients of one environment. */
export const clientDoor = (environmentId: string): Door<ClientAccount> => ({
  owner: clientAccount,
  place: environmentId,
});
