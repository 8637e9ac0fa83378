import { describe, expect, it } from "vitest";
import { probablyMeant } from "#app/professionals/joining/mail/typo.ts";
import { own } from "./own.ts";

const words: Record<string, string> = { withdrawn: "Ingetrokken", constructor: "Bouwer" };

describe("a table asked with words from outside", () => {
  it("M-95: gives what stands in it, and nothing of what every object has", () => {
    expect(own(words, "withdrawn")).toBe("Ingetrokken");
    expect(own(words, "constructor")).toBe("Bouwer");
    for (const word of ["toString", "__proto__", "hasOwnProperty", "valueOf", "", "x", null, undefined])
      expect(own(words, word), String(word)).toBeUndefined();
  });

  it("M-95: an address at a domain with the name of a method means nothing else", () => {
    expect(probablyMeant("jan@gmial.com")).toBe("jan@gmail.com");
    for (const domain of ["constructor", "__proto__", "toString"]) expect(probablyMeant(`jan@${domain}`)).toBeNull();
  });
});
