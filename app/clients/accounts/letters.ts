import { to, type Address } from "#app/shared/address.ts";
import { formatDate } from "#app/ui/format.ts";
import type { ClientTerms } from "#app/platform/settings/environment.ts";
import { eachOf, letter } from "#app/platform/messages/letter.ts";
import { termsTexts } from "./terms-texts.ts";

const client = { to: "client", speaksFor: "environment" } as const;

/**
 * A copy of the terms that were accepted. The subject names no organisation: that alone can say something about health;
 * the terms themselves do.
 */
const terms = letter({
  ...client,
  ...{ kind: "client_terms", neutral: false, words: termsTexts },
  say: (words, { version, from, short, full }: ClientTerms, { language }) => ({
    title: words.copyTitle,
    paragraphs: [words.copyLead, words.version(version, formatDate(from, language)), ...short[language], ...full],
  }),
  examples: {
    "": { version: 1, from: "2026-01-01", short: { nl: ["Kort."], en: ["Short."] }, full: ["De hele tekst."] },
  },
});

const newsWords = {
  nl: {
    greeting: (name: string) => `Beste ${name},`,
    news: {
      title: "Er staat iets nieuws voor u klaar",
      text: "Er staat iets nieuws voor u klaar. Wat het is, leest u na het inloggen.",
    },
    change: {
      title: "Er is iets veranderd",
      text: "Er is iets veranderd in wat u kunt zien. Wat het is, leest u na het inloggen.",
    },
    button: "Bekijken",
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    news: {
      title: "There is something new for you",
      text: "There is something new for you. Sign in to read what it is.",
    },
    change: {
      title: "Something has changed",
      text: "Something has changed in what you can see. Sign in to read what it is.",
    },
    button: "View",
  },
};

/** That there is news, or that something changed; never what, nor from whom. */
const news = eachOf(["news", "change"], (what) =>
  letter({
    ...client,
    ...{ kind: "client_news", neutral: true, words: newsWords },
    say: (words, { name, page }: { name: string; page: Address }) => ({
      title: words[what].title,
      paragraphs: [words.greeting(name), words[what].text],
      button: { text: words.button, to: page },
    }),
    examples: { [what]: { name: "Roos", page: to("/mijn/:environment/zorgdossier", { environment: "delinde" }) } },
  }),
);

/** Letters to every client with an account. */
export const letters = { terms, news };
