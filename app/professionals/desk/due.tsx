import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** A deadline with the working days that are left, in words. */
export function Due({
  deadline,
  promised,
  daysLeft,
}: {
  deadline: string;
  promised: boolean;
  daysLeft: number | null;
}) {
  const { language } = useShell();
  const words = pick(texts, language).due;
  const left = daysLeft === null ? words.closed : inWords(daysLeft, words);
  const kind = daysLeft === null ? "neutral" : daysLeft < 0 ? "negative" : daysLeft <= 1 ? "warning" : "neutral";
  return (
    <span className="block">
      <span className="block sm:whitespace-nowrap">{formatDate(deadline, language)}</span>
      <span className="mt-1 flex flex-wrap items-center gap-x-2 sm:flex-nowrap text-[0.9375rem] text-soft">
        <Badge kind={kind}>{left}</Badge>
        {promised ? words.promise : words.target}
      </span>
    </span>
  );
}

function inWords(days: number, words: (typeof texts)["nl"]["due"]): string {
  if (days < 0) return words.late(-days);
  if (days === 0) return words.today;
  return days === 1 ? words.tomorrow : words.left(days);
}
