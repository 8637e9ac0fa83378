import { describe, expect, it } from "vitest";
import type { AccountActor } from "#app/shared/actor.ts";
import { actOnCase } from "./case-act.server.ts";
import { actOnEmployee } from "./employee-act.server.ts";

// What is too long is said before anything is asked of the actor or the tables.
const agent = {} as AccountActor;
const long = "Waarom staat dit nummer niet in het register? ".repeat(100).trim();

function form(fields: Record<string, string>): FormData {
  const all = new FormData();
  for (const [name, value] of Object.entries(fields)) all.append(name, value);
  return all;
}

describe("what an agent wrote and is too long", () => {
  it("M-91: is said at its field and comes back whole, on the page of a request", async () => {
    const answer = await actOnCase(agent, "x", form({ act: "ask", version: "1", field: "other", question: long }));
    expect(answer?.errors).toEqual({ question: "long" });
    expect(answer?.typed?.question).toBe(long);
  });

  it("M-91: is said at its field and comes back whole, on the page of an employee", async () => {
    const answer = await actOnEmployee(agent, "x", form({ act: "reject", words: long }));
    expect(answer).toMatchObject({ errors: { words: "long" }, typed: { words: long } });
  });
});
