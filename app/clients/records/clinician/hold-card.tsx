import type { HoldLook } from "#app/clients/records/holds/for-clinician.server.ts";
import { MOST_DAYS } from "#app/clients/records/holds/days.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { ErrorSummary, SelectField, TextArea } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { HoldBack } from "./act-on-part.server.ts";
import { texts } from "./hold-texts.ts";

type Props = { hold: HoldLook; back?: HoldBack };

/** What was not right in what was sent, on top of the page. */
export function HoldFaultNotice({ back }: { back: HoldBack | null | undefined }) {
  const words = pick(texts, useShell().language);
  if (!back) return null;
  if (back.conflict) return <Notice kind="warning" title={words.conflict} />;
  const messages = { holdReason: words.reasonMissing, second: words.secondMissing };
  return back.field ? <ErrorSummary errors={[{ field: back.field, message: messages[back.field] }]} /> : null;
}

/** Holding a part back until it was discussed: to begin, to end, or with a colleague to make longer. */
export function HoldCard({ hold, back }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { standing } = hold;
  if (!standing)
    return <Card title={words.title}>{hold.heldBefore ? <p>{words.heldBefore}</p> : <HoldForm back={back} />}</Card>;
  const until = formatDate(standing.opensOn, language);
  return (
    <Card title={words.title}>
      <Notice kind="warning" title={words.held(until, standing.by)}>
        {words.heldText}
      </Notice>
      <form method="post">
        <Button name="act" value="release" look="secondary">
          {words.release}
        </Button>
      </form>
      <Longer hold={hold} back={back} />
    </Card>
  );
}

function Longer({ hold, back }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { longer, colleagues } = hold;
  if (longer?.confirmed) return <p className="mt-4">{words.longerConfirmed(longer.of)}</p>;
  if (longer?.mine)
    return (
      <form method="post" className="mt-5">
        <p className="mb-3">{words.longerAskedYou(longer.by, formatDate(longer.opensOn, language))}</p>
        <Button name="act" value="longer_confirm">
          {words.longerConfirm}
        </Button>
      </form>
    );
  if (longer) return <p className="mt-4">{words.longerAsked(longer.of)}</p>;
  if (!hold.standing?.mine) return null;
  if (colleagues.length === 0) return <p className="mt-4 text-soft">{words.longerNobody}</p>;
  return (
    <details open={back?.field === "second"} className="mt-4">
      <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.longer}</summary>
      <form method="post" className="mt-3">
        <p className="mb-3">{words.longerLead}</p>
        <RadioGroup
          name="second"
          legend={words.second}
          error={back?.field === "second" ? words.secondMissing : undefined}
          defaultValue={back?.second}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Days id="longer-days" label={words.longerDays} />
        <Button name="act" value="longer" look="secondary">
          {words.longerAsk}
        </Button>
      </form>
    </details>
  );
}

function HoldForm({ back }: Pick<Props, "back">) {
  const words = pick(texts, useShell().language);
  return (
    <form method="post">
      <p className="mb-4">{words.lead}</p>
      <TextArea
        name="holdReason"
        label={words.reason}
        hint={words.reasonHint}
        error={back?.field === "holdReason" ? words.reasonMissing : undefined}
        defaultValue={back?.holdReason}
      />
      <Days id="days" label={words.days} chosen={back?.days} />
      <Button name="act" value="hold" look="secondary">
        {words.hold}
      </Button>
    </form>
  );
}

function Days({ id, label, chosen = "7" }: { id: string; label: string; chosen?: string }) {
  const words = pick(texts, useShell().language);
  const options = Array.from({ length: MOST_DAYS }, (_, at) => String(at + 1));
  return (
    <SelectField
      name="days"
      id={id}
      label={label}
      defaultValue={chosen}
      options={options.map((value) => ({ value, label: words.day(Number(value)) }))}
    />
  );
}
