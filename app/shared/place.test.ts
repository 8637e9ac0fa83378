import { expect, it } from "vitest";
import { placeOf } from "./place.ts";

it("M-96: one address is one place, however it is spelled", () => {
  for (const address of [
    "/dev/inbox.json",
    "/%64ev/inbox.json",
    "/DEV/inbox%2Ejson?x=/y",
    "/dev/inbox.json/",
    "/a/../dev/./inbox.json",
    "/a/%2e%2E/dev/inbox.json.data?_routes=x",
    "/dev\\inbox.json",
  ])
    expect([address, placeOf(address)]).toEqual([address, "/dev/inbox.json"]);
  expect(placeOf("/")).toBe("/");
  expect(placeOf("/?x=%2f%5c;")).toBe("/");
});

it("M-96: an address in which two programs may read two places has none", () => {
  for (const address of [
    "//dev",
    "/dev//inbox.json",
    "/dev%2finbox.json",
    "/dev%5Cinbox.json",
    "/%2564ev",
    "/dev;x/inbox.json",
    "/dev%3b/inbox.json",
    "/dev%00",
    "/dev%0a",
    "/%",
    "/%ff",
  ])
    expect([address, placeOf(address)]).toEqual([address, null]);
});
