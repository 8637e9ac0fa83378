import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { EventKind } from "../event-kinds.ts";
import { texts } from "../texts.ts";

type Event = { key: string; kind: string; at: string | Date; note: string | null; by: "you" | "desk" | "system" };

/** The story of the request, as far as the applicant reads along. */
export function Happened({ story }: { story: Event[] }) {
  const { language } = useShell();
  const { status: words, events } = pick(texts, language);
  return (
    <Timeline
      events={story.map(({ key, kind, at, note, by }) => ({
        key,
        at: formatDateTime(at, language),
        title: events[kind as EventKind] ?? kind,
        by: words[by],
        note,
      }))}
    />
  );
}

/** What the desk asks, and room for the answer. */
export function AnswerForm({
  question,
  error,
  typed,
}: {
  question: { field: string; words: string };
  error?: string;
  typed?: string;
}) {
  const { language } = useShell();
  const { status: words, errors, fields } = pick(texts, language);
  const message = error ? (errors[error] ?? errors.required) : undefined;
  const free = question.field === "other";
  const field = { name: "answer", label: words.answer, error: message, defaultValue: typed };
  return (
    <Card title={words.question}>
      <p className="text-lg">{question.words}</p>
      {free ? null : (
        <p className="mt-1 text-soft">
          {words.about}: {fields[question.field as keyof typeof fields]}
        </p>
      )}
      <form method="post" className="mt-5">
        <ErrorSummary errors={message ? [{ field: "answer", message }] : []} />
        <input type="hidden" name="act" value="answer" />
        {free ? <TextArea {...field} /> : <TextField {...field} hint={words.answerField} maxLength={254} />}
        <Button>{words.send}</Button>
      </form>
    </Card>
  );
}

type Plan =
  | { kind: "question"; remindOn: string; closesOn: string }
  | { kind: "signature"; reminders: string[]; closesOn: string };

/** Both sides see when reminders go out (B3). */
export function Schedule({ schedule }: { schedule: Plan }) {
  const { language } = useShell();
  const { status: words } = pick(texts, language);
  const day = (date: string) => formatDate(date, language);
  return (
    <Card title={words.reminders}>
      <p>
        {schedule.kind === "question"
          ? words.remindersInfo(day(schedule.remindOn), day(schedule.closesOn))
          : words.remindersSign(schedule.reminders.map(day).join(", "), day(schedule.closesOn))}
      </p>
    </Card>
  );
}

/** Withdrawing asks twice by being folded away, and names what happens. */
export function WithdrawForm() {
  const { language } = useShell();
  const { status: words } = pick(texts, language);
  return (
    <details className="mt-10 max-w-2xl">
      <summary className="min-h-11 font-semibold text-brand-text">{words.withdrawTitle}</summary>
      <p className="my-3">{words.withdrawText}</p>
      <form method="post">
        <Button look="danger" name="act" value="withdraw">
          {words.withdraw}
        </Button>
      </form>
    </details>
  );
}

/** The document once more, after its link had lapsed. */
export function RenewSigning() {
  const { language } = useShell();
  const { status: words } = pick(texts, language);
  return (
    <form method="post" className="my-6">
      <p className="mb-3 max-w-2xl">{words.renewSigningLead}</p>
      <Button name="act" value="renew_signing">
        {words.renewSigning}
      </Button>
    </form>
  );
}
