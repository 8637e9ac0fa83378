import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import type { AskedLooks } from "./asked.ts";
import { texts } from "./texts.ts";

/** Period, own looks, and the file to keep. */
export function LookFilter({ asked }: { asked: AskedLooks }) {
  const { language, at } = usePortal();
  const words = pick(texts, language);
  const query = new URLSearchParams({ van: asked.from, tot: asked.until, ...(asked.own ? { eigen: "1" } : {}) });
  return (
    <div className="no-print">
      <form className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <label className="block">
          <span className="block font-medium">{words.from}</span>
          <input type="date" name="van" defaultValue={asked.from} className="field-input" />
        </label>
        <label className="block">
          <span className="block font-medium">{words.until}</span>
          <input type="date" name="tot" defaultValue={asked.until} className="field-input" />
        </label>
        <label className="flex min-h-12 items-center gap-3">
          <input type="checkbox" name="eigen" value="1" defaultChecked={asked.own} className="size-5 shrink-0" />
          {words.own}
        </label>
        <Button look="secondary">{words.show}</Button>
      </form>
      <p className="mt-3">
        <a
          href={`${at}/inzage/bestand.csv?${query.toString()}`}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          {words.download}
        </a>
      </p>
    </div>
  );
}
