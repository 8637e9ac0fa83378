import type { Place } from "./sided.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

type Listed = { place: Place; href: string; label: string; waiting: number; late: number };

/** The lists of somebody with what waits in each, in one place; nothing where there is one list. */
export function WorkLists({ lists, current }: { lists: Listed[]; current: Place }) {
  const words = texts[useShell().language];
  if (lists.length < 2) return null;
  return (
    <nav aria-label={words.work.title} className="no-print my-5">
      <ul className="flex flex-wrap gap-2">
        {lists.map(({ place, href, label, waiting, late }) => (
          <li key={place}>
            <a
              href={href}
              aria-current={place === current ? "page" : undefined}
              className={`inline-flex min-h-11 items-center rounded-lg border px-3 no-underline ${place === current ? "border-action bg-current-item font-semibold text-brand-text" : "border-line bg-raised text-text hover:bg-sunk"}`}
            >
              {`${label}: ${words.work.waiting(waiting)}${late > 0 ? `, ${words.work.late(late)}` : ""}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
