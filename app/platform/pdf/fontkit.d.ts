declare module "fontkit" {
  /** As much of a parsed font as we ask of it. */
  export type Font = { hasGlyphForCodePoint(codePoint: number): boolean };
  export function openSync(path: string): Font;
}
