import type { AttemptPurpose } from "./attempts.server.ts";
import type { LinkPurpose } from "./links.server.ts";
import type { Door, Owner } from "./owners/owner.ts";

/*
 * Links and half-finished acts carry the prefix of their owner in their purpose, as limits and messages do: what was made
 * for one owner is found at no other door.
 */

/** Purpose of the links of this door. */
export const purposeOf = ({ owner }: Door, what: "reset" | "unlock") => `${owner.prefix}${what}` as LinkPurpose;
/** Purpose of the half sessions of this owner. */
export const halfPurpose = ({ prefix }: Owner) => `${prefix}sign_in` as AttemptPurpose;
