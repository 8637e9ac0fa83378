import type { RequestState } from "#db/schema/joining.ts";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Badge, Card, DataTable, DescriptionList } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";
import { moreLines } from "#app/professionals/joining/more-fields.ts";

type Facts = {
  state: RequestState;
  submittedAt: string | Date;
  takenBy: string | null;
  connected: boolean;
  recordSystem: string | null;
  practiceKind: "gp" | "pharmacy" | "group";
  mobile: string | null;
  ownEmail: string | null;
  more: Record<string, string> | null;
  careGroups: string[];
  reason: string | null;
  deadline: string;
  promised: boolean;
  daysLeft: number | null;
};

/** What the desk has to know of a request apart from its checks. */
export function CaseFacts({ one }: { one: Facts }) {
  const { language } = useShell();
  const { case: words, queue } = pick(texts, language);
  const { confirm, more } = pick(registration, language);
  const claim = one.connected ? queue.claims.connected : queue.claims.unconnected;
  return (
    <Card title={words.facts}>
      <DescriptionList
        items={[
          { term: words.submittedAt, value: formatDateTime(one.submittedAt, language) },
          { term: words.takenBy, value: one.takenBy ?? words.nobody },
          { term: words.practiceKind, value: words.kinds[one.practiceKind] },
          { term: words.connection, value: one.recordSystem ? `${claim}, ${one.recordSystem}` : claim },
          { term: words.ownEmail, value: one.ownEmail ?? confirm.sameAsPractice },
          { term: words.mobile, value: one.mobile ?? words.noMobile },
          ...moreLines(one.more, more, confirm.none).map(({ label, value }) => ({ term: label, value })),
          { term: words.careGroups, value: one.careGroups.join(", ") || confirm.none },
          ...(one.reason ? [{ term: words.reason, value: one.reason }] : []),
        ]}
      />
    </Card>
  );
}

type Line = {
  field: "agbPractitioner" | "agbPractice" | "firstName" | "lastName" | "practiceEmail";
  entered: string;
  register: string | null;
  match: "pass" | "fail" | "unknown";
};
const KIND = { pass: "positive", fail: "negative", unknown: "warning" } as const;

/** Entered beside register, line by line, with a mark in words. */
export function Beside({ lines }: { lines: Line[] }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const { fields } = pick(registration, language);
  return (
    <section>
      <h2>{words.besideTitle}</h2>
      <DataTable
        caption={words.besideTitle}
        columns={words.besideColumns}
        rows={lines.map(({ field, entered, register, match }) => ({
          key: field,
          cells: [
            fields[field],
            <span key="e" className="font-medium break-all">
              {entered}
            </span>,
            <span key="r" className="break-words">
              {register ?? words.notFound}
            </span>,
            <Badge key="m" kind={KIND[match]}>
              {words.match[match]}
            </Badge>,
          ],
        }))}
      />
    </section>
  );
}
