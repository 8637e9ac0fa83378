import { to } from "#app/shared/address.ts";
import { letter } from "#app/platform/messages/letter.ts";
import { texts as words } from "./mail-texts.ts";

type Of = { environment: string };

/** For somebody who signs up with an address that has an account: goes where the code would have gone, as one. */
const exists = letter({
  ...{ kind: "code", to: "client", speaksFor: "environment", neutral: true, words },
  say: ({ exists: { title, text, button, after } }, { environment }: Of) => ({
    ...{ title, paragraphs: [text], after: [after] },
    button: { text: button, to: to("/mijn/:environment/inloggen/mail", { environment }) },
  }),
  examples: { "of an address with an account": { environment: "delinde" } },
});

/** That somebody waits, without saying who. */
const staff = letter({
  ...{ kind: "client_staff", to: "staff", speaksFor: "operator", neutral: true, words },
  say: ({ staff: { title, text, button } }, { environment }: Of) => ({
    ...{ title, paragraphs: [text] },
    button: { text: button, to: to("/behandelaar/:environment/aanmeldingen", { environment }) },
  }),
  examples: { "": { environment: "delinde" } },
});

/** Letters about signing up. */
export const letters = { exists, staff };
