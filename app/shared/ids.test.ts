import { expect, it } from "vitest";
import { newId } from "./ids.server.ts";
import { setClock } from "./clock.server.ts";

it("X03: rows made in one moment keep the order in which they were made", () => {
  // Far ahead, as the clock goes forward only: the same whatever the day outside is.
  setClock(new Date("2126-11-23T10:00:00Z"));
  const made = Array.from({ length: 1000 }, newId);
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  setClock(new Date("2126-11-23T10:00:01Z"));
  expect(newId() > made.at(-1)!).toBe(true);
});
