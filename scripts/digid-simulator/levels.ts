/** DigiD's own numbers for its levels; SAML 3.x names them by class. */
export const levels = [
  { level: 10, name: "Basis", classRef: "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport" },
  { level: 20, name: "Midden", classRef: "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract" },
  { level: 25, name: "Substantieel", classRef: "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard" },
  { level: 30, name: "Hoog", classRef: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI" },
] as const;

export type Level = (typeof levels)[number]["level"];

/** The level that stands right below; Basis has none and stays Basis. */
export function levelBelow(level: Level): Level {
  return levels[Math.max(0, levels.findIndex((one) => one.level === level) - 1)]!.level;
}

const methods = {
  app: "DigiD-app (koppelcode)",
  password: "Gebruikersnaam en wachtwoord",
  sms: "Gebruikersnaam, wachtwoord en sms-code",
  card: "Identiteitskaart of rijbewijs",
  direct: "Zonder tussenstappen (voor tests)",
} as const;

export type Method = keyof typeof methods;

/** What DigiD offers at a level: the app first, at Substantieel nothing else, at Hoog only a card. */
export function methodsFor(asked: Level): { method: Method; name: string }[] {
  const wanted: Method[] =
    asked === 30 ? ["card"] : asked === 25 ? ["app"] : asked === 20 ? ["app", "sms"] : ["app", "password", "sms"];
  return [...wanted, "direct" as const].map((method) => ({ method, name: methods[method] }));
}
