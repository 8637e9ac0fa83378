import { spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownFiles } from "../../scripts/checks/files.ts";
import { rules } from "./rules.data.ts";

/**
 * `npm run broken [-- words]`: breaks the rules of `rules.data.ts` one at a time in a copy of the product, runs the tests
 * that should notice, and writes down which did (`docs/broken-rules.md`). The exit code is the number of rules that nobody
 * saw broken. With words, only the rules that hold them, and nothing is written down.
 */
const COPY = path.resolve(".cache/broken");
const KEPT = "docs/broken-rules.md";

type Outcome = { rule: string; seen: string | null };

function copy(): void {
  rmSync(COPY, { recursive: true, force: true });
  for (const file of ownFiles()) cpSync(file, path.join(COPY, file));
  symlinkSync(path.resolve("node_modules"), path.join(COPY, "node_modules"));
}

/** Runs unit tests in the copy until one fails. @returns the title of that one, or null when all pass */
function firstFailure(patterns: string[]): Promise<string | null> {
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "unit",
    "--bail",
    "1",
    "--testTimeout",
    "180000",
    "--reporter",
    "json",
    ...patterns,
  ];
  const child = spawn(process.execPath, args, { cwd: COPY, stdio: ["ignore", "pipe", "ignore"] });
  let told = "";
  child.stdout.on("data", (part: Buffer) => (told += part.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const { testResults } = JSON.parse(told.slice(told.indexOf("{"))) as Report;
      const failed = testResults.flatMap(({ name, status, message, assertionResults }) => [
        ...assertionResults.filter((one) => one.status === "failed").map(({ title }) => title),
        ...(status === "failed" && assertionResults.length === 0 ? [`${path.basename(name)}: ${message}`] : []),
      ]);
      if (code !== 0 && failed.length === 0) reject(new Error(`the tests did not run: ${patterns.join(" ")}`));
      else resolve(failed[0] ?? null);
    });
  });
}
type Report = {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { title: string; status: string }[];
  }[];
};

async function broken({ rule, file, find, instead, tests }: (typeof rules)[number]): Promise<Outcome> {
  const place = path.join(COPY, file);
  const whole = readFileSync(place, "utf8");
  if (whole.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`);
  writeFileSync(
    place,
    whole.replace(find, () => instead),
  );
  try {
    return { rule, seen: (await firstFailure(tests.split(" "))) ?? (await firstFailure([])) };
  } finally {
    writeFileSync(place, whole);
  }
}

/** What is kept of the outcomes. */
function page(total: string, outcomes: Outcome[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const rows = outcomes.map(({ rule, seen }) => `| ${cell(rule)} | ${seen === null ? "**nobody**" : cell(seen)} |`);
  return [
    "# Broken rules",
    "",
    `Made by \`npm run broken\`; the rules stand in \`tests/broken/rules.data.ts\`. ${total}`,
    "",
    "| rule that was broken | first test that saw it |",
    "| --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const words = process.argv.slice(2).join(" ").toLowerCase();
const chosen = rules.filter(({ rule }) => rule.toLowerCase().includes(words));
copy();
const unsound = await firstFailure([...new Set(chosen.flatMap(({ tests }) => tests.split(" ")))]);
if (unsound) throw new Error(`fails before anything is broken: ${unsound}`);
const outcomes: Outcome[] = [];
for (const rule of chosen) {
  const outcome = await broken(rule);
  outcomes.push(outcome);
  console.log(`${outcome.seen ? "seen    " : "SURVIVED"} ${outcome.rule}`);
  if (outcome.seen) console.log(`         ${outcome.seen}`);
}
rmSync(COPY, { recursive: true, force: true });
const survived = outcomes.filter(({ seen }) => seen === null).length;
const total = `${outcomes.length} rules broken one at a time, ${survived} survived the unit tests.`;
console.log(total);
if (words === "") writeFileSync(KEPT, page(total, outcomes));
process.exitCode = survived;
