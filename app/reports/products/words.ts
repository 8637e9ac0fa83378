import { type Language, pick } from "#app/shared/i18n.ts";
import { formatNumber } from "#app/ui/format.ts";
import type { Audience } from "#db/schema/reports.ts";
import { texts } from "./texts.ts";

/** For whom a product is, in words; chosen practices by their codes. */
export function audienceWords(audience: Audience, language: Language): string {
  const short = audienceShort(audience, language);
  return audience.to === "practices" ? `${short}: ${audience.agb.join(", ")}` : short;
}

/** The same for a list: of chosen practices how many. */
export function audienceShort(audience: Audience, language: Language): string {
  const words = pick(texts, language);
  if (audience.to === "care_group") return audience.name;
  if (audience.to === "practices") return words.practices(audience.agb.length);
  return words.audience[audience.to];
}

/** "12 pagina's, 0,4 MB"; without pages where the file does not say. */
export function sizeWords(product: { size: number; pages: number | null }, language: Language): string {
  const { size, pages } = product;
  const megabytes = size / (1024 * 1024);
  const weight =
    megabytes < 0.1
      ? `${formatNumber(Math.max(1, Math.round(size / 1024)), language)} kB`
      : `${formatNumber(megabytes, language, 1)} MB`;
  if (!pages) return weight;
  return `${pick(texts, language).pages(formatNumber(pages, language), pages === 1)}, ${weight}`;
}

/** The title in the reader's language; Dutch where there is no other, and then `lang` says so. */
export function titleIn(
  product: { titleNl: string; titleEn: string | null },
  language: Language,
): { title: string; lang: "nl" | undefined } {
  if (language === "en" && product.titleEn) return { title: product.titleEn, lang: undefined };
  return { title: product.titleNl, lang: language === "en" ? "nl" : undefined };
}
