import { to } from "#app/shared/address.ts";
import { formatDate } from "#app/ui/format.ts";
import { eachOf, letter } from "#app/platform/messages/letter.ts";
import type { Field } from "./document/text.ts";
import { mailTexts as words } from "./mail-texts.ts";

/** Who signs, for which practice. */
type Of = { name: string; practiceName: string };

const signer = { to: "practice", speaksFor: "operator", neutral: false, words } as const;
const of: Of = { name: "Anna Maria van den Berg", practiceName: "De Linde" };
const token = "wIOVp9Y1hm3n0bcdTQ4xZg";
const fields: Field[] = [
  { label: "AGB-code zorgverlener", value: "01012409" },
  { label: "E-mailadres praktijk", value: "praktijk@delinde.example" },
];

/** The mail behind which the authorization is signed: every entered field, the button, what comes after, whom to ask. */
const authorization = letter({
  ...signer,
  kind: "authorization",
  say: ({ authorization: said }, facts: Of & { token: string; fields: Field[] }, { voice }) => ({
    title: said.title,
    paragraphs: [said.greeting(facts.name), said.asked(voice.product), said.check, said.after, said.employees],
    rows: facts.fields,
    button: { text: said.button, to: to("/m/:token", { token: facts.token }) },
  }),
  examples: { "": { ...of, token, fields } },
});

/** Tells that the document changed on the signer's own word; the link stays. */
const corrected = letter({
  ...signer,
  kind: "authorization_corrected",
  say: ({ corrected: said }, facts: Of & { version: number; fields: Field[] }) => ({
    title: said.title,
    paragraphs: [said.greeting(facts.name), said.what(facts.version), said.link],
    rows: facts.fields,
  }),
  examples: { "": { ...of, version: 2, fields } },
});

/** Asks again, with a link that takes the place of the older one. */
const reminder = letter({
  ...signer,
  kind: "authorization_reminder",
  say: ({ reminder: said }, facts: Of & { token: string; until: Date }, { language }) => ({
    title: said.title,
    paragraphs: [
      said.greeting(facts.name),
      said.what(facts.practiceName),
      said.until(formatDate(facts.until, language)),
      said.newer,
    ],
    button: { text: said.button, to: to("/m/:token", { token: facts.token }) },
  }),
  examples: { "": { ...of, token, until: new Date("2026-11-24T08:00:00Z") } },
});

/** Tells that the link no longer works, and how to get a new one. */
const lapsed = letter({
  ...signer,
  kind: "authorization_lapsed",
  say: ({ lapsed: said }, facts: Of) => ({
    title: said.title,
    paragraphs: [said.greeting(facts.name), said.what(facts.practiceName), said.how],
  }),
  examples: { "": of },
});

/** Thanks, names the promise and where the sealed document is. */
const signed = letter({
  ...signer,
  kind: "authorization_signed",
  say: ({ signed: said }, facts: Of & { promiseOn: string | null }, { language }) => ({
    title: said.title,
    paragraphs: [
      said.greeting(facts.name),
      said.what(facts.practiceName),
      ...(facts.promiseOn ? [said.promise(formatDate(facts.promiseOn, language))] : []),
      said.where,
      said.notYou,
    ],
  }),
  examples: { "with a promise": { ...of, promiseOn: "2026-12-03" }, without: { ...of, promiseOn: null } },
});

/** Tells the desk that a signer refused; no personal data in the mail. */
const declined = letter({
  ...{ kind: "authorization_declined", to: "desk", speaksFor: "operator", neutral: true, words },
  say: ({ declined: said }, { number }: { number: string }) => ({
    title: said.title(number),
    paragraphs: [said.what(number)],
    button: { text: said.button, to: to("/servicedesk") },
  }),
  examples: { "": { number: "R-2026-0001" } },
});

/** Tells the practitioner that an authorization stopped, why, and what that means. */
const fallen = eachOf(["withdrawn", "ended"], (how) =>
  letter({
    ...signer,
    to: "account",
    kind: "authorization_fallen",
    say: ({ fallen: said }, facts: Of) => ({
      title: said.title(facts.practiceName),
      paragraphs: [said.greeting(facts.name), said[how](facts.practiceName), said.effect, said.kept],
    }),
    examples: { [how]: of },
  }),
);

/** The code that confirms a signature: what it is for, which document and practice (G02); by mail, or by text message. */
const code = letter({
  ...signer,
  kind: "code",
  say: ({ code: said }, facts: Of & { number: string; code: string }, { voice: { desk } }) => ({
    title: said.title,
    paragraphs: [
      said.for(facts.number, facts.practiceName),
      said.code(facts.code),
      said.minutes,
      said.notYou(`${desk.phone}, ${desk.email}`),
    ],
  }),
  text: ({ code: said }, facts, { voice }) => said.sms(facts.code, facts.number, facts.practiceName, voice.product),
  examples: { "to sign": { ...of, number: "R-2026-0001", code: "123456" } },
});

/** Letters about an authorization. */
export const letters = { authorization, corrected, reminder, lapsed, signed, declined, fallen, code };
