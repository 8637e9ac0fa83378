import { to, type Address } from "#app/shared/address.ts";
import type { Language } from "#app/shared/i18n.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { eachOf, letter, type Reader, type Speaker } from "#app/platform/messages/letter.ts";
import { texts as accountWords } from "./account-texts.ts";
import { texts as clientWords } from "./client-texts.ts";
import type { Change, DoorWords } from "./words.ts";

/** `place`: id of the environment, where the owner comes in at one. */
type Link = { token: string; place: string };

type Of = {
  to: Reader;
  speaksFor: Speaker;
  /** Before the kinds of these letters. */
  prefix: string;
  words: Record<Language, DoorWords>;
  /** Where the button of a mailed link leads. */
  links: Record<"reset" | "unlock", (link: Link) => Address>;
};

const name = "Roos";
const token = "wIOVp9Y1hm3n0bcdTQ4xZg";

/** The letters of a door, in the words of its owner; they name nobody but who reads them, and nothing of care. */
function doorLetters({ prefix, links, words, ...who }: Of) {
  const own = { ...who, words, neutral: true };
  /** What a code is for, how long it works, and what to do when somebody else asked for it. */
  const code = letter({
    ...{ ...own, kind: "code" },
    say: ({ code: said, purposes }, { purpose, code }: { purpose: string; code: string }, { voice }) => ({
      title: said.title(purposes[purpose]!),
      paragraphs: [said.lead(purposes[purpose]!)],
      code,
      after: [said.minutes, said.notYou(voice.call)],
    }),
    text:
      words.nl.code.sms &&
      (({ code: said, purposes }, { purpose, code }, { voice }) => said.sms!(code, purposes[purpose]!, voice.call)),
    examples: Object.fromEntries(
      Object.keys(words.nl.purposes).map((purpose) => [prefix + purpose, { purpose, code: "123456" }]),
    ),
  });
  /** A link for a new password, or one with which the owner ends a lock at once. */
  const mailed = eachOf(["reset", "unlock"], (what) =>
    letter({
      ...{ ...own, kind: prefix + what },
      say: ({ [what]: { title, text, button, after } }, link: Link) => ({
        ...{ title, paragraphs: [text], after: [after] },
        button: { text: button, to: links[what](link) },
      }),
      examples: { "": { token, place: "delinde" } },
    }),
  );
  /** That something changed (ASVS 6.3.7), and what to do when it was somebody else. */
  const changes = eachOf(Object.keys(words.nl.changes) as Change[], (change) =>
    letter({
      ...{ ...own, kind: prefix + change },
      say: ({ greeting, changes, notYou }, { name, at }: { name: string; at: Date }, { language }) => ({
        title: changes[change]!.title,
        paragraphs: [greeting(name), changes[change]!.text, formatDateTime(at, language)],
        after: [notYou],
      }),
      examples: { "": { name, at: new Date("2026-11-24T08:00:00Z") } },
    }),
  );
  // What has no words for an owner is not told.
  return { code, ...mailed, changes: changes as Partial<typeof changes> };
}
/** What a door writes to its owner. */
export type DoorLetters = ReturnType<typeof doorLetters>;

const toAccount = { to: "account", speaksFor: "operator", words: accountWords } as const;
const toClient = { to: "client", speaksFor: "environment", words: clientWords } as const;

/** The mail with which somebody makes the account work (I-10). */
const activation = letter({
  ...{ ...toAccount, kind: "activation", neutral: false },
  say: (
    { greeting, activation: said },
    facts: { name: string; email: string; mobile: string | null; token: string },
    { voice },
  ) => ({
    title: said.title(voice.product),
    paragraphs: [greeting(facts.name), said.lead(voice.product)],
    rows: [
      { label: said.userName, value: facts.email },
      { label: said.portal, value: voice.portal },
      { label: said.factor, value: facts.mobile ? said.bySms(facts.mobile) : said.byMail },
    ],
    button: { text: said.button, to: to("/a/:token", { token: facts.token }) },
    after: [said.week, facts.mobile ? said.tied : said.handover],
  }),
  examples: {
    "with a mobile": { name: "Roos Vermeer", email: "roos@voorbeeld.example", mobile: "06 •••• ••78", token },
    without: { name: "Roos Vermeer", email: "roos@voorbeeld.example", mobile: null, token },
  },
});

/** That nobody activated the account in thirty days, and where a new invitation can be asked for. */
const lapsed = letter({
  ...{ ...toAccount, kind: "activation_lapsed", neutral: false },
  say: ({ greeting, lapsed: said }, facts: { name: string; token: string }, { voice }) => ({
    title: said.title,
    paragraphs: [greeting(facts.name), said.lead(voice.product), said.how],
    button: { text: said.button, to: to("/a/:token", { token: facts.token }) },
  }),
  examples: { "": { name, token } },
});

/** What the screen does not say to strangers: why the right password opens nothing, or no new one can be chosen. */
const whyNot = eachOf(["waiting", "refused", "closed", "shut", "child", "age_unknown"], (reason) =>
  letter({
    ...{ ...toClient, kind: `client_${reason}`, neutral: true },
    say: ({ greeting, whyNot }, { name, environment }: { name: string; environment: string }) => {
      const { title, text, button } = whyNot[reason];
      const page =
        reason === "shut"
          ? to("/mijn/:environment/inloggen", { environment })
          : to("/mijn/:environment/aanmelden", { environment });
      return {
        title,
        paragraphs: [greeting(name), text],
        button: button === null ? undefined : { text: button, to: page },
      };
    },
    examples: { "at the door": { name, environment: "delinde" } },
  }),
);

/** Letters of the doors, by owner. */
export const letters = {
  account: {
    ...doorLetters({
      ...toAccount,
      prefix: "",
      links: {
        reset: ({ token }) => to("/w/:token", { token }),
        unlock: ({ token }) => to("/ontgrendelen/:token", { token }),
      },
    }),
    ...{ activation, lapsed },
  },
  client: {
    ...doorLetters({
      ...toClient,
      prefix: "client_",
      links: {
        reset: ({ token, place }) => to("/mijn/:environment/w/:token", { environment: place, token }),
        unlock: ({ token, place }) => to("/mijn/:environment/ontgrendelen/:token", { environment: place, token }),
      },
    }),
    whyNot,
  },
};
