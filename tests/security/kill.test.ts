import { expect, it } from "vitest";
import { endure } from "#tests/endurance/run.ts";

// The long form is run by hand: node tests/endurance/kill.ts 50
it("X03: six kills at random moments of the path lose no acknowledged step, and no message goes out twice outside the window", async () => {
  const said: string[] = [];
  const summary = await endure({ kills: 6, seed: 20_261_124, say: (line) => said.push(line) });
  expect(summary.faults, said.join("\n")).toEqual([]);
  expect(summary.kills).toBe(6);
  expect(summary.looks).toBeGreaterThan(summary.acknowledged / 2);
  expect(summary.twice).toBeLessThanOrEqual(summary.inWindow);
  expect(summary.auditLines).toMatch(/^The log is whole/);
}, 240_000);
