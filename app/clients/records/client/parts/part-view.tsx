import type { ShownPart } from "#app/clients/records/read/part.server.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PartFile } from "../part-file.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "../texts.ts";
import { GoButton } from "#app/clients/frame/sample.tsx";

type Props = {
  part: ShownPart;
  terms: { term: string; meaning: string }[];
};

/** One part to read, with what was noted beside it, its document, and the way to say that something is wrong. */
export function PartView({ part, terms }: Props) {
  const { words, at, language } = usePortalWords(texts);
  const { facts } = words.part;
  if (part.title === null)
    return (
      <Notice kind="warning" title={words.unreadable}>
        {words.unreadableHint}
      </Notice>
    );
  const author = [part.author, part.authorRole].filter(Boolean).join(", ");
  return (
    <>
      <DescriptionList
        items={[
          { term: facts.date, value: formatDate(part.occurredOn, language) },
          { term: facts.author, value: author },
          { term: facts.kind, value: words.record.kinds[part.kind] },
        ]}
      />
      {part.text ? <Paragraphs text={part.text} /> : null}
      {part.document ? <PartFile id={part.id} document={part.document} /> : null}
      <Remarks remarks={part.remarks} />
      {terms.length > 0 ? (
        <details className="print-open my-6" open={terms.length < 4}>
          <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.part.terms}</summary>
          <dl className="space-y-3">
            {terms.map(({ term, meaning }) => (
              <div key={term}>
                <dt className="font-semibold" lang="nl">
                  {term}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      <div className="no-print">
        <Card title={words.part.wrongTitle}>
          <p className="mb-3">{words.part.wrong}</p>
          <GoButton href={`${at}/verzoeken/nieuw?onderdeel=${part.id}`} look="secondary">
            {words.part.wrongAsk}
          </GoButton>
        </Card>
      </div>
    </>
  );
}

/** Text with a blank line between paragraphs. Records are written in Dutch. */
function Paragraphs({ text }: { text: string }) {
  return (
    <div className="prose my-6" lang="nl">
      {text
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean)
        .map((paragraph, at) => (
          <p key={at} className="whitespace-pre-line">
            {paragraph}
          </p>
        ))}
    </div>
  );
}

function Remarks({ remarks }: Pick<ShownPart, "remarks">) {
  const { words, language } = usePortalWords(texts);
  if (remarks.length === 0) return null;
  return (
    <Card title={words.part.beside}>
      <ul className="space-y-4">
        {remarks.map(({ id, kind, text, by, writtenAt, earlier }) => (
          <li key={id}>
            <p className="font-semibold">{words.part.remark[kind]}</p>
            <p className="whitespace-pre-line">{text ?? words.unreadable}</p>
            <p className="text-[0.9375rem] text-soft">{words.part.remarkBy(by, formatDate(writtenAt, language))}</p>
            {earlier ? <p className="text-[0.9375rem] text-soft">{words.part.remarkEarlier}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
