import { to } from "#app/shared/address.ts";
import { letter } from "#app/platform/messages/letter.ts";
import { texts as words } from "./desk/practice-texts.ts";
import { texts as recordWords } from "./desk/record-texts.ts";

type To = { environment: string };
const staff = { to: "staff", speaksFor: "operator", neutral: true, words } as const;
const page = ({ environment }: To) => to("/behandelaar/:environment/wijzigingen", { environment });

/** That a client asked something; never who, nor what. */
const asked = letter({
  ...staff,
  kind: "change_asked",
  say: ({ mail: { title, text, button } }, facts: To) => ({
    ...{ title, paragraphs: [text], button: { text: button, to: page(facts) } },
  }),
  examples: { "": { environment: "delinde" } },
});

/** That so many changes wait whose last day has come. */
const late = letter({
  ...staff,
  kind: "change_late",
  say: ({ mail, overdue }, facts: To & { count: number }) => ({
    title: overdue.title,
    paragraphs: [overdue.text(facts.count)],
    button: { text: mail.button, to: page(facts) },
  }),
  examples: { one: { environment: "delinde", count: 1 }, more: { environment: "delinde", count: 3 } },
});

/** Reminds a clinician of a term that ends; names nobody. */
const due = letter({
  ...{ kind: "correction_due", to: "staff", speaksFor: "operator", neutral: true, words: recordWords },
  say: ({ reminder: { title, text, button } }, { environment }: { environment: string }) => ({
    ...{ title, paragraphs: [text] },
    button: { text: button, to: to("/behandelaar/:environment/verzoeken", { environment }) },
  }),
  examples: { "": { environment: "delinde" } },
});

/** Letters to who answers what clients ask. */
export const letters = { asked, late, due };
