import type { ListedPart } from "#app/clients/records/read/parts.server.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { Go } from "#app/clients/frame/sample.tsx";

/** Parts of one treatment, by kind, newest first; headings are of the level below what stands over them. */
export function PartRows({ parts, heading: Heading = "h4" }: { parts: ListedPart[]; heading?: "h3" | "h4" }) {
  const { words } = usePortalWords(texts);
  const kinds = Map.groupBy(parts, ({ kind }) => kind);
  return [...kinds].map(([kind, own]) => (
    <div key={kind} className="my-3">
      <Heading className="text-base! font-semibold text-soft">{words.record.kinds[kind]}</Heading>
      <ul className="divide-y divide-line border-y border-line">
        {own.map((part) => (
          <Row key={part.id} part={part} />
        ))}
      </ul>
    </div>
  ));
}

function Row({ part: { id, title, author, occurredOn, isNew, document } }: { part: ListedPart }) {
  const { words, at, language } = usePortalWords(texts);
  const { record } = words;
  const facts = [
    formatDate(occurredOn, language),
    author === null ? null : record.by(author),
    document && record.document[document],
  ];
  return (
    <li className="keep flex gap-3 py-2.5">
      <Icon
        name={document === "pdf" ? "file-type-pdf" : document === "word" ? "file-type-doc" : "file-text"}
        className="mt-3 text-soft"
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3">
          {title === null ? (
            <span className="font-semibold">{words.unreadable}</span>
          ) : (
            <Go
              href={`${at}/zorgdossier/${id}`}
              className="inline-flex min-h-11 min-w-0 items-center wrap-anywhere font-semibold text-brand-text underline underline-offset-4"
            >
              {title}
            </Go>
          )}
          {isNew ? <Badge kind="info">{words.fresh}</Badge> : null}
        </p>
        <p className="text-[0.9375rem] text-soft">
          {facts.filter(Boolean).join(" · ")}
          {title === null ? ` · ${words.unreadableHint}` : ""}
        </p>
      </div>
    </li>
  );
}
