import { to } from "#app/shared/address.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { eachOf, letter } from "#app/platform/messages/letter.ts";
import { mailTexts as words } from "./texts.ts";

/** What became of a link with DigiD, and how to take it back. */
const link = eachOf(["linked", "not_linked", "undone"], (what) =>
  letter({
    ...{ kind: `client_digid_${what}`, to: "client", speaksFor: "environment", neutral: true, words },
    say: (said, facts: { name: string; environment: string; at: Date }, { language }) => ({
      title: said[what].title,
      paragraphs: [said.greeting(facts.name), said[what].text, formatDateTime(facts.at, language)],
      button:
        what === "linked"
          ? { text: said.button, to: to("/mijn/:environment/koppelen", { environment: facts.environment }) }
          : undefined,
      after: [said[what].after],
    }),
    examples: { "": { name: "Roos", environment: "delinde", at: new Date("2026-11-24T08:00:00Z") } },
  }),
);

/** Letters about a link with DigiD. */
export const letters = { link };
