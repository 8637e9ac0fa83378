export type AgbCode = { ok: true; code: string } | { ok: false; reason: "required" | "lost_zero" | "not_eight_digits" };

/**
 * Reads an AGB code: exactly eight digits, kept as text. Spaces and dots are allowed; seven digits are refused with a hint,
 * because a spreadsheet drops the leading zero and guessing it back would name somebody else.
 */
export function parseAgb(typed: string): AgbCode {
  const compact = typed.replace(/[\s.]/g, "");
  if (compact === "") return { ok: false, reason: "required" };
  if (/^\d{8}$/.test(compact)) return { ok: true, code: compact };
  return { ok: false, reason: /^\d{7}$/.test(compact) ? "lost_zero" : "not_eight_digits" };
}
