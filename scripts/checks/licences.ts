import { read } from "./files.ts";

const PRODUCT = [
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "OFL-1.1",
  "BlueOak-1.0.0",
  "0BSD",
  "Unlicense",
  "CC0-1.0",
  "Python-2.0",
  // Part of pako, which unpacks Word documents: as free as MIT.
  "Zlib",
];
/** Only in tools that build and test. */
const TOOLS = [...PRODUCT, "MPL-2.0", "CC-BY-4.0", "CC-BY-3.0"];

/** Packages that name their licence in a file or an old field only; read there. */
const READ_BY_HAND: Record<string, string> = {
  duck: "BSD-2-Clause", // LICENSE; its field says BSD
  eval: "MIT", // LICENSE
  format: "MIT", // Readme.md
  "png-js": "MIT", // LICENSE
  "prelude-ls": "MIT", // LICENSE
  "require-like": "MIT", // License
};

type Entry = { license?: string; dev?: boolean; link?: boolean };

/** Every package in the lockfile may be used under a licence of the list. */
export function licences(): string[] {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Entry> };
  return Object.entries(packages).flatMap(([place, entry]) => {
    if (place === "") return [];
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = READ_BY_HAND[name] ?? entry.license;
    if (!licence) return [`${name}: says no licence`];
    return allowed(licence, entry.dev ? TOOLS : PRODUCT) ? [] : [`${name}: ${licence}`];
  });
}

/** SPDX expressions as they occur: `A`, `(A OR B)`, `(A AND B)`. */
function allowed(expression: string, list: string[]): boolean {
  const plain = expression.replace(/[()]/g, "");
  if (plain.includes(" OR ")) return plain.split(" OR ").some((part) => allowed(part, list));
  return plain.split(" AND ").every((part) => list.includes(part.trim()));
}
