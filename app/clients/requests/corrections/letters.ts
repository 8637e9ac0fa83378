import { to } from "#app/shared/address.ts";
import { letter } from "#app/platform/messages/letter.ts";
import { texts as words } from "./texts.ts";

/** Reminds a clinician of a term that ends; names nobody. */
const due = letter({
  ...{ kind: "correction_due", to: "staff", speaksFor: "operator", neutral: true, words },
  say: ({ reminder: { title, text, button } }, { environment }: { environment: string }) => ({
    ...{ title, paragraphs: [text] },
    button: { text: button, to: to("/behandelaar/:environment/verzoeken", { environment }) },
  }),
  examples: { "": { environment: "delinde" } },
});

/** Letters to clinicians about requests of their clients. */
export const letters = { due };
