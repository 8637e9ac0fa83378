/** Levels of DigiD: Basis 10, Midden 20, Substantieel 25, Hoog 30. */
export type Level = 10 | 20 | 25 | 30;

/** A level and its name in SAML 3.x (DigiD specification 3.7, chapter 3). Compared by number: their order in general lists is another one. */
const CLASSES: readonly [Level, string][] = [
  [10, "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"],
  [20, "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract"],
  [25, "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard"],
  [30, "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI"],
];

/** Name of a level in a message. */
export function classOf(level: Level): string {
  return CLASSES.find(([one]) => one === level)![1];
}

/** Level of a name in a message; null for a name we do not know. */
export function levelOf(name: string): Level | null {
  return CLASSES.find(([, one]) => one === name)?.[0] ?? null;
}
