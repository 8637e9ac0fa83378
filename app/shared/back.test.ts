import fc from "fast-check";
import { expect, it } from "vitest";
import { safePath } from "./back.ts";

const parts = fc.constantFrom(
  "/",
  "//",
  "\\",
  "..",
  "%2f",
  "%5c",
  "@",
  ":",
  "javascript:",
  "https:",
  "boos.example",
  "\t",
  "\n",
  "a",
  "?",
  "#",
  "%00",
);

it("L06: whatever is asked for, the way back stays on this site", () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (wanted) => {
      const url = new URL(safePath(wanted.join("")), "https://portaal.example");
      return url.origin === "https://portaal.example" && url.username === "" && !url.pathname.startsWith("//");
    }),
    { numRuns: 2000 },
  );
});

it("L06: a page of ours with its question is found again", () => {
  expect(safePath("/rapportages?praktijk=01054321&zoek=hba1c")).toBe("/rapportages?praktijk=01054321&zoek=hba1c");
  for (const wanted of ["//boos.example", "/\\boos.example", "https://boos.example", "", null])
    expect(safePath(wanted, "/over")).toBe("/over");
});
