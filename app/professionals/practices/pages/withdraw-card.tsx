import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Given } from "../employees/given.server.ts";
import { texts } from "../texts.ts";
import { periodWords } from "./given-list.tsx";
import { groupWords, namesTogether, rightWords } from "../group-words.ts";

/** Grants of others that open something, now or later. */
const staying = (given: Given[]) =>
  given.filter((one) => !one.own && (one.standing === "works" || one.standing === "later"));

/** Takes away what the reader gave, and says beforehand what stays and through whom; nothing to take away is said too. */
export function WithdrawCard({ given, error }: { given: Given[]; error?: string }) {
  const { language } = useShell();
  const words = pick(texts, language).employee;
  const others = staying(given);
  const names = namesTogether(
    others.map((one) => one.by),
    language,
  );
  const own = given.some((one) => one.own);
  if (!own && others.length === 0) return error ? <Notice kind="negative">{error}</Notice> : null;
  return (
    <Card title={own ? words.withdrawTitle : words.othersTitle}>
      {error ? <Notice kind="negative">{error}</Notice> : null}
      <div className="prose">
        {own ? <p>{words.because}</p> : null}
        <p>{own ? (others.length > 0 ? words.withdrawOwn(names) : words.withdrawAll) : words.notGiven(names)}</p>
      </div>
      {own ? (
        <form method="post" className="mt-5">
          <Button name="act" value="withdraw" look="danger">
            {words.withdraw}
          </Button>
        </form>
      ) : null}
    </Card>
  );
}

/** After taking away: what this person still sees, and through whom. */
export function Withdrawn({ given, name }: { given: Given[]; name: string }) {
  const { language } = useShell();
  const words = pick(texts, language).employee;
  const others = staying(given);
  if (others.length === 0)
    return (
      <Notice kind="positive" title={words.withdrawn}>
        {words.seesNothing(name)}
      </Notice>
    );
  return (
    <Notice kind="warning" title={words.withdrawn}>
      <p>{words.stays(name)}</p>
      <ul className="my-1 list-disc pl-6">
        {others.map((one) => (
          <li key={one.by}>
            {[
              `${words.givenBy(one.by)}: ${rightWords(one, language).toLowerCase()}`,
              groupWords(one.reportGroups, language),
              periodWords(one, language),
            ].join(" · ")}
          </li>
        ))}
      </ul>
      <p>{words.staysHow}</p>
    </Notice>
  );
}
