import { own } from "#app/shared/own.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "./data.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

type Props = {
  /** Code of the conflict; nothing is said without one. */
  code: string | null | undefined;
  /** Words of the page for some of the codes. */
  words?: Readonly<Record<string, string>>;
  /** At the servicedesk: that nothing was done, over the words of the code. */
  title?: string;
  /** What was typed: the form it stood in may be gone. */
  typed?: string;
};

/** Somebody or the clock was first: says so on the page itself, which shows how it is now, and gives back what was typed. */
export function Changed({ code, words = {}, title, typed }: Props) {
  const all = pick(texts, useShell().language);
  if (!code) return null;
  const said = own(words, code);
  return (
    <div role="alert">
      <Notice kind={title ? "negative" : "warning"} title={title ?? said ?? all.changed.title}>
        <p>{title ? (said ?? words.other ?? all.changed.text) : all.changed.text}</p>
        {typed ? (
          <>
            <p className="mt-3 font-semibold">{all.changed.typed}</p>
            <p className="whitespace-pre-line">{typed}</p>
          </>
        ) : null}
      </Notice>
    </div>
  );
}
