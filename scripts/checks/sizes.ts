import { ownFiles, read } from "./files.ts";

const LIMIT = 150;
const CODE = /\.(ts|tsx|js|mjs)$/;
/** Lists rather than logic: data, texts, schemas, tests. */
const EXEMPT = [
  /\.test\.tsx?$/,
  /^tests\//,
  /[/-]texts\.ts$/,
  /\/letters\.ts$/,
  /^app\/routes\.ts$/,
  /^db\/schema\//,
  /\/schema\.ts$/,
  /^db\/migrations\//,
  /\.data\.ts$/,
  /\/definitions\//,
];
const EMPTY_NAMES =
  /(^|\/)(utils?|helpers?|services?|manager|common|misc|index)(\.\w+)*\.(ts|tsx|js|mjs)$|\/(utils?|helpers?|services?|common|misc)\//;

const FORBIDDEN = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: "an open end belongs in an issue" },
  {
    pattern: /(es|ox)lint-(disable|enable)|@ts-(ignore|nocheck|expect-error)|(prettier|oxfmt)-ignore/,
    why: "a rule is kept or changed, not switched off",
  },
];

/** Files are small and named for what they do. */
export function sizesAndNames(root = "."): string[] {
  return ownFiles("", root)
    .filter((file) => CODE.test(file))
    .flatMap((file) => [...badName(file), ...tooLong(file, root), ...forbiddenWords(file, root)]);
}

function badName(file: string): string[] {
  return EMPTY_NAMES.test(file) ? [`${file}: the name does not say what it does`] : [];
}

function tooLong(file: string, root: string): string[] {
  if (EXEMPT.some((pattern) => pattern.test(file))) return [];
  const lines = read(file, root).trimEnd().split("\n").length;
  return lines > LIMIT ? [`${file}: ${lines} lines, more than ${LIMIT}`] : [];
}

function forbiddenWords(file: string, root: string): string[] {
  if (file === "scripts/checks/sizes.ts") return [];
  const lines = read(file, root).split("\n");
  return lines.flatMap((line, at) =>
    FORBIDDEN.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${file}:${at + 1}: ${why}`),
  );
}
