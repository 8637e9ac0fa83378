/**
 * Nine digits that pass the eleven-test of the citizen service number (Wet algemene bepalingen burgerservicenummer;
 * weights 9 to 2 and −1), not all zero. One in eleven other numbers of nine digits passes too.
 */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === "000000000") return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(digits[at]);
  return sum % 11 === 0;
}
