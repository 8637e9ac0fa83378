import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../account-texts.ts";
import type { Standing } from "../accounts.server.ts";

type Asked = { search: string; standing: Standing | null };

/** Search, and one standing only, with how many there are of each. The choice stands in the address. */
export function AccountFilter({ at, asked, counts }: { at: string; asked: Asked; counts: Record<Standing, number> }) {
  const words = pick(texts, useShell().language);
  const standings = Object.entries(words.standings) as [Standing, string][];
  return (
    <form method="get" action={at} role="search" className="my-5 flex flex-wrap items-end gap-4">
      <label className="block font-semibold">
        {words.search}
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
        {words.standing}
        <select name="stand" defaultValue={asked.standing ?? ""} className="field-input mt-1 font-normal">
          <option value="">{words.all}</option>
          {standings.map(([value, label]) => (
            <option key={value} value={value}>
              {`${label} (${counts[value]})`}
            </option>
          ))}
        </select>
      </label>
      <Button look="secondary">{words.find}</Button>
      <a href={at} className="inline-flex min-h-11 items-center">
        {words.clear}
      </a>
    </form>
  );
}

type Paging = { at: string; asked: Asked; page: number; pages: number };

/** One page back, where one is, one page on; nothing when there is one page. */
export function Pages({ at, asked, page, pages }: Paging) {
  const words = pick(texts, useShell().language);
  if (pages === 1) return null;
  const to = (wanted: number) => {
    const query = new URLSearchParams({ zoek: asked.search, stand: asked.standing ?? "", bladzijde: String(wanted) });
    return `${at}?${query.toString()}`;
  };
  return (
    <nav aria-label={words.pages} className="no-print my-5 flex flex-wrap items-center gap-5">
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev" className="inline-flex min-h-11 items-center">
          {words.before}
        </a>
      ) : null}
      <span>{words.page(page, pages)}</span>
      {page < pages ? (
        <a href={to(page + 1)} rel="next" className="inline-flex min-h-11 items-center">
          {words.after}
        </a>
      ) : null}
    </nav>
  );
}
