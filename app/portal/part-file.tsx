import type { ShownPart } from "#app/records/read/part.server.ts";
import { Card } from "#app/ui/data.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { usePortal } from "./places.ts";
import { GoButton } from "./sample.tsx";

type Props = { id: string; document: NonNullable<ShownPart["document"]> };

/** The document of a part: first to view, then to download (G-07). */
export function PartFile({ id, document }: Props) {
  const { words, at, language } = usePortal();
  const { part, record } = words;
  const kilobytes = document.size === null ? null : Math.max(1, Math.round(document.size / 1024));
  const size = kilobytes === null ? "" : `, ${formatNumber(kilobytes, language)} kB`;
  return (
    <Card title={document.kind === "word" ? part.wordTitle : part.facts.file}>
      <p className="text-soft">{`${record.document[document.kind]}${size}`}</p>
      {document.kind === "word" ? (
        <WordText words={document.words} />
      ) : (
        <div className="no-print my-4">
          <GoButton href={`${at}/zorgdossier/${id}/bekijken`}>{part.view}</GoButton>
          <p className="mt-2">{part.viewHint}</p>
        </div>
      )}
      <div className="no-print mt-4">
        <GoButton href={`${at}/zorgdossier/${id}/downloaden`} look="secondary">
          {part.download}
        </GoButton>
        <p className="mt-2 text-[0.9375rem] text-soft">{`${part.downloadHint} ${words.logged}`}</p>
      </div>
    </Card>
  );
}

function WordText({ words: paragraphs }: { words: string[] | null }) {
  const { words } = usePortal();
  if (!paragraphs) return <p className="my-4">{words.part.wordFails}</p>;
  return (
    <div className="prose my-4" lang="nl">
      {paragraphs.map((paragraph, at) => (
        <p key={at} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
