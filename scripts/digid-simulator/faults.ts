/** What a test can make go wrong; the value is posted as form field `fault`. */
export const faults = {
  none: "Geen storing",
  "lower-level": "Lager niveau dan gevraagd",
  "wrong-sector": "Sofinummer in plaats van BSN",
  cancel: "Geannuleerd",
  "no-number": "Geen nummer in deze sector",
  "level-unreachable": "Niveau niet haalbaar (NoAuthnContext)",
  "request-denied": "Dienst niet actief (RequestDenied)",
  "expired-artifact": "Artifact verlopen",
  "artifact-used": "Artifact al gebruikt",
  "clock-shift": "Klok tien minuten vooruit",
  "unsigned-assertion": "Verklaring niet ondertekend",
  "foreign-key": "Ondertekend met een vreemde sleutel",
  "foreign-key-assertion": "Alleen de verklaring met een vreemde sleutel",
  "wrong-audience": "Verkeerde Audience",
  "wrong-recipient": "Verkeerde Recipient",
  "wrong-in-response-to": "Verkeerde InResponseTo (binnenste)",
  "wrong-in-response-to-outer": "Verkeerde InResponseTo (buitenste)",
  "wrapped-response": "Vervalst antwoord om het echte heen",
  replay: "Vorige verklaring nog eens",
  "slow-back-channel": "Traag achterkanaal (15 seconden)",
  "dead-back-channel": "Achterkanaal valt weg",
  outage: "DigiD niet bereikbaar (503)",
} as const;

export type Fault = keyof typeof faults;

/** A value that is not known counts as no fault. */
export function faultOf(value: string | null): Fault {
  return value !== null && Object.hasOwn(faults, value) ? (value as Fault) : "none";
}
