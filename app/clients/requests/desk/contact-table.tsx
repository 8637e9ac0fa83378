import { pick } from "#app/shared/i18n.ts";
import { DataTable } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { contactLines, type OwnContact } from "../request.ts";
import { texts } from "./practice-texts.ts";

type Recorded = { [line in keyof OwnContact]: string | null };

/** What the record system has beside what the client gives. */
export function ContactTable({ given, recorded }: { given: OwnContact; recorded: Recorded | null }) {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <div className="my-6">
      <DataTable
        caption={words.contactTitle}
        showCaption
        columns={words.contactColumns}
        rows={contactLines.map((line) => ({
          key: line,
          cells: [
            words.lines[line],
            recorded?.[line] || words.unknown,
            given[line] && given[line] !== recorded?.[line] ? <strong key="new">{given[line]}</strong> : words.same,
          ],
        }))}
      />
    </div>
  );
}
