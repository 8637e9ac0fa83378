import type { Level } from "./levels.ts";

/** Where the browser goes to sign in: a form that it posts, or an address. */
export type BrowserStep = { action: string; fields: Record<string, string> } | { location: string };

/** Who we are towards the provider, for one environment. */
export type Party = { entityId: string; returnAddress: string };

/** What a provider says after somebody came back. Codes, never words. */
export type ProviderAnswer =
  | {
      kind: "success";
      /** Citizen service number, nine digits. */
      bsn: string;
      level: Level;
      authenticatedAt: Date;
      /** Request of ours that this answers. */
      requestId: string;
      /** Number of this one proof, which counts once; and until when it would count. */
      proof: { id: string; until: Date };
    }
  | { kind: "cancelled" | "level_too_low" | "denied" | "expired" | "unknown" | "outage" }
  | { kind: "refused"; reason: string };

/**
 * A way for a citizen to prove who it is. DigiD over SAML 3.x is the first; CombiConnect (SAML 4.x), a bridge over OpenID
 * Connect and the wallet come behind the same port.
 */
export type IdentityProvider = {
  /** Origin that the browser is sent to, for the content security policy. */
  origin: string;
  start: (given: {
    party: Party;
    requestId: string;
    level: Level;
    relayState: string;
    providerName: string;
  }) => BrowserStep;
  /** Exchanges what the browser brought back. Never throws for what others sent: it says `refused` or `outage`. */
  complete: (given: { party: Party; artifact: string }) => Promise<ProviderAnswer>;
};
