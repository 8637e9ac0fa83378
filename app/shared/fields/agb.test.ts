import { describe, expect, it } from "vitest";
import { parseAgb } from "./agb.ts";

describe("I-03 I-05: AGB codes", () => {
  it.each(["01012345", " 0101 2345 ", "01.01.23.45"])("'%s' is read as eight digits", (typed) => {
    expect(parseAgb(typed)).toEqual({ ok: true, code: "01012345" });
  });
  it("seven digits: the leading zero is asked for, not guessed", () => {
    expect(parseAgb("1012345")).toEqual({ ok: false, reason: "lost_zero" });
  });
  it.each(["0101234a", "010123456", "٠١٠١٢٣٤٥"])("'%s' is refused", (typed) => {
    expect(parseAgb(typed)).toEqual({ ok: false, reason: "not_eight_digits" });
  });
  it("nothing is nothing", () => expect(parseAgb("  ")).toEqual({ ok: false, reason: "required" }));
});
