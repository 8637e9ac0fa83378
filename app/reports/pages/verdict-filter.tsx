import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "#app/reports/model/texts.ts";
import type { Verdict } from "#app/reports/figures/verdict.ts";
import { CHANGED, verdictSlugs } from "#app/reports/model/verdict-slugs.ts";

/** How often each verdict was given, as links that show only those: what stands out first. */
export function VerdictFilter({
  counts,
  changes,
  chosen,
  changed,
  kept,
}: {
  counts: Partial<Record<Verdict, number>>;
  /** How many changed in a year. */
  changes: number;
  chosen: Verdict | null;
  changed: boolean;
  /** The rest of the address, which stays as it is. */
  kept: Record<string, string>;
}) {
  const { language } = useShell();
  const { overview: words, verdicts } = pick(texts, language);
  const present = verdictSlugs.filter(([verdict]) => (counts[verdict] ?? 0) > 0);
  const all = present.reduce((sum, [verdict]) => sum + (counts[verdict] ?? 0), 0);
  const to = (slug: string) => {
    const query = new URLSearchParams(Object.entries({ ...kept, oordeel: slug }).filter(([, value]) => value !== ""));
    return `/rapportages${query.size > 0 ? `?${query.toString()}` : ""}`;
  };
  const chip = (slug: string, label: string, count: number, current: boolean) => (
    <li key={slug}>
      <a
        href={to(slug)}
        aria-current={current ? "true" : undefined}
        className={`edge inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-[0.9375rem] no-underline ${current ? "border-action bg-action font-semibold text-on-action" : "border-line-strong bg-raised text-text hover:bg-sunk"}`}
      >
        {label} <strong className="font-semibold">{count}</strong>
      </a>
    </li>
  );
  return (
    <nav aria-label={words.byVerdict} className="no-print mb-6">
      <p className="mb-2 text-[0.9375rem] text-soft">{words.byVerdict}</p>
      <ul className="flex flex-wrap gap-2">
        {chip("", words.allVerdicts, all, chosen === null && !changed)}
        {present.map(([verdict, slug]) => chip(slug, verdicts[verdict], counts[verdict] ?? 0, chosen === verdict))}
        {changes > 0 ? chip(CHANGED, words.changedFilter, changes, changed) : null}
      </ul>
    </nav>
  );
}
