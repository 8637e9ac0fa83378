import type { PartLists } from "#app/clients/records/read/parts.server.ts";
import { Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

/** That parts are held back to be discussed first: how many, by whom and until when; never what. */
export function HeldNotice({ held }: Pick<PartLists, "held">) {
  const { words, language } = usePortalWords(texts);
  if (held.length === 0) return null;
  return (
    <Notice kind="info" title={words.record.held(held.length)}>
      <ul className="list-disc pl-5">
        {held.map(({ by, until }, at) => (
          <li key={at}>{words.record.heldUntil(by, formatDate(until, language))}</li>
        ))}
      </ul>
      <p className="mt-2">{words.record.heldNext}</p>
    </Notice>
  );
}
