import type { ShownPart } from "#app/clients/records/read/part.server.ts";
import { Card, Notice } from "#app/ui/data.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { LetterText } from "./letter-text.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { GoButton } from "#app/clients/frame/sample.tsx";

type Document = NonNullable<ShownPart["document"]>;
type Props = { id: string; document: Document };

/** The document of a part: first to read or view, then to download (G-07). */
export function PartFile({ id, document }: Props) {
  const { words, at, language } = usePortalWords(texts);
  const { part, record } = words;
  const kilobytes = document.size === null ? null : Math.max(1, Math.round(document.size / 1024));
  const size = kilobytes === null ? "" : `, ${formatNumber(kilobytes, language)} kB`;
  return (
    <Card title={document.kind === "word" ? part.wordTitle : part.facts.file}>
      <p className="text-soft">{`${record.document[document.kind]}${size}`}</p>
      {document.kind === "word" ? (
        <LetterView letter={document.letter} />
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

/** A letter, after what is not to be seen in it; or why there is only the file. */
function LetterView({ letter }: Pick<Document, "letter">) {
  const { words } = usePortalWords(texts);
  const { part } = words;
  if (!letter || letter.html === null)
    return (
      <Notice kind="warning" title={part.onlyFile}>
        {part.why[letter ? letter.why : "later"]}
      </Notice>
    );
  const { missing, told } = leftOut(letter.left);
  return (
    <>
      {missing.length > 0 ? (
        <Notice kind="info" title={part.missingTitle}>
          <ul className="list-disc pl-5">
            {missing.map(({ what, count }) => (
              <li key={what}>{part.missing[what](count)}</li>
            ))}
          </ul>
          <p>{part.missingHint}</p>
        </Notice>
      ) : null}
      {told.map(({ what }) => (
        <Notice key={what} kind={what === "changes" ? "warning" : "info"}>
          {part.told[what]}
        </Notice>
      ))}
      <LetterText html={letter.html} />
    </>
  );
}

type Left = Extract<NonNullable<Document["letter"]>, { html: string }>["left"];
type Missing = { what: keyof (typeof texts)["nl"]["part"]["missing"]; count: number };
type Told = { what: keyof (typeof texts)["nl"]["part"]["told"] };

/** What is not in the view, with how many, and what is to be known of what is. */
function leftOut(left: Left): { missing: Missing[]; told: Told[] } {
  const missing: Missing[] = [];
  const told: Told[] = [];
  for (const { what, count } of left)
    if (what === "changes" || what === "link" || what === "bound") told.push({ what });
    else missing.push({ what, count });
  return { missing, told };
}
