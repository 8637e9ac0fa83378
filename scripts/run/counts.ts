import { existsSync, readFileSync } from "node:fs";
import { shown } from "./shown.ts";

/** What a stage found; `left` are titles of tests that did not run. */
export type Counts = { passed: number; failed: number; left: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs one project of vitest.config.ts. */
export async function vitest(project: "unit" | "twice" | "security"): Promise<Counts> {
  const file = `test-output/${project}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const well = await shown(["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters]);
  if (!existsSync(file)) return { passed: 0, failed: 1, left: [] };
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  const left = report.testResults
    .flatMap((one) => one.assertionResults)
    .filter((one) => ["pending", "skipped", "todo"].includes(one.status))
    .map((one) => one.fullName);
  return { passed: report.numPassedTests, failed: failures(report.numFailedTests, well), left };
}

type Suite = { specs?: { ok: boolean; title: string; tests: { status: string }[] }[]; suites?: Suite[] };

/** Runs the journeys in the browser. */
export async function journeys(): Promise<Counts> {
  const file = "test-output/journeys.json";
  const well = await shown([
    "node_modules/@playwright/test/cli.js",
    "test",
    "-c",
    "tests/journeys/playwright.config.ts",
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, left: [] };
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: Suite[];
  };
  const left = specs(report.suites)
    .filter((spec) => spec.tests.every((test) => test.status === "skipped"))
    .map((spec) => spec.title);
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: failures(unexpected + flaky, well), left };
}

/** A file that cannot be loaded has no failed test, and is a failure all the same. */
const failures = (counted: number, well: boolean) => (counted === 0 && !well ? 1 : counted);

const specs = (suites: Suite[]): NonNullable<Suite["specs"]> =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specs(suite.suites ?? [])]);
