import type {
  CodeAnswer,
  FileAnswer,
  Standing,
} from "#app/professionals/joining/authorization/check-document.server.ts";
import { sealWords } from "#app/professionals/joining/authorization/seal/words.ts";
import { pick } from "#app/shared/i18n.ts";
import { DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

// Moments have become text on their way to the page.
type Sent<T> = T extends Date ? Date | string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T;
type Result = { kind: "file"; answer: Sent<FileAnswer> } | { kind: "code"; answer: Sent<CodeAnswer> };

/** What the check found, in words first. */
export function CheckAnswer({ result }: { result: Result }) {
  const { language } = useShell();
  const words = pick(texts, language).check;
  if (result.kind === "code") {
    if (!result.answer.found) return <Notice kind="warning" title={words.unknownCode} />;
    return <Found standing={result.answer.standing} title={words.known} />;
  }
  const { answer } = result;
  if (answer.kind === "fault") {
    return (
      <Notice kind="negative" title={words.notGenuine}>
        {pick(sealWords, language)[answer.fault]}
      </Notice>
    );
  }
  if (answer.kind === "unknown") return <Notice kind="warning" title={words.unknownFile} />;
  const at = formatDateTime(answer.sealedAt, language);
  return <Found standing={answer.standing} title={words.genuine[answer.part](at)} />;
}

function Found({ standing, title }: { standing: Sent<Standing>; title: string }) {
  const { language } = useShell();
  const words = pick(texts, language).check;
  const holds = standing.state === "in_force";
  const date = (value: Date | string | null) => (value ? formatDate(value, language) : "");
  const items = [
    { term: words.practice, value: standing.practice },
    { term: words.code, value: standing.code },
  ];
  if (standing.signedAt) items.push({ term: words.since, value: date(standing.signedAt) });
  if (standing.endedAt) items.push({ term: words.endedOn, value: date(standing.endedAt) });
  return (
    <>
      <Notice kind={holds ? "positive" : "warning"} title={title}>
        {words.states[standing.state]}
      </Notice>
      <DescriptionList items={items} />
    </>
  );
}
