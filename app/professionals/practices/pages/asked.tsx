import type { EmployeeRequestState } from "#db/schema/practices.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, Card, DataTable } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

type Asked = {
  id: string;
  number: string;
  version: number;
  name: string;
  practice: string;
  state: EmployeeRequestState;
  promiseOn: string;
  /** Asked by the reader, who alone may answer and take back. */
  mine: boolean;
  by: string;
  question: string | null;
  reason: string | null;
};
const KIND = {
  submitted: "neutral",
  in_review: "neutral",
  info_requested: "warning",
  approved: "positive",
  rejected: "negative",
  cancelled: "neutral",
} as const;

/** An answer that could not be taken: of which request, why, and what was typed. */
type Refused = { id: string; error: string | null; typed: string };

/** What the servicedesk wants to know before it can go on, with room for the answer. */
export function Questions({ requests, refused }: { requests: Asked[]; refused?: Refused }) {
  const { language } = useShell();
  const { admin: words, errors } = pick(texts, language);
  const messages: Record<string, string> = errors;
  const open = requests.filter((one) => one.question && one.mine);
  return open.map((one) => (
    <Card key={one.id} title={`${words.question}: ${one.name} (${one.number})`}>
      <p className="mb-5 max-w-2xl border-l-4 border-warning-line pl-4">{one.question}</p>
      <form method="post">
        <input type="hidden" name="id" value={one.id} />
        <input type="hidden" name="version" value={one.version} />
        <TextArea
          id={`answer-${one.number}`}
          name="answer"
          label={words.answer}
          error={refused?.error && refused.id === one.id ? messages[refused.error] : undefined}
          defaultValue={refused?.id === one.id ? refused.typed : undefined}
        />
        <Button name="act" value="answer" look="secondary">
          {words.sendAnswer}
        </Button>
      </form>
    </Card>
  ));
}

/** Requests with how far they are; what runs can be taken back. */
export function Requests({ requests, several }: { requests: Asked[]; several: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language).admin;
  if (requests.length === 0) return <p>{words.noRequests}</p>;
  return (
    <DataTable
      caption={words.requests}
      columns={[words.name, words.state, words.promise]}
      rows={requests.map((one) => {
        const runs = ["submitted", "in_review", "info_requested"].includes(one.state);
        return {
          key: one.id,
          cells: [
            <span key="name" className="block">
              <span className="block font-medium">{one.name}</span>
              <span className="block text-[0.9375rem] text-soft">
                {one.number}
                {several ? ` · ${one.practice}` : ""}
                {one.mine ? "" : ` · ${words.requestedBy(one.by)}`}
              </span>
            </span>,
            <div key="state">
              <Badge kind={KIND[one.state]}>{words.states[one.state]}</Badge>
              {one.reason ? <span className="mt-1 block max-w-md text-[0.9375rem]">{one.reason}</span> : null}
              {runs && one.mine ? (
                <form method="post">
                  <Button name="act" value="cancel" look="quiet">
                    {words.cancel}
                  </Button>
                  <input type="hidden" name="id" value={one.id} />
                </form>
              ) : null}
            </div>,
            runs ? formatDate(one.promiseOn, language) : "–",
          ],
        };
      })}
    />
  );
}
