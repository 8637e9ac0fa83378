import type { HoldLook } from "#app/clients/records/holds/for-clinician.server.ts";
import { MOST_DAYS } from "#app/clients/records/holds/days.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { SelectField, TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./hold-texts.ts";

type Props = { hold: HoldLook; form: Form };

/** Holding a part back until it was discussed: to begin, to end, or with a colleague to make longer. */
export function HoldCard({ hold, form }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { standing } = hold;
  if (!standing)
    return <Card title={words.title}>{hold.heldBefore ? <p>{words.heldBefore}</p> : <HoldForm form={form} />}</Card>;
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
      <Longer hold={hold} form={form} />
    </Card>
  );
}

function Longer({ hold, form }: Props) {
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
    <details open={form.error("second") !== undefined} className="mt-4">
      <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.longer}</summary>
      <form method="post" className="mt-3">
        <p className="mb-3">{words.longerLead}</p>
        <RadioGroup
          {...form.field("second")}
          legend={words.second}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Days id="longer-days" label={words.longerDays} form={form} />
        <Button name="act" value="longer" look="secondary">
          {words.longerAsk}
        </Button>
      </form>
    </details>
  );
}

function HoldForm({ form }: Pick<Props, "form">) {
  const words = pick(texts, useShell().language);
  return (
    <form method="post">
      <p className="mb-4">{words.lead}</p>
      <TextArea {...form.field("holdReason")} label={words.reason} hint={words.reasonHint} />
      <Days id="days" label={words.days} form={form} />
      <Button name="act" value="hold" look="secondary">
        {words.hold}
      </Button>
    </form>
  );
}

function Days({ id, label, form }: { id: string; label: string; form: Form }) {
  const words = pick(texts, useShell().language);
  const options = Array.from({ length: MOST_DAYS }, (_, at) => String(at + 1));
  return (
    <SelectField
      {...form.field("days")}
      id={id}
      label={label}
      defaultValue={form.text("days") ?? "7"}
      options={options.map((value) => ({ value, label: words.day(Number(value)) }))}
    />
  );
}
