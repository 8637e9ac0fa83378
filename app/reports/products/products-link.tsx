import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** One line that leads to the information products of a practice; nothing where there are none. */
export function ProductsLink({ count, practice }: { count: number; practice: string }) {
  const { language } = useShell();
  if (count === 0) return null;
  return (
    <p className="no-print mb-4">
      <a
        href={`/rapportages/producten${practice ? `?praktijk=${practice}` : ""}`}
        className="inline-flex min-h-11 items-center gap-2 font-semibold"
      >
        <Icon name="file-text" />
        {pick(texts, language).reader.link(count)}
      </a>
    </p>
  );
}
