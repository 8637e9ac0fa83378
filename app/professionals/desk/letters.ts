import { to } from "#app/shared/address.ts";
import { letter } from "#app/platform/messages/letter.ts";

const words = {
  nl: { title: "Suggestie", lead: "Er is een suggestie binnengekomen. Open de lijst om haar te lezen." },
  en: { title: "Suggestion", lead: "A suggestion has come in. Open the list to read it." },
};

/** Tells the desk that there is a suggestion, and nothing of what it is. */
const suggestion = letter({
  ...{ kind: "suggestion", to: "desk", speaksFor: "operator", neutral: true, words },
  say: ({ title, lead }, _: null) => ({
    ...{ title, paragraphs: [lead], button: { text: title, to: to("/servicedesk/suggesties") } },
  }),
  examples: { "": null },
});

/** Letters to the desk. */
export const letters = { suggestion };
