import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { hashPassword, isPassword, isWeakHash } from "./hash.server.ts";
import { passwordFault } from "./rules.ts";

const own = ["Zorgpoort", "Noor Waterman", "noor.waterman@delinde.example", "Praktijk De Linde"];

describe("A09 password rules", () => {
  const table: [string, string | null][] = [
    ["korte zin", "short"],
    ["elf tekens!", "short"],
    ["vier paarse fietsen", null],
    ["correct horse battery staple", null],
    ["чотири фіолетові", null],
    ["aaaaaaaaaaaaaaaa", "common"],
    ["123456789012345", "common"],
    ["abcdefghijklmno", "common"],
    ["qwertyuiopasdf", "common"],
    ["Welkom123456!", "common"],
    ["Wachtwoord2026", "common"],
    ["welkomwelkom12", "common"],
    ["ZomerWinter2026!!", "common"],
    ["Waterman123456", "own"],
    ["zorgpoort-zorgpoort", "own"],
    ["noorwaterman1985", "own"],
    ["x".repeat(129), "long"],
  ];
  it.each(table)("A09: %s → %s", async (password, fault) => {
    expect(await passwordFault(password, own)).toBe(fault);
  });

  it.each(["1qaz2wsx3edc4rfv", "zaq1xsw2cde3", "qazwsxedcrfv", "JustinBieber", "unbelievable", "counterstrike"])(
    "O-84 A09: %s stands in the published lists of what others chose, and is refused",
    async (password) => {
      expect(await passwordFault(password, own)).toBe("common");
    },
  );

  it("A09: any 12 to 128 random characters are fine, of whatever kind", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(..."kx7éßж漢🙂 -zq"), minLength: 14, maxLength: 120 }),
        async (password) => {
          fc.pre(new Set(password).size > 4);
          const fault = await passwordFault(password, own);
          return (
            fault === null || [...password.normalize("NFC")].length < 12 || [...password.normalize("NFC")].length > 128
          );
        },
      ),
    );
  });

  it("A09: every sign counts, also the 73rd byte and after; NFC and NFD are the same password", async () => {
    const long = `${"vier paarse fietsen ".repeat(4)}a`;
    const hash = await hashPassword(long);
    expect(await isPassword(hash, long)).toBe(true);
    expect(await isPassword(hash, `${long.slice(0, -1)}b`)).toBe(false);
    const accented = await hashPassword("café aan de överkant");
    expect(await isPassword(accented, "café aan de överkant".normalize("NFD"))).toBe(true);
  });
});

describe("A10 password storage", () => {
  const configured = (settings: Record<string, string | undefined>) => {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    reloadConfig();
  };
  afterEach(() => {
    vi.unstubAllEnvs();
    reloadConfig();
  });

  it("A10: argon2id with 64 MiB and three passes; a weaker hash is known as weak", async () => {
    configured({ PASSWORD_COST: undefined });
    const hash = await hashPassword("vier paarse fietsen");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,p=1,t=3\$|^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(isWeakHash(hash)).toBe(false);
    expect(isWeakHash("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21l$M9CE2r1Yw1m0Yp4tZQKX2g")).toBe(true);
  });
  it("O-01: a hash keeps its own cost: either fits under the other, and the cheap one is made again", async () => {
    configured({ PASSWORD_COST: "low" });
    const cheap = await hashPassword("vier paarse fietsen");
    configured({ PASSWORD_COST: "full" });
    const dear = await hashPassword("vier paarse fietsen");
    expect(await isPassword(cheap, "vier paarse fietsen")).toBe(true);
    expect(await isPassword(cheap, "vijf paarse fietsen")).toBe(false);
    expect(isWeakHash(cheap)).toBe(true);
    configured({ PASSWORD_COST: "low" });
    expect(await isPassword(dear, "vier paarse fietsen")).toBe(true);
    expect(await isPassword(dear, "vijf paarse fietsen")).toBe(false);
  });

  it.each(["demo", "production", undefined])("O-01: MODE=%s refuses the low cost", (mode) => {
    configured({ MODE: mode, PASSWORD_COST: "low" });
    expect(() => config.mode).toThrow(/^ {2}PASSWORD_COST: low is for MODE=test alone$/m);
  });

  it("O-01: whoever asks for nothing gets the full cost, in tests too", () => {
    configured({ MODE: "test", PASSWORD_COST: undefined });
    expect(config.passwordCost).toBe("full");
    configured({ MODE: "test", PASSWORD_COST: "middling" });
    expect(() => config.passwordCost).toThrow(/PASSWORD_COST: full or low/);
  });

  it("A02: without a hash nothing fits", async () => {
    expect(await isPassword(null, "no account has this password")).toBe(false);
  });
});
