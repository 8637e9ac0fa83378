import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { Button } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { findingWords } from "../deliveries/texts.ts";
import { texts } from "./texts.ts";
import type { DeliveryView } from "./view.server.ts";

const MOST_FINDINGS = 10;

/** How far the check is, that it broke off, or why somebody has to decide. */
export function Checking({ view }: { view: DeliveryView }) {
  const { language } = useShell();
  const words = pick(texts, language).one;
  if (view.running) {
    const { step, percent } = view.running;
    return (
      <Notice kind="info" title={words.checkingTitle}>
        <p>{step ? words.checking(words.steps[step] ?? step, percent) : words.begins}</p>
        <progress max={100} value={percent} aria-label={words.checkingTitle} className="mt-2 w-full max-w-md" />
      </Notice>
    );
  }
  if (view.state === "checking" || view.state === "received")
    return (
      <Notice kind="warning" title={words.broken}>
        <p>{view.can.check ? words.brokenHint : words.gone}</p>
        {view.can.check ? (
          <form method="post" className="mt-3">
            <Button name="act" value="check" look="secondary">
              {words.again}
            </Button>
          </form>
        ) : null}
      </Notice>
    );
  if (view.state !== "held" || !view.preview) return null;
  const { findings } = view.preview;
  const rest = findings.length - MOST_FINDINGS;
  return (
    <Notice kind="warning" title={words.heldTitle}>
      <ul className="list-disc pl-6">
        {findings.slice(0, MOST_FINDINGS).map((finding) => (
          <li key={finding.code + finding.subject}>{findingWords(finding, language)}</li>
        ))}
        {rest > 0 ? <li>{pick(texts, language).preview.more(rest)}</li> : null}
      </ul>
    </Notice>
  );
}
