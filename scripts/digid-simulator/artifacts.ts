import { createHash, randomBytes } from "node:crypto";
import type { Fault } from "./faults.ts";
import type { Level } from "./levels.ts";
import type { LoginRequest } from "./request.ts";

const LIFE_MS = 15 * 60_000;

/** How a login ended. */
export type Outcome =
  | { kind: "success"; bsn: string; level: Level; address: string }
  | { kind: "failure"; top: "Responder" | "Requester"; second: "AuthnFailed" | "NoAuthnContext" | "RequestDenied" };

export type Ended = { request: LoginRequest; outcome: Outcome; fault: Fault };

export type Artifacts = {
  /** A new artifact (type 0x0004, 60 characters) for the one who asked, from `at` on. */
  issue: (ended: Ended, at: number) => string;
  /** `denied` when unknown, used, or somebody else's; `late` after 15 minutes. Taking it uses it up. */
  take: (artifact: string, entityId: string, at: number) => Ended | "denied" | "late";
  /** The fault that goes with an artifact, without using it. */
  faultOf: (artifact: string) => Fault;
};

export function artifactStore(entityId: string): Artifacts {
  const source = createHash("sha1").update(entityId).digest();
  const kept = new Map<string, { ended: Ended; at: number; used: boolean }>();
  return {
    issue: (ended, at) => {
      const artifact = Buffer.concat([Buffer.from([0, 4, 0, 0]), source, randomBytes(20)]).toString("base64");
      const late = ended.fault === "expired-artifact";
      kept.set(artifact, { ended, at: late ? at - LIFE_MS - 1000 : at, used: ended.fault === "artifact-used" });
      return artifact;
    },
    take: (artifact, by, at) => {
      const found = kept.get(artifact);
      if (!found || found.used || found.ended.request.entityId !== by) return "denied";
      found.used = true;
      return at - found.at > LIFE_MS ? "late" : found.ended;
    },
    faultOf: (artifact) => kept.get(artifact)?.ended.fault ?? "none",
  };
}
