import fc from "fast-check";
import { expect, it } from "vitest";
import { csvFile } from "./csv.ts";

/** Reads CSV by the book (RFC 4180, semicolons), character by character. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1)!.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === ";") end();
    else if (sign === "\r" && text[at + 1] === "\n") {
      at++;
      end();
      rows.push([]);
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

it("I06 what is read back is what was written, but for an apostrophe before what a spreadsheet would run", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("=1+1", "+31", "-5,5", "@x", "\tx", "\rx", 'a";b', "a\r\nb"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (lines) => {
      const text = csvFile(lines).toString("utf8");
      expect(text.startsWith("\ufeff")).toBe(true);
      const read = parse(text.slice(1));
      const safe = read.flat().every((one) => !/^[=+\-@\t\r]/.test(one) || /^-?\d+(?:[.,]\d+)?$/.test(one));
      expect(safe).toBe(true);
      const written = lines.map((line) => line.map((one) => one.toWellFormed()));
      const bare = (one: string) => (/^'[=+\-@\t\r]/.test(one) ? one.slice(1) : one);
      if (lines.length > 0) expect(read.map((line) => line.map(bare))).toEqual(written.map((line) => line.map(bare)));
    }),
  );
});
