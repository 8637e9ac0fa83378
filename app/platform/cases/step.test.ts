import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { Conflict, Forbidden, NotFound } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAgent, asApplicant, theClock } from "#tests/registration-world.ts";
import { aRequest } from "#tests/signing-world.ts";
import type { CaseKind, Transition } from "./kind.ts";
import { dueNow, type On, step } from "./step.server.ts";
import { versionIn } from "./version.ts";

type State = (typeof registrationRequests.$inferSelect)["state"];
const steps = {
  ask: { from: ["in_review", "signed"], to: "info_requested", by: ["desk"], event: "request.asked" },
  answer: { from: ["info_requested"], to: "signed", by: ["person"], event: "request.answered" },
  look: { from: ["in_review"], to: null, by: ["desk", "clock"], event: "request.checked" },
  close: { from: ["in_review", "info_requested"], to: "rejected", by: ["desk"], event: "request.rejected" },
} satisfies Record<string, Transition<State, EventName>>;
const kind = {
  table: registrationRequests,
  steps,
  over: { states: ["rejected"], since: "closedAt" },
  clock: { due: "promiseOn", paused: "pausedOn", waits: ["info_requested"] },
  refusal: { changed: "changed", moved: "moved" },
  log: (tx, actor, { id }, { event }) => audit(tx, actor, { event, id }),
} satisfies CaseKind<typeof registrationRequests, typeof steps>;

let agent: Awaited<ReturnType<typeof anAgent>>;
let id: string;
const make = (name: keyof typeof steps, on: Partial<On> = {}, by: Parameters<typeof step>[1] = agent) =>
  transaction((tx) => step(tx, by, kind, name, { id, ...on }));
const row = async () => (await db.select().from(registrationRequests).where(eq(registrationRequests.id, id)))[0]!;
const applicant = async () => asApplicant(await row());
const lines = async () => (await db.select().from(auditLog)).filter(({ event }) => event.startsWith("request."));

beforeEach(async () => {
  await freshDatabase();
  agent = await anAgent();
  ({ id } = await aRequest({ promiseOn: "2026-12-03" }));
});

describe("O-40: one step for every kind of case", () => {
  it("makes it, counts the version and leaves one line; a step that stays leaves the state", async () => {
    expect(await make("look")).toMatchObject({ state: "in_review", version: 2 });
    expect(await make("ask", { version: 2 })).toMatchObject({ state: "info_requested", version: 3 });
    expect((await lines()).map(({ event }) => event)).toEqual(["request.checked", "request.asked"]);
  });

  it("refuses a decision on an older version, in words of its own, and writes nothing", async () => {
    await make("look");
    const before = await row();
    await expect(make("ask", { version: 1 })).rejects.toEqual(new Conflict("changed"));
    await expect(make("ask", { version: 3 })).rejects.toEqual(new Conflict("changed"));
    expect(await row()).toEqual(before);
    expect(await lines()).toHaveLength(1);
  });

  it("a form that does not say on which version it was filled in decides nothing", async () => {
    await expect(make("look", { version: versionIn(new FormData()) })).rejects.toEqual(new Conflict("changed"));
    expect(await lines()).toEqual([]);
  });

  it("refuses a transition that is not listed, at the right version too", async () => {
    await expect(make("answer", { version: 1 }, await applicant())).rejects.toEqual(new Conflict("moved"));
    await make("close");
    for (const name of ["ask", "look", "close"] as const)
      await expect(make(name)).rejects.toEqual(new Conflict("moved"));
    expect(await lines()).toHaveLength(1);
  });

  it("refuses whoever has no such step to make", async () => {
    await expect(make("ask", {}, await applicant())).rejects.toThrow(Forbidden);
    await expect(make("ask", {}, theClock)).rejects.toThrow(Forbidden);
    await make("look", {}, theClock);
    await make("ask");
    await expect(make("answer")).rejects.toThrow(Forbidden);
    await expect(make("answer", {}, { ...agent, operatorRole: "auditor", practices: [] })).resolves.toBeTruthy();
  });

  it("what is not there is not found; what is not the actor's looks as if somebody was first", async () => {
    await expect(make("look", { id: "unknown" })).rejects.toThrow(NotFound);
    const where = eq(registrationRequests.agbPractice, "somebody else's");
    for (const one of [id, "unknown"])
      await expect(make("look", { id: one, where })).rejects.toEqual(new Conflict("moved"));
  });

  it("of sixteen at once one makes it", async () => {
    const all = await Promise.allSettled(Array.from({ length: 16 }, () => make("ask", { version: 1 })));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await lines()).toHaveLength(1);
  });
});

describe("O-41: the promise stands still while somebody else has the ball", () => {
  it("moves on by the working days that it stood, not by weekends, and shows so meanwhile", async () => {
    setClock(new Date("2026-11-26T09:00:00Z"));
    expect(await make("ask")).toMatchObject({ pausedOn: "2026-11-26", promiseOn: "2026-12-03" });
    setClock(new Date("2026-12-01T09:00:00Z"));
    const { promiseOn, pausedOn } = await row();
    expect(dueNow(promiseOn, pausedOn)).toBe("2026-12-08");
    expect(await make("answer", {}, await applicant())).toMatchObject({ pausedOn: null, promiseOn: "2026-12-08" });
    setClock(new Date("2026-12-10T09:00:00Z"));
    expect(dueNow((await row()).promiseOn, null)).toBe("2026-12-08");
  });

  it("of what is over nothing is promised any more: the day stays, and since when is kept", async () => {
    await make("ask");
    setClock(new Date("2026-12-01T09:00:00Z"));
    const closed = await make("close");
    expect(closed).toMatchObject({ pausedOn: null, promiseOn: "2026-12-03" });
    expect(closed.closedAt?.toISOString().slice(0, 10)).toBe("2026-12-01");
  });
});
