import { expect, expectTypeOf, test } from "vitest";
import { to, type Pattern } from "./address.ts";

test("O-54 the type of addresses is the list of routes: what is none does not compile", () => {
  expectTypeOf<"/">().toExtend<Pattern>();
  expectTypeOf<"/mijn/:environment/w/:token">().toExtend<Pattern>();
  expectTypeOf<"/nergens">().not.toExtend<Pattern>();
  expectTypeOf<"/*">().not.toExtend<Pattern>();
  expectTypeOf(to<"/over">).parameters.toEqualTypeOf<["/over"]>();
  expectTypeOf(to<"/s/:token">).parameters.toEqualTypeOf<["/s/:token", parts: { token: string }]>();
});

test("O-54 parts are filled in, and nothing in them leads elsewhere", () => {
  expect(to("/over")).toBe("/over");
  expect(to("/mijn/:environment/w/:token", { environment: "getij", token: "a/../b?c#d" })).toBe(
    "/mijn/getij/w/a%2F..%2Fb%3Fc%23d",
  );
});
