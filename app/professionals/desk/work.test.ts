import { beforeEach, expect, it } from "vitest";
import { setClock } from "#app/shared/clock.server.ts";
import { askApplicant } from "#app/professionals/joining/review/ask.server.ts";
import { takeUp } from "#app/professionals/joining/review/take-up.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAgent, handIn, lastRequest, on, withRegister } from "#tests/registration-world.ts";
import { deskWork } from "./queue.server.ts";

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
});

it("O-47: what waits for the desk is told in numbers of each kind; what waits for the applicant is not among it", async () => {
  const agent = await anAgent();
  await handIn();
  const one = { waiting: 1, late: 0 };
  expect(await deskWork()).toEqual({ all: one, registration: one, employee: { waiting: 0, late: 0 } });
  setClock(new Date("2026-12-01T09:00:00Z"));
  expect((await deskWork()).registration).toEqual({ waiting: 1, late: 1 });
  const { id } = await lastRequest();
  await takeUp(agent, await on(id));
  await askApplicant(agent, await on(id), { field: "other", question: "Klopt dit?" });
  expect((await deskWork()).all).toEqual({ waiting: 0, late: 0 });
});
