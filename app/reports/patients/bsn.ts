import { isBsn } from "#app/shared/bsn.ts";

/** Could this be a citizen service number, separators aside? */
export function looksLikeBsn(value: string): boolean {
  return /^[\d\s._/-]{9,40}$/.test(value) && isBsn(value.replace(/[\s._/-]/g, ""));
}
