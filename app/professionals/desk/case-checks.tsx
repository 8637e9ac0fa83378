import { texts as registration } from "#app/professionals/joining/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, DataTable } from "#app/ui/data.tsx";
import { TextField } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { evidenceWords } from "./evidence.ts";
import { texts } from "./texts.ts";

type Check = {
  id: string;
  rule: keyof (typeof registration)["nl"]["rules"];
  outcome: "pass" | "fail" | "unknown";
  evidence: Record<string, string | string[] | null>;
  source: string;
  checkedAt: string | Date;
  referenceDate: string;
  acceptedBy: string | null;
  acceptedReason: string | null;
  canAccept: boolean;
};
type Shown = { version: number; checks: Check[]; can: { accept_check: boolean; refresh_checks: boolean } };
type FormAt = (act: string) => Form;
const KIND = { pass: "positive", fail: "negative", unknown: "warning" } as const;

/** Every check with outcome, evidence, source and date: what needs a judgement first, what is in order folded away. */
export function CaseChecks({ one, form }: { one: Shown; form: FormAt }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const attention = one.checks.filter((check) => check.outcome !== "pass");
  const good = one.checks.filter((check) => check.outcome === "pass");
  return (
    <section>
      <h2>{words.checksTitle}</h2>
      {attention.length > 0 ? (
        <CheckTable one={one} form={form} checks={attention} caption={words.checksOpen} />
      ) : (
        <p>{words.allGood}</p>
      )}
      {good.length > 0 ? (
        <details className="my-4">
          <summary className="min-h-11 font-semibold text-brand-text">{words.checksGood(good.length)}</summary>
          <CheckTable one={one} form={form} checks={good} caption={words.checksGood(good.length)} />
        </details>
      ) : null}
      {one.can.refresh_checks ? (
        <form method="post">
          <input type="hidden" name="version" value={one.version} />
          <Button look="secondary" name="act" value="refresh">
            {words.refresh}
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function CheckTable({ one, form, checks, caption }: { one: Shown; form: FormAt; checks: Check[]; caption: string }) {
  const { language, operator } = useShell();
  const words = pick(texts, language).case;
  const registrationWords = pick(registration, language);
  const { rules } = registrationWords;
  const sources = registrationWords.sources(operator.product);
  return (
    <DataTable
      caption={caption}
      columns={words.checksColumns}
      rows={checks.map((check) => ({
        key: check.id,
        cells: [
          rules[check.rule],
          <Badge key="o" kind={check.acceptedReason ? "info" : KIND[check.outcome]}>
            {words.outcomes[check.outcome]}
          </Badge>,
          <div key="e" className="max-w-md space-y-2">
            <p className="break-words">{evidenceWords(check.evidence, language)}</p>
            {check.acceptedReason ? (
              <p>
                <strong className="font-semibold">{words.acceptedBy(check.acceptedBy ?? "")}</strong>{" "}
                {check.acceptedReason}
              </p>
            ) : null}
            {one.can.accept_check && check.canAccept && check.outcome !== "pass" && !check.acceptedReason ? (
              <AcceptForm
                version={one.version}
                rule={check.rule}
                name={rules[check.rule]}
                form={form(`accept-${check.rule}`)}
              />
            ) : null}
          </div>,
          <span key="s" className="block text-[0.9375rem] text-soft">
            {sources[check.source] ?? check.source}, {formatDateTime(check.checkedAt, language)}
            {formatDate(check.checkedAt, language) === formatDate(check.referenceDate, language)
              ? ""
              : ` (${formatDate(check.referenceDate, language)})`}
          </span>,
        ],
      }))}
    />
  );
}

function AcceptForm({ version, rule, name, form }: { version: number; rule: string; name: string; form: Form }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  return (
    <details open={form.error("reason") !== undefined}>
      <summary className="min-h-9 font-semibold text-brand-text">{words.accept}</summary>
      <form method="post" className="mt-2">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="rule" value={rule} />
        <TextField {...form.field("reason")} label={words.acceptReason(name)} maxLength={500} />
        <Button look="secondary" name="act" value="accept">
          {words.accept}
        </Button>
      </form>
    </details>
  );
}
