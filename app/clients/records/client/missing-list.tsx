import type { Environment } from "#app/platform/settings/environment.ts";
import type { PartLists } from "#app/clients/records/read/parts.server.ts";
import { Card } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

type Props = { general: Environment["missing"]; parts: PartLists["missing"] };

/** What cannot be shown here, and how to get it: a known fact instead of a gap (G-06). */
export function MissingList({ general, parts }: Props) {
  const { words, language } = usePortalWords(texts);
  const { missingWhy } = words.record;
  const whyOf = (cause: string) => missingWhy[cause] ?? missingWhy.other;
  const items = [
    ...parts.map(({ id, title, occurredOn, why, how, cause }) => ({
      key: id,
      what: `${title ?? words.unreadable}, ${formatDate(occurredOn, language)}`,
      how: cause === null ? `${why} ${how}`.trim() : `${whyOf(cause)} ${words.record.missingHow}`,
    })),
    ...general.map(({ what, how }) => ({ key: what.nl, what: what[language], how: how[language] })),
  ];
  if (items.length === 0) return null;
  return (
    <Card title={words.record.missingTitle} id="niet-hier">
      <p>{words.record.missingLead}</p>
      <dl className="mt-3 space-y-3">
        {items.map(({ key, what, how }) => (
          <div key={key}>
            <dt className="font-semibold">{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
