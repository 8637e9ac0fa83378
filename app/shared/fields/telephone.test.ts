import { describe, expect, it } from "vitest";
import { maskedMobile, parseMobile, spokenMobile } from "./telephone.ts";

describe("I-03: mobile number for SMS", () => {
  it.each([
    "0612345678",
    "06 12 34 56 78",
    "06-12345678",
    "+31612345678",
    "0031612345678",
    "+31 (0)6 12345678",
    "+31 06 12345678",
    "31612345678",
  ])("%s is one and the same number", (typed) => {
    expect(parseMobile(typed)).toEqual({ ok: true, number: "+31612345678" });
  });

  it.each(["", "06", " 06 ", "06-"])("'%s' counts as empty: codes go by mail", (typed) => {
    expect(parseMobile(typed)).toEqual({ ok: true, number: null });
  });

  it.each(["0201234567", "0661234567", "0851234567", "097012345678", "+3197012345678"])(
    "%s cannot receive an SMS",
    (typed) => expect(parseMobile(typed).ok).toBe(false),
  );

  it.each(["0600000000", "0671234567", "12", "abc", "06123456789"])("%s is no mobile number", (typed) => {
    expect(parseMobile(typed).ok).toBe(false);
  });

  it("a foreign mobile number is taken", () => {
    expect(parseMobile("+32 470 12 34 56")).toEqual({ ok: true, number: "+32470123456" });
  });

  it("shows the last two digits only", () => expect(maskedMobile("+31612345678")).toBe("06 •• •• •• 78"));
});

describe("I-07: a number as it is read", () => {
  it.each([
    ["+31612345678", "06 12 34 56 78"],
    ["+32470123456", "+32 470 12 34 56"],
  ])("%s is written %s", (e164, spoken) => expect(spokenMobile(e164)).toBe(spoken));
});
