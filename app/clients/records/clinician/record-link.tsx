import { type UnlinkWhy, unlinkWhy } from "#app/clients/records/link/why.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Badge, Card, Notice } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Moment = string | Date;
type Props = {
  link: {
    state: "none" | "asked" | "linked" | "unlinked";
    linkedAt: Moment | null;
    by: string | null;
    stopped: { at: Moment; by: string | null; why: UnlinkWhy } | null;
  };
  /** Address of the page that opens the record. */
  open: string;
  form: Form;
  /** The form comes back, as it was not right. */
  sent: boolean;
};

/** How the link of the record stands: since when, or when and by whom it was stopped and what now. */
export function RecordLink({ link, open, form, sent }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { stopped, state } = link;
  const linkedAt = link.linkedAt ? formatDate(link.linkedAt, language) : "";
  return (
    <Card title={words.record}>
      <p className="mb-4">
        <Badge kind={state === "linked" ? "positive" : "neutral"}>{words.links[state]}</Badge>{" "}
        {state === "linked" ? words.since(linkedAt, link.by ?? "") : null}
      </p>
      {stopped ? (
        <Notice kind="info" title={words.stopped(formatDateTime(stopped.at, language), stopped.by)}>
          <p>{words.whys[stopped.why]}</p>
          <p className="mt-2">{words.stoppedNext[stopped.why]}</p>
        </Notice>
      ) : null}
      {state === "linked" ? <UnlinkForm form={form} sent={sent} /> : <ButtonLink href={open}>{words.link}</ButtonLink>}
    </Card>
  );
}

function UnlinkForm({ form, sent }: Pick<Props, "form" | "sent">) {
  const words = pick(texts, useShell().language);
  return (
    <details open={sent}>
      <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.unlink}</summary>
      <form method="post" className="mt-3">
        <p className="mb-4">{words.unlinkLead}</p>
        <RadioGroup
          {...form.field("why")}
          legend={words.why}
          options={unlinkWhy.map((value) => ({ value, label: words.whys[value], hint: words.whyHints[value] }))}
        />
        <TextArea {...form.field("reason")} label={words.reason} hint={words.reasonHint} />
        <Button look="danger">{words.unlink}</Button>
      </form>
    </details>
  );
}
