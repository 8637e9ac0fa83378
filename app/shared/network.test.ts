import { expect, test } from "vitest";
import { networkOf } from "./network.ts";

const same = (...addresses: (string | undefined)[]) => new Set(addresses.map(networkOf)).size === 1;

test("M-50 neighbours of one network share a counter, others do not", () => {
  expect(same("203.0.113.7", "203.0.113.250")).toBe(true);
  expect(same("203.0.113.7", "203.0.114.7")).toBe(false);
  expect(same("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")).toBe(true);
  expect(same("2001:db8:1:2::1", "2001:db8:1:3::1")).toBe(false);
});

test("M-50 however an address is written, it is the same network", () => {
  expect(same("2001:db8::5", "2001:0DB8:0:0:0:0:0:9", "2001:db8:0:0::", "[2001:db8::1]", "[2001:db8::1]:443")).toBe(
    true,
  );
  expect(same("::1", "0:0:0:0:0:0:0:1")).toBe(true);
  expect(same("fe80::1%eth0", "fe80::2%3", "fe80::9")).toBe(true);
  expect(same("::ffff:203.0.113.7", "::ffff:cb00:7107", "203.0.113.9", "203.0.113.9:51234", " 203.0.113.1 ")).toBe(
    true,
  );
  // Translated at the edge of a network that speaks IPv6 alone: else all of IPv4 were one /64.
  expect(same("64:ff9b::203.0.113.7", "203.0.113.9")).toBe(true);
  expect(same("64:ff9b::203.0.113.7", "64:ff9b::198.51.100.7")).toBe(false);
});

test("M-50 what is no address is one network, and never a fault", () => {
  const rubbish = [undefined, "", "unknown", "1", "0x7f.1", "127.1", "999.1.1.1", "1.2.3.4.5", ":::", "a".repeat(5000)];
  const more = [
    "1.2.3.4/8",
    "2001:db8::/32",
    "::ffff:999.1.1.1",
    "%eth0",
    "[",
    "[]:80",
    "\u0000",
    "203.0.113.7,198.51.100.7",
  ];
  expect(same(...rubbish, ...more)).toBe(true);
  expect(same("unknown", "203.0.113.7")).toBe(false);
});
