import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { transitions as accounts } from "#app/clients/accounts/match/transitions.ts";
import { steps } from "#app/clients/requests/transitions.ts";
import type { Side, Transitions } from "#app/platform/cases/kind.ts";
import { transitions as registrations } from "#app/professionals/joining/transitions.ts";
import { transitions as employees } from "#app/professionals/practices/employees/transitions.ts";

const WHO: Record<Side, string> = { person: "who asked", desk: "who answers", clock: "clock" };

/** The table of a kind as the document shows it. */
const drawn = (steps: Transitions) =>
  [
    "| from | step | who | to |",
    "| --- | --- | --- | --- |",
    ...Object.entries(steps).map(
      ([name, { from, to, by }]) =>
        `| ${from.join(", ")} | \`${name}\` | ${by.map((side) => WHO[side]).join(", ")} | ${to ?? "as it was"} |`,
    ),
  ].join("\n");

describe("O-43: docs/states.md", () => {
  const text = readFileSync("docs/states.md", "utf8");
  it.each(Object.entries({ registrations, employees, accounts, practice: steps.practice, record: steps.record }))(
    "shows every step of %s as the code has it",
    (name, steps) => {
      const shown = text.split(`<!-- steps of ${name} -->\n`)[1]?.split("\n\n")[0];
      expect(shown?.trim()).toBe(drawn(steps));
    },
  );
});
