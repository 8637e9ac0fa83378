import { statSync } from "node:fs";
import path from "node:path";
import { ownFiles, read } from "./files.ts";

const TEXT = /\.(ts|tsx|js|mjs|cjs|json|md|css|sql|svg|html|yml|yaml|csv|txt)$|(^|\/)(\.npmrc|\.gitignore|run)$/;
const LIMIT = 2_000_000;

const FORBIDDEN = [
  { pattern: /(?<![\w.])\/(home|root|Users|work|workspace)\/[\w.-]+/, why: "a path of one machine" },
  {
    pattern: /["'\s]https?:\/\/[^/"'\s]*(registry|artifactory|nexus|verdaccio|npmmirror)[^/"'\s]*/,
    why: "the address of a package registry",
  },
  { pattern: /-----BEGIN (RSA |EC )?PRIVATE KEY-----\n?[A-Za-z0-9+/]/, why: "a private key" },
];

/** Nothing in the repository speaks of the machine it was made on, and nothing is large. */
export function hygiene(root = "."): string[] {
  return ownFiles("", root).flatMap((file) => {
    const large = statSync(path.join(root, file)).size > LIMIT ? [`${file}: larger than ${LIMIT / 1_000_000} MB`] : [];
    if (!TEXT.test(file) || file === "scripts/checks/hygiene.ts") return large;
    const text = read(file, root);
    return [...large, ...FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(({ why }) => `${file}: ${why}`)];
  });
}
