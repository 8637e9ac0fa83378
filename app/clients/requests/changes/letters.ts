import { to } from "#app/shared/address.ts";
import { letter } from "#app/platform/messages/letter.ts";
import { texts as words } from "./texts.ts";

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

/** Letters to the staff of an environment about changes. */
export const letters = { asked, late };
