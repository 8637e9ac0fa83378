import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { shown } from "./shown.ts";

/** What a stage found; `left` are titles of tests that did not run, `files` what each file took, in seconds on the clock. */
export type Counts = { passed: number; failed: number; left: string[]; files: { name: string; seconds: number }[] };

const FAILED: Counts = { passed: 0, failed: 1, left: [], files: [] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** Unit tests, those that want modules of their own, and those that write most with each transaction run twice. */
const PROJECTS = { unit: ["unit", "apart", "twice"], security: ["security"] } as const;

/** Runs the projects of one stage, as vitest.config.ts has them. */
export async function vitest(stage: keyof typeof PROJECTS): Promise<Counts> {
  const file = `test-output/${stage}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const projects = PROJECTS[stage].flatMap((project) => ["--project", project]);
  const well = await shown(["node_modules/vitest/vitest.mjs", "run", ...projects, ...reporters]);
  if (!existsSync(file)) return FAILED;
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  const left = report.testResults
    .flatMap((one) => one.assertionResults)
    .filter((one) => ["pending", "skipped", "todo"].includes(one.status))
    .map((one) => one.fullName);
  const files = report.testResults.map(({ name, startTime, endTime }) => ({
    name: path.relative(".", name),
    seconds: (endTime - startTime) / 1000,
  }));
  return { passed: report.numPassedTests, failed: failures(report.numFailedTests, well), left, files };
}

type Suite = {
  file: string;
  specs?: { ok: boolean; title: string; tests: { status: string; results: { duration: number }[] }[] }[];
  suites?: Suite[];
};

/** Runs the journeys in the browser. */
export async function journeys(): Promise<Counts> {
  const file = "test-output/journeys.json";
  const well = await shown([
    "node_modules/@playwright/test/cli.js",
    "test",
    "-c",
    "tests/journeys/playwright.config.ts",
  ]);
  if (!existsSync(file)) return FAILED;
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: Suite[];
  };
  const left = specs(report.suites)
    .filter((spec) => spec.tests.every((test) => test.status === "skipped"))
    .map((spec) => spec.title);
  const files = report.suites.map((suite) => {
    const results = specs([suite]).flatMap(({ tests }) => tests.flatMap((test) => test.results));
    const seconds = results.reduce((sum, { duration }) => sum + duration, 0) / 1000;
    return { name: path.posix.join("tests/journeys", suite.file), seconds };
  });
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: failures(unexpected + flaky, well), left, files };
}

/** A file that cannot be loaded has no failed test, and is a failure all the same. */
const failures = (counted: number, well: boolean) => (counted === 0 && !well ? 1 : counted);

const specs = (suites: Suite[]): NonNullable<Suite["specs"]> =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specs(suite.suites ?? [])]);
