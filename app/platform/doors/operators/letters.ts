import { letter } from "#app/platform/messages/letter.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { texts as words } from "./mail-texts.ts";

/** What a command did in somebody's name. */
export type Asked = { act: keyof (typeof words)["nl"]["acts"]; about: string };

/** Tells a supervisor what was done on the server in the own name. */
const asked = letter({
  ...{ kind: "operator_asked", to: "account", speaksFor: "operator", neutral: false, words },
  say: (said, { name, act, about, at }: Asked & { name: string; at: Date }, { language }) => ({
    title: said.title,
    paragraphs: [said.greeting(name), said.lead],
    rows: [
      { label: said.what, value: said.acts[act] },
      { label: said.about, value: about },
      { label: said.when, value: formatDateTime(at, language) },
    ],
    after: [said.notYou],
  }),
  examples: {
    "": { name: "Wim Visser", act: "agent", about: "Petra Vonk", at: new Date("2026-11-24T08:00:00Z") },
  },
});

/** Letters about people of the operator. */
export const letters = { asked };
