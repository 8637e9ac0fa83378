import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** That somebody else, or the same person, asks for the same codes too: who is real shows in the call-back. */
export function OtherRequests({ others }: { others: { id: string; number: string; practiceEmail: string }[] }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  if (others.length === 0) return null;
  return (
    <Notice kind="warning" title={words.othersTitle}>
      <p>{words.othersAdvice}</p>
      <ul className="mt-2 list-disc pl-6">
        {others.map(({ id, number, practiceEmail }) => (
          <li key={id} className="break-words">
            <a href={`/servicedesk/aanvragen/${id}`}>{number}</a> {practiceEmail}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
