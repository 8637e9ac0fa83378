import { accounts } from "#db/schema/doors.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { to } from "#app/shared/address.ts";
import { mayEnter, mobileOf, type Account } from "../account.server.ts";
import { remindInvited } from "../invitations.server.ts";
import { letters } from "../letters/letters.ts";
import { doorTable, type Door, type Owner } from "./owner.ts";

/** Professionals, people of the servicedesk and of the operator: one door for all, with factors of their own. */
export const account: Owner<Account> = {
  kind: "account",
  table: doorTable(accounts),
  placeColumn: null,
  prefix: "",
  session: { idleMs: 30 * 60_000, longestMs: 8 * 3_600_000, stepMs: 60_000 },
  factors: "bound",
  browsers: "by_signing_in",
  mobileOf,
  mailProvesNothing: (row) => row.mailCodeOff,
  strongerSets: { mailCodeOff: false },
  // A code in the mailbox that the reset came from does not count, until another factor has been given.
  resetSets: { mailCodeOff: true },
  events: {
    signIn: "sign_in.done",
    password: "sign_in.password",
    code: "sign_in.code",
    codesOff: "factor.off",
    unlock: "sign_in.unlock",
    askReset: "password.ask_reset",
    reset: "password.reset",
    sessionEnd: "session.end",
  },
  letters: letters.account,
  cookies: () => ({ session: "session", attempt: "attempt", device: "device", reset: "reset", unlock: "unlock" }),
  pages: () => ({
    home: to("/inloggen"),
    signIn: to("/inloggen"),
    code: to("/inloggen/code"),
    forgot: to("/wachtwoord-vergeten"),
    reset: to("/wachtwoord-instellen"),
    unlock: to("/ontgrendelen"),
  }),
  standing: (row) => Promise.resolve(mayEnter(row) ? "in" : "out"),
  hasPassword: () => true,
  ownWords: (row) => [row.firstName, row.lastName, row.email, operator().product, operator().name],
  tellWhyNot: async (tx, row, asked) => {
    if (asked === "reset") await remindInvited(tx, row);
  },
};

/** The door of professionals. */
export const accountDoor: Door<Account> = { owner: account, place: "" };
