import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { formatBirthDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../account-texts.ts";
import type { Difference } from "../differs.ts";

type Props = {
  receipt: {
    id: string;
    matchedAt: string | Date;
    matchedByName: string;
    checked: Difference[];
    person: { name: string; birthDate: string; number: string } | null;
    undoneAt: string | Date | null;
    undoneByName: string | null;
  };
  account: { name: string; email: string | null };
  environment: string;
};

/** What was matched to whom, by whom and when, to keep on paper. */
export function Receipt({ receipt, account, environment }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { id, matchedAt, matchedByName, checked, person, undoneAt, undoneByName } = receipt;
  return (
    <Card title={words.receipt}>
      <p>{words.receiptLead(environment)}</p>
      <DescriptionList
        items={[
          { term: words.account, value: [account.name, account.email].filter(Boolean).join("\n") },
          {
            term: words.person,
            value: person ? `${person.name}\n${formatBirthDate(person.birthDate, language)}\n${person.number}` : "",
          },
          { term: words.receiptMatched, value: formatDateTime(matchedAt, language) },
          { term: words.receiptBy, value: matchedByName },
          {
            term: words.receiptChecked,
            value: checked.map((one) => words.differs[one]).join("\n") || words.receiptSame,
          },
          { term: words.receiptNumber, value: <span className="wrap-anywhere">{id}</span> },
        ]}
      />
      {undoneAt ? (
        <p className="mt-3 font-semibold">
          {words.receiptUndone(undoneByName ?? "", formatDateTime(undoneAt, language))}
        </p>
      ) : (
        <p className="no-print mt-3 text-soft">{words.receiptPrint}</p>
      )}
    </Card>
  );
}
