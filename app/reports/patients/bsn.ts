/**
 * Could this be a citizen service number? Nine digits, separators aside, that pass its eleven-test (Wet algemene
 * bepalingen burgerservicenummer; weights 9 to 2 and −1). One in eleven other numbers of nine digits passes too.
 */
export function looksLikeBsn(value: string): boolean {
  if (!/^[\d\s._/-]{9,40}$/.test(value)) return false;
  const digits = value.replace(/[\s._/-]/g, "");
  if (!/^\d{9}$/.test(digits) || digits === "000000000") return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(digits[at]);
  return sum % 11 === 0;
}
