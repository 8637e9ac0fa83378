import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { forms } from "./file.ts";
import { texts } from "./texts.ts";

/** Everything a reader can take along from here; `pdf` is a report on paper, `folder` where the figures are. */
export function Downloads({
  pdf,
  folder,
  query,
}: {
  pdf?: { href: string; programme: boolean };
  folder: string;
  query: string;
}) {
  const { language } = useShell();
  const words = pick(texts, language);
  const names = { excel: words.downloads.excel, machine: words.downloads.machine, xlsx: words.downloads.xlsx };
  const figures = Object.entries(forms).map(([file, form]) => ({
    href: `${folder}/${file}${query}`,
    label: names[form],
  }));
  const links = [
    ...(pdf ? [{ href: pdf.href, label: pdf.programme ? words.downloads.programme : words.downloads.pdf }] : []),
    ...figures.toReversed(),
  ];
  return (
    <details className="no-print relative">
      <summary className="flex min-h-12 list-none items-center gap-2 rounded-lg border border-line-strong bg-raised px-5 font-semibold text-brand-text">
        <Icon name="download" />
        {words.download}
      </summary>
      <ul className="mt-2 w-72 rounded-xl border border-line bg-raised p-2 shadow-lg sm:absolute sm:right-0 sm:z-10">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="edge flex min-h-11 items-center rounded-lg px-3 hover:bg-sunk">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
