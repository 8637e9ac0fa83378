import { useContext } from "react";
import { Button } from "./buttons.tsx";
import { clientTexts } from "./client-texts.ts";
import { Nonce } from "./scripts.tsx";
import { useShell } from "./shell.tsx";
import script from "./watch-idle.ts?worker&url";

/** Says two minutes before that the session ends, and lets the client stay with one press (F5, WCAG 2.2.1). */
export function IdleWarning() {
  const { language, environment } = useShell();
  const nonce = useContext(Nonce);
  if (!environment?.client) return null;
  const words = clientTexts[language].idle;
  const at = `/mijn/${environment.id}`;
  return (
    <>
      <dialog
        id="idle"
        aria-labelledby="idle-title"
        data-seconds={environment.client.secondsLeft}
        data-door={`${at}/inloggen?reden=tijd`}
        data-stay={`${at}/blijven`}
        data-keep={`${environment.helps?.at ?? at}/concept`}
        className="no-print m-auto max-w-md rounded-xl border border-line bg-raised p-6 text-text"
      >
        <h2 id="idle-title" className="mt-0!">
          {words.title}
        </h2>
        <p>{words.text}</p>
        <div className="mt-5 flex flex-wrap gap-3">
          <button
            type="button"
            data-stay
            className="edge min-h-12 rounded-lg bg-action px-5 py-2.5 font-semibold text-on-action hover:bg-action-hover"
          >
            {words.stay}
          </button>
          <form method="post" action={`${at}/uitloggen`}>
            <Button look="secondary">{clientTexts[language].signOut}</Button>
          </form>
        </div>
      </dialog>
      <script type="module" src={script} nonce={nonce} />
    </>
  );
}
