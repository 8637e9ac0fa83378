import { to, type Address } from "#app/shared/address.ts";
import { eachOf, letter } from "#app/platform/messages/letter.ts";
import { texts } from "./texts.ts";

const words = { nl: texts.nl.mails, en: texts.en.mails };
const account = { to: "account", speaksFor: "operator", neutral: false, words } as const;
const name = "Anna Maria van den Berg";
const admin = (text: string) => ({ text, to: to("/administratie") });

/** Tells the desk that there is a request: no personal data, only the way to it (I-12). */
const asked = letter({
  ...{ kind: "employee_asked", to: "desk", speaksFor: "operator", neutral: true, words },
  say: (said, { number }: { number: string }) => ({
    title: said.deskSubject(number),
    paragraphs: [said.deskBody],
    button: { text: said.deskButton, to: to("/servicedesk") },
  }),
  examples: { "": { number: "M-2026-0001" } },
});

type Decided = { name: string; employee: string };
const decided = (said: typeof words.nl, kind: keyof typeof words.nl.subject, facts: Decided, what: string) => ({
  title: said.subject[kind],
  paragraphs: [said.greeting(facts.name), said.about(facts.employee), what],
  button: admin(said.button),
});
const employee = "Sanne de Boer";

/** What the desk asks the practitioner about a request. */
const question = letter({
  ...account,
  kind: "employee_question",
  say: (said, facts: Decided & { question: string }) => decided(said, "employee_question", facts, facts.question),
  examples: { "": { name, employee, question: "Welke dagen?" } },
});

/** That the desk turned a request down, and why. */
const rejected = letter({
  ...account,
  kind: "employee_rejected",
  say: (said, facts: Decided & { reason: string }) => decided(said, "employee_rejected", facts, facts.reason),
  examples: { "": { name, employee, reason: "Niet bekend." } },
});

/** That the account of the employee is there, or was there already. */
const done = eachOf(["employee_approved", "employee_added"], (kind) =>
  letter({
    ...account,
    kind,
    say: (said, facts: Decided) => decided(said, kind, facts, said[kind]),
    examples: { "": { name, employee } },
  }),
);

/** Asks a practitioner to confirm anew that an employee may be invited. */
const anew = letter({
  ...account,
  kind: "employee_anew",
  say: (said, facts: Decided & { practice: string }) => ({
    title: said.anewSubject,
    paragraphs: [said.greeting(facts.name), said.anew(facts.employee, facts.practice)],
    button: admin(said.button),
  }),
  examples: { "": { name, employee, practice: "De Linde" } },
});

/** Tells somebody who has an account already that a practice was added to it. */
const place = letter({
  ...account,
  kind: "employee_place",
  say: (said, facts: { name: string; practice: string }) => ({
    title: said.addedSubject,
    paragraphs: [said.greeting(facts.name), said.added(facts.practice)],
    button: { text: said.signIn, to: to("/inloggen") },
  }),
  examples: { "": { name, practice: "De Linde" } },
});

/** What became of access that was given; names nobody else. */
const told = eachOf(["grant_left", "grant_forgotten", "access_changed"], (kind) =>
  letter({
    ...account,
    kind,
    neutral: true,
    say: (said, facts: { name: string; page: Address }) => ({
      title: said.told[kind].subject,
      paragraphs: [said.greeting(facts.name), ...said.told[kind].paragraphs],
      button: { text: said.told[kind].button, to: facts.page },
    }),
    examples: { "": { name, page: kind === "access_changed" ? to("/praktijk") : to("/administratie") } },
  }),
);

/** Letters about employees and what they may see. */
export const letters = { asked, question, rejected, done, anew, place, told };
