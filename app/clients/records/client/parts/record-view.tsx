import type { RecordLook } from "#app/clients/records/read/record.server.ts";
import type { ListedPart } from "#app/clients/records/read/parts.server.ts";
import type { ListedTreatment } from "#app/clients/records/read/treatments.server.ts";
import { EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PartRows } from "../part-rows.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "../texts.ts";
import { Go } from "#app/clients/frame/sample.tsx";

type Shown = Pick<RecordLook, "treatments" | "parts" | "total">;

/** The record as a list: treatments that go on, what stands apart, then closed treatments. */
export function RecordView({ look, filtered }: { look: Shown; filtered: boolean }) {
  const { words, at } = usePortalWords(texts);
  const { record } = words;
  if (look.total === 0) return <EmptyState title={record.none}>{record.noneHint}</EmptyState>;
  if (look.parts.length === 0)
    return (
      <EmptyState title={record.nothingFound}>
        {record.nothingFoundHint} <Go href={`${at}/zorgdossier`}>{record.clear}</Go>
      </EmptyState>
    );
  const of = (treatment: ListedTreatment) => look.parts.filter(({ treatmentId }) => treatmentId === treatment.id);
  const shown = look.treatments.filter((one) => !filtered || of(one).length > 0);
  const current = shown.filter(({ endedOn }) => endedOn === null);
  const closed = shown.filter(({ endedOn }) => endedOn !== null);
  const apart = look.parts.filter(({ treatmentId }) => treatmentId === null);
  return (
    <>
      {current.length > 0 ? <h2 className="break-after-avoid">{record.current}</h2> : null}
      {current.map((one) => (
        <TreatmentParts key={one.id} treatment={one} parts={of(one)} />
      ))}
      {apart.length > 0 ? (
        <section>
          <h2>{record.apart}</h2>
          <PartRows parts={apart} heading="h3" />
        </section>
      ) : null}
      {closed.length > 0 ? <h2 className="break-after-avoid">{record.closed}</h2> : null}
      {closed.map((one) => (
        <TreatmentParts key={one.id} treatment={one} parts={of(one)} />
      ))}
    </>
  );
}

function TreatmentParts({ treatment, parts }: { treatment: ListedTreatment; parts: ListedPart[] }) {
  const { words, language } = usePortalWords(texts);
  const { record } = words;
  const { name, department, startedOn, endedOn } = treatment;
  const from = formatDate(startedOn, language);
  const when = endedOn === null ? record.since(from) : record.period(from, formatDate(endedOn, language));
  return (
    <section className="my-6">
      <h3 className="mb-0!">{name ?? record.treatment}</h3>
      <p className="text-soft">{[department, when].filter(Boolean).join(" · ")}</p>
      {parts.length > 0 ? <PartRows parts={parts} /> : <p className="my-3">{record.emptyTreatment}</p>}
    </section>
  );
}
