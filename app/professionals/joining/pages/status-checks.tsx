import type { ReactNode } from "react";
import { pick } from "#app/shared/i18n.ts";
import { Badge, DataTable } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Rule } from "../agb/rules.ts";
import { texts } from "../texts.ts";

type Check = { rule: Rule; outcome: "pass" | "accepted" | "open"; source: string; on: string };
const KIND = { pass: "positive", accepted: "positive", open: "info" } as const;

/** Every check with its outcome, source and date: what is still open in sight, what is in order folded away. */
export function Checks({ checks, called }: { checks: Check[]; called: boolean }) {
  const { language, operator } = useShell();
  const { status: words, rules, sources: said } = pick(texts, language);
  const sources = said(operator.product);
  const row = ({ rule, outcome, source, on }: Check) => ({
    key: rule,
    cells: [
      named(rules[rule], `${sources[source] ?? source}, ${formatDate(on, language)}`),
      <Badge key="o" kind={KIND[outcome]}>
        {words.outcomes[outcome]}
      </Badge>,
    ],
  });
  const open = checks.filter((check) => check.outcome === "open").map(row);
  const good = checks.filter((check) => check.outcome !== "open").map(row);
  if (!called)
    open.push({
      key: "call_back",
      cells: [named(rules.call_back, sources.telephone ?? ""), <Badge key="o">{words.callOpen}</Badge>],
    });
  const columns = [words.check, words.outcome];
  return (
    <section>
      <h2>{words.checks}</h2>
      {open.length > 0 ? <DataTable caption={words.checks} columns={columns} rows={open} /> : null}
      {good.length > 0 ? (
        <details className="my-4">
          <summary className="min-h-11 font-semibold text-brand-text">{words.good(good.length)}</summary>
          <DataTable caption={words.good(good.length)} columns={columns} rows={good} />
        </details>
      ) : null}
    </section>
  );
}

/** What was checked, with where and when below it. */
function named(name: string, where: string): ReactNode {
  return (
    <span key="n" className="block">
      <span className="block">{name}</span>
      <span className="block text-[0.9375rem] text-soft">{where}</span>
    </span>
  );
}
