import { clientAccounts } from "#db/schema/accounts.ts";
import { environmentOf, operator } from "#app/platform/settings/in-force.server.ts";
import { to } from "#app/shared/address.ts";
import { tellClientWhyNot } from "../letters/client-why-not.server.ts";
import { letters } from "../letters/letters.ts";
import { ownDoor } from "./own-door.server.ts";
import { doorTable, type Door, type Owner } from "./owner.ts";

export type ClientAccount = typeof clientAccounts.$inferSelect;

const open = ({ state }: ClientAccount) => state === "active" || state === "terms_pending";

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
  letters: letters.client,
  cookies: (id) => ({
    session: `client-${id}`,
    attempt: `client-attempt-${id}`,
    device: `client-device-${id}`,
    reset: `client-link-${id}`,
    unlock: `client-link-${id}`,
  }),
  pages: (environment) => ({
    home: to("/mijn/:environment", { environment }),
    signIn: to("/mijn/:environment/inloggen/mail", { environment }),
    code: to("/mijn/:environment/inloggen/mail/code", { environment }),
    forgot: to("/mijn/:environment/wachtwoord-vergeten", { environment }),
    reset: to("/mijn/:environment/wachtwoord-instellen", { environment }),
    unlock: to("/mijn/:environment/ontgrendelen", { environment }),
  }),
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
