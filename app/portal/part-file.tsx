import type { Block } from "#app/records/documents/word-tree.server.ts";
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

function WordText({ words: blocks }: { words: Block[] | null }) {
  const { words } = usePortal();
  if (!blocks) return <p className="my-4">{words.part.wordFails}</p>;
  return (
    <div className="prose my-4" lang="nl">
      {blocks.map((block, at) => (
        <WordBlock key={at} block={block} />
      ))}
    </div>
  );
}

function WordBlock({ block }: { block: Block }) {
  if (block.kind === "heading") return <h3 className="mt-4">{block.text}</h3>;
  if (block.kind === "paragraph") return <p>{block.text}</p>;
  if (block.kind === "table") {
    return (
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={block.rows[0]?.join(", ")}>
        <table className="mb-3 w-full text-left">
          <tbody className="divide-y divide-line">
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} className="py-1.5 pr-4 align-top">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  const items = block.items.map((item, at) => <li key={at}>{item}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}
