import { addressKey } from "#app/shared/fields/email.ts";

/** The address as it is compared: two spellings of one address are one account (ASVS 1.1.1). */
export function emailKey(email: string): string {
  return addressKey(email);
}
