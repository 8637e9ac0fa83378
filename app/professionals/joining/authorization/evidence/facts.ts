import type { AuthorizationEvent, EventKind } from "#app/professionals/joining/authorization/record-event.server.ts";

/** What is known of how a document was signed. The JSON of this is signed and kept; the PDF tells the same to people. */
export type EvidenceFacts = {
  type: "authorization-evidence/1";
  authorization: { number: string; version: number; checkCode: string };
  practitioner: { name: string; agb: string };
  practice: { name: string; agb: string };
  document: { shownSha256: string; sealedSha256: string; certificateSha256: string };
  signature: { typedName: string; consent: string; signedAt: string; level: string; ways: string[] };
  events: { at: string; what: string; who: string | null; address: string | null; client: string | null }[];
};

/** Named for what it is: eIDAS knows higher levels, and this is not one of them. */
export const LEVEL = "Gewone elektronische handtekening (artikel 3, onder 10, Verordening (EU) nr. 910/2014)";

const WHAT: Record<EventKind, string> = {
  sent: "Machtiging met link klaargezet voor verzending",
  opened: "Document bekeken via de link",
  consent: "Naam getypt en akkoord gegeven",
  code_sent: "Bevestigingscode verzonden",
  code_wrong: "Onjuiste bevestigingscode ingevoerd",
  code_right: "Bevestigingscode juist ingevoerd",
  signed: "Ondertekend",
  corrected: "Gegevens aangepast, nieuwe versie gemaakt",
  declined: "Ondertekenen geweigerd",
  reminded: "Herinnering met nieuwe link klaargezet voor verzending",
  renewed: "Nieuwe link klaargezet voor verzending",
  lapsed: "Link verlopen",
  voided: "Vervallen",
  bound: "Aan account en praktijk verbonden",
  superseded: "Vervangen door een nieuwe machtiging",
  withdrawn: "Ingetrokken",
  ended: "Beëindigd",
};

/** One event in words. */
export function eventFact(event: Omit<AuthorizationEvent, "id" | "authorizationId">): EvidenceFacts["events"][number] {
  const what = event.detail ? `${WHAT[event.kind]}: ${event.detail}` : WHAT[event.kind];
  return {
    at: event.at.toISOString(),
    what: event.kind === "corrected" || event.kind === "sent" ? `${what} (versie ${event.version})` : what,
    who: event.actorName,
    address: event.address,
    client: event.client,
  };
}

/** The ways that were used, in words. Says plainly when there was only one. */
export function waysInWords(link: string, way: { channel: string; masked: string; second?: boolean }): string[] {
  const first = `Link per e-mail naar het praktijkadres ${link}`;
  if (way.channel === "sms") return [first, `Code per sms naar ${way.masked}`, "Dat zijn twee kanalen."];
  if (way.channel === "handover") {
    return [
      first,
      "Code voorgelezen door de servicedesk, op een nummer uit het AGB-register",
      "Dat zijn twee kanalen.",
    ];
  }
  const code = `Code per e-mail naar ${way.masked}`;
  return way.second
    ? [first, code, "Dat zijn twee e-mailadressen, niet twee soorten kanalen."]
    : [first, code, "Dat is één kanaal: link en code gingen naar hetzelfde adres."];
}
