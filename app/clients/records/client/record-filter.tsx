import type { Asked, RecordLook } from "#app/clients/records/read/record.server.ts";
import { Button } from "#app/ui/buttons.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

type Props = { asked: Asked; look: Pick<RecordLook, "kinds" | "newOnes">; since: Date | string | null };

/** Search in titles, choose a kind, only what is new. The choice stands in the address. */
export function RecordFilter({ asked, look, since }: Props) {
  const { words, at, language } = usePortalWords(texts);
  const { record } = words;
  return (
    <form
      method="get"
      action={`${at}/zorgdossier`}
      className="no-print my-5 rounded-xl border border-line bg-raised p-5"
      role="search"
    >
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <label className="block font-semibold">
          {record.search}
          <input
            type="search"
            name="zoek"
            defaultValue={asked.search}
            maxLength={80}
            autoComplete="off"
            className="field-input mt-1 font-normal"
          />
        </label>
        <label className="block font-semibold">
          {record.kind}
          <select name="soort" defaultValue={asked.kind ?? ""} className="field-input mt-1 font-normal">
            <option value="">{record.allKinds}</option>
            {look.kinds.map((kind) => (
              <option key={kind} value={kind}>
                {record.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {since && (look.newOnes > 0 || asked.onlyNew) ? (
        <label className="mt-4 flex min-h-9 items-start gap-2.5">
          <input
            type="checkbox"
            name="nieuw"
            value="1"
            defaultChecked={asked.onlyNew}
            className="mt-1 size-5 accent-action"
          />
          <span>{record.onlyNew(formatDate(since, language))}</span>
        </label>
      ) : null}
      <p className="mt-4 flex flex-wrap items-center gap-4">
        <Button look="secondary">{record.show}</Button>
        <a href={`${at}/zorgdossier`} className="inline-flex min-h-11 items-center">
          {record.clear}
        </a>
      </p>
    </form>
  );
}
