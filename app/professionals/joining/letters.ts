import { to } from "#app/shared/address.ts";
import { formatDate } from "#app/ui/format.ts";
import { eachOf, letter, type Said } from "#app/platform/messages/letter.ts";
import { mailTexts as words } from "./mail/texts.ts";

/** A request as its letters name it: by its number. Names, codes and addresses do not stand in them: an address may have been typed by somebody else. */
type Of = { number: string };
type WithStatus = Of & { token: string };

const applicant = { to: "practice", speaksFor: "operator", words } as const;
const of = { number: "R-2026-0001" };
const withStatus = { ...of, token: "wIOVp9Y1hm3n0bcdTQ4xZg" };
/** The button to the status page of a request. */
const status = (text: string, { token }: WithStatus): Said["button"] => ({ text, to: to("/s/:token", { token }) });
const signIn = (text: string): Said["button"] => ({ text, to: to("/inloggen") });

const receipt = letter({
  ...applicant,
  kind: "request_receipt",
  neutral: true,
  say: ({ receipt: { title, paragraphs }, button }, facts: WithStatus & { targetOn: string }, { language }) => ({
    title,
    paragraphs: paragraphs(facts.number, formatDate(facts.targetOn, language)),
    button: status(button, facts),
  }),
  examples: { "": { ...withStatus, targetOn: "2026-11-27" } },
});

const repeated = letter({
  ...applicant,
  kind: "request_repeated",
  neutral: true,
  say: ({ repeated: { title, paragraphs }, button }, facts: WithStatus) => ({
    title,
    paragraphs: paragraphs(facts.number),
    button: status(button, facts),
  }),
  examples: { "": withStatus },
});

const alreadyActive = letter({
  ...applicant,
  to: "account",
  kind: "already_active",
  neutral: true,
  say: ({ alreadyActive: { title, paragraphs, button } }, _: null) => ({ title, paragraphs, button: signIn(button) }),
  examples: { "": null },
});

const asked = letter({
  ...applicant,
  kind: "request_asked",
  neutral: false,
  say: (
    { asked: { title, paragraphs, field }, button },
    facts: WithStatus & { questions: string[]; closesOn: string },
    { language },
  ) => ({
    title,
    paragraphs: paragraphs(facts.number, formatDate(facts.closesOn, language)),
    rows: facts.questions.map((value, i) => ({ label: `${field} ${i + 1}`, value })),
    button: status(button, facts),
  }),
  examples: { "": { ...withStatus, questions: ["Klopt uw nummer?", "En uw naam?"], closesOn: "2026-12-08" } },
});

const infoReminder = letter({
  ...applicant,
  kind: "request_info_reminder",
  neutral: true,
  say: ({ infoReminder: { title, paragraphs }, button }, facts: WithStatus & { closesOn: string }, { language }) => ({
    title,
    paragraphs: paragraphs(facts.number, formatDate(facts.closesOn, language)),
    button: status(button, facts),
  }),
  examples: { "": { ...withStatus, closesOn: "2026-12-08" } },
});

const infoLapsed = letter({
  ...applicant,
  kind: "request_info_lapsed",
  neutral: true,
  say: ({ infoLapsed: { title, paragraphs, button } }, { number }: Of) => ({
    title,
    paragraphs: paragraphs(number),
    button: { text: button, to: to("/registreren") },
  }),
  examples: { "": of },
});

const rejected = letter({
  ...applicant,
  kind: "request_rejected",
  neutral: false,
  /** `signed`: an authorization had been signed, and ended with the request. */
  say: (
    { rejected: { title, paragraphs, ended }, button },
    facts: WithStatus & { reason: string; signed: boolean },
  ) => ({
    title,
    paragraphs: [...paragraphs(facts.number, facts.reason), ...(facts.signed ? [ended] : [])],
    button: status(button, facts),
  }),
  examples: {
    "before a signature": { ...withStatus, reason: "Niet bekend.", signed: false },
    "after it": { ...withStatus, reason: "Niet bekend.", signed: true },
  },
});

const signAgain = letter({
  ...applicant,
  kind: "request_sign_again",
  neutral: false,
  say: ({ signAgain: { title, paragraphs }, button }, facts: WithStatus & { reason: string }) => ({
    title,
    paragraphs: paragraphs(facts.number, facts.reason),
    button: status(button, facts),
  }),
  examples: { "": { ...withStatus, reason: "De naam klopt niet." } },
});

const newLink = letter({
  ...applicant,
  kind: "request_new_link",
  neutral: true,
  say: ({ newLink: { title, paragraphs }, button }, facts: WithStatus) => ({
    title,
    paragraphs: paragraphs(facts.number),
    button: status(button, facts),
  }),
  examples: { "": withStatus },
});

const addedPractice = letter({
  ...applicant,
  to: "account",
  kind: "added_practice",
  neutral: false,
  say: ({ addedPractice: { title, paragraphs, button } }, { practice }: { practice: string }) => ({
    title,
    paragraphs: paragraphs(practice),
    button: signIn(button),
  }),
  examples: { "": { practice: "De Linde" } },
});

const deskKinds = [
  ...(["submitted", "answered", "corrected", "invitation_asked"] as const),
  ...(["target_60", "target_85", "promise_60", "promise_85"] as const),
];

/** To the desk: what happened, with a link and nothing about the person. */
const desk = eachOf(deskKinds, (kind) =>
  letter({
    kind: `desk_${kind}`,
    to: "desk",
    speaksFor: "operator",
    neutral: true,
    words,
    say: (said, request: Of & { id: string }) => ({
      title: `${said.desk[kind].title} ${request.number}`,
      paragraphs: [`${said.desk[kind].text} (${request.number})`],
      button: { text: said.deskButton, to: to("/servicedesk/aanvragen/:id", { id: request.id }) },
    }),
    examples: { "": { ...of, id: "q" } },
  }),
);

/** Letters about a request. */
export const letters = {
  ...{ receipt, repeated, alreadyActive, asked, infoReminder, infoLapsed, rejected, signAgain, newLink },
  addedPractice,
  desk,
};
export type DeskKind = keyof typeof desk;
