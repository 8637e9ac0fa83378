import { createRequire } from "node:module";
import { openSync, type Font } from "fontkit";

const FILES = {
  regular: "400Regular/Figtree_400Regular.ttf",
  medium: "500Medium/Figtree_500Medium.ttf",
  semibold: "600SemiBold/Figtree_600SemiBold.ttf",
  bold: "700Bold/Figtree_700Bold.ttf",
} as const;

export type Weight = keyof typeof FILES;

const packages = createRequire(import.meta.url);
let parsed: Record<Weight, Font> | undefined;

function fonts(): Record<Weight, Font> {
  const load = (file: string) => openSync(packages.resolve(`@expo-google-fonts/figtree/${file}`));
  parsed ??= {
    regular: load(FILES.regular),
    medium: load(FILES.medium),
    semibold: load(FILES.semibold),
    bold: load(FILES.bold),
  };
  return parsed;
}

/** Gives a document our typeface (Figtree, OFL-1.1) under the names of `Weight`. Parsed once, which makes a page five times faster. */
export function registerFonts(doc: PDFKit.PDFDocument): void {
  for (const [weight, font] of Object.entries(fonts())) {
    // pdfkit takes a parsed font since 0.20; its types do not say so yet.
    doc.registerFont(weight, font as unknown as Buffer);
  }
}

/** Signs that every Latin typeface has. */
const PLAIN = /^[\w .,:;()%/+-]*$/;

/**
 * Text as our typeface can draw it. pdfkit has no fall-back font and would leave a hole: what is missing becomes its
 * base letter, and what has none a visible "?".
 */
export function drawable(text: string): string {
  if (PLAIN.test(text)) return text;
  const { regular } = fonts();
  const known = (sign: string) => regular.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
  return Array.from(text.normalize("NFC"), (sign) => {
    if (known(sign)) return sign;
    const base = sign.normalize("NFKD").replace(/\p{M}/gu, "");
    return base !== "" && Array.from(base).every(known) ? base : "?";
  }).join("");
}
