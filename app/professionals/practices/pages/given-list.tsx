import { pick } from "#app/shared/i18n.ts";
import { Badge, Card, DescriptionList } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Given } from "../employees/given.server.ts";
import { texts } from "../texts.ts";
import { groupWords, rightWords } from "../group-words.ts";

const KIND = { works: "positive", later: "info", over: "neutral", fallen: "warning" } as const;

/** Who gave what, one after the other, each with whether it works today; `mayRenew`: the reader can save the own again. */
export function GivenList({ given, mayRenew = false }: { given: Given[]; mayRenew?: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language).employee;
  return given.map((one) => (
    <div key={`${String(one.own)} ${one.by}`} className="mt-5 border-l-4 border-line-strong pl-4">
      <h3 className="mt-0! flex flex-wrap items-center gap-x-3 gap-y-1">
        {one.own ? words.givenByYou : words.givenBy(one.by)}
        <Badge kind={KIND[one.standing]}>{words.standings[one.standing]}</Badge>
      </h3>
      <DescriptionList
        items={[
          { term: words.what, value: rightWords(one, language) },
          { term: words.groups, value: groupWords(one.reportGroups, language) },
          { term: words.period, value: periodWords(one, language) },
        ]}
      />
      {one.standing === "fallen" ? (
        <p className="max-w-2xl text-[0.9375rem]">
          {words.fallen} {one.own && mayRenew ? words.fallenOwn : null}
        </p>
      ) : null}
    </div>
  ));
}

type Taken = { by: string; at: string | Date; reason: string | null };

/** Who gave what to one person, and which access was taken away lately. */
export function GivenCard({ given, taken, mayRenew }: { given: Given[]; taken: Taken[]; mayRenew: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language).employee;
  return (
    <Card title={words.who}>
      {given.length === 0 ? <p>{words.nobody}</p> : null}
      <GivenList given={given} mayRenew={mayRenew} />
      {taken.length > 0 ? <h3 className="mt-5!">{words.taken}</h3> : null}
      {taken.map(({ by, at, reason }) => (
        <p key={`${by} ${String(at)}`} className="text-[0.9375rem]">
          {(reason === "account_ended" ? words.takenWithAccount : words.takenBy)(by, formatDate(at, language))}
        </p>
      ))}
    </Card>
  );
}

/** From when until when, in words. */
export function periodWords({ startsOn, endsOn }: Pick<Given, "startsOn" | "endsOn">, language: "nl" | "en"): string {
  const words = pick(texts, language).employee;
  const from = formatDate(startsOn, language);
  return endsOn ? words.fromUntil(from, formatDate(endsOn, language)) : words.fromOn(from);
}
