import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { Button, ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { type Act, ACTS } from "./acts.ts";
import { texts } from "./texts.ts";
import type { DeliveryView } from "./view.server.ts";

/** What may be decided, and the step that asks whether it is meant; both without script. */
export function Decide({
  view,
  asked,
  error,
  typed,
}: {
  view: DeliveryView;
  asked?: Act;
  error?: string;
  typed?: string;
}) {
  const { language } = useShell();
  const words = pick(texts, language).decide;
  const open = ACTS.filter((act) => view.can[act]);
  if (open.length === 0) return null;
  if (asked && open.includes(asked)) return <Sure view={view} act={asked} error={error} typed={typed} />;
  return (
    <div className="no-print my-6 flex flex-wrap gap-3">
      {open.map((act) => (
        <ButtonLink key={act} href={`?besluit=${act}`} look={act === "publish" ? "primary" : "danger"}>
          {words[act]}
        </ButtonLink>
      ))}
    </div>
  );
}

function Sure({ view, act, error, typed }: { view: DeliveryView; act: Act; error?: string; typed?: string }) {
  const { language } = useShell();
  const words = pick(texts, language).decide;
  const held = act === "publish" && view.state === "held";
  const message = error && (words.errors[error] ?? words.errors.required);
  const lead = {
    publish: held ? words.publishHeld : words.publishLead,
    drop: words.dropLead,
    takeBack: words.takeBackLead(view.replaced),
  }[act];
  const sure = { publish: words.publishSure, drop: words.dropSure, takeBack: words.takeBackSure }[act];
  return (
    <Card title={sure}>
      <ErrorSummary errors={message ? [{ field: "reason", message, label: words.reason }] : []} />
      <p className="mb-4 max-w-2xl">{lead}</p>
      <form method="post" action={`/leveringen/${view.id}`}>
        {act !== "publish" || held ? (
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={message}
            defaultValue={typed}
            rows={3}
          />
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Button name="act" value={act} look={act === "publish" ? "primary" : "danger"}>
            {sure}
          </Button>
          <ButtonLink href={`/leveringen/${view.id}`} look="quiet">
            {words.cancel}
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}
