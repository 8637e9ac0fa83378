import { to } from "#app/shared/address.ts";
import { eachOf, letter } from "#app/platform/messages/letter.ts";
import { mailTexts as words } from "./texts.ts";

/** How a sign-up ended, or that its match was undone; no reason, which could tell a stranger something. */
const decision = eachOf(["accepted", "refused", "child", "undone", "undone_closed"], (kind) =>
  letter({
    ...{ kind: `client_${kind}`, to: "client", speaksFor: "environment", neutral: true, words },
    say: ({ greeting, decisions }, { name, environment }: { name: string; environment: string }) => {
      const { title, paragraphs, button } = decisions[kind];
      const page =
        kind === "accepted"
          ? to("/mijn/:environment/inloggen/mail", { environment })
          : to("/mijn/:environment/aanmelden", { environment });
      return {
        ...{ title, paragraphs: [greeting(name), ...paragraphs] },
        button: button === null ? undefined : { text: button, to: page },
      };
    },
    examples: { "": { name: "Roos", environment: "delinde" } },
  }),
);

/** Letters about a sign-up that staff judged. */
export const letters = { decision };
