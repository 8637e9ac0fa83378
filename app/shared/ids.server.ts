import { randomBytes, randomInt } from "node:crypto";
import { now } from "./clock.server.ts";

const COUNTER_END = 0x1000;
let last = { at: 0, counter: 0 };

/**
 * A new row key: UUIDv7 with a counter for keys of one millisecond (RFC 9562, 6.2 method 1), so that keys of this
 * process grow as they are made, also when rows share a moment. Never a secret.
 */
export function newId(): string {
  const at = now().getTime();
  // Half of the counter stays free, so that a millisecond holds at least 2,048 keys.
  const counter = at === last.at ? last.counter + 1 : randomInt(COUNTER_END / 2);
  last = counter < COUNTER_END ? { at, counter } : { at, counter: 0 };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last.at, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
