import { pick } from "#app/shared/i18n.ts";
import { DescriptionList } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import type { Product } from "./find.server.ts";
import { StateBadge } from "./state-badge.tsx";
import { texts } from "./texts.ts";
import { audienceWords, sizeWords } from "./words.ts";

/** All that is known of a product, with who did what and when. */
export function ProductFacts({ product }: { product: Product }) {
  const { language } = useShell();
  const words = pick(texts, language).desk;
  const step = (term: string, at: Date | null, name: string | null) =>
    at && name ? [{ term, value: words.by(formatDateTime(at, language), name) }] : [];
  return (
    <DescriptionList
      items={[
        { term: words.state, value: <StateBadge state={product.state} /> },
        { term: words.titleNl, value: <span lang="nl">{product.titleNl}</span> },
        ...(product.titleEn ? [{ term: words.titleEn, value: <span lang="en">{product.titleEn}</span> }] : []),
        { term: words.period, value: formatPeriod(product.period) },
        { term: words.to, value: audienceWords(product.audience, language) },
        { term: words.size, value: sizeWords(product, language) },
        ...step(words.added, product.createdAt, product.createdByName),
        ...step(words.published, product.publishedAt, product.publishedByName),
        ...step(words.withdrawn, product.withdrawnAt, product.withdrawnByName),
        ...(product.withdrawnReason ? [{ term: words.reasonTerm, value: product.withdrawnReason }] : []),
      ]}
    />
  );
}
