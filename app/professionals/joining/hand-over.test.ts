import { and, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { checkHandover } from "#app/platform/doors/handover.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Forbidden, Invalid } from "#app/shared/errors.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { accounts } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAgent, approvedRequest, on, withRegister } from "#tests/registration-world.ts";
import { currentChecks, phonesIn } from "./checks.server.ts";
import { requestById, type RequestRow } from "./request.server.ts";
import { caseOf } from "./review/case.server.ts";
import { handOverAfterCall } from "./review/hand-over.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { storyOf } from "./story.server.ts";

let agent: AccountActor;
let request: RequestRow;
const call = async () => ({ phone: phonesIn(await currentChecks(request.id))[0]!, person: "Mevrouw Postma" });
const setState = (state: "active" | "suspended") =>
  transaction(async (tx) => {
    await tx.update(accounts).set({ state }).where(eq(accounts.id, request.accountId!));
  });

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
  agent = await anAgent();
  request = await approvedRequest(agent);
  request = await requestById(request.id);
});

it("M-56: the desk gives a practitioner whose codes are off one by telephone, on a number that the register has today", async () => {
  await setState("active");
  setClock(new Date(now().getTime() + 10 * 86_400_000));
  await expect(handOverAfterCall(agent, await on(request.id), await call())).rejects.toThrow("checks_old");
  // What the answer tells the desk to choose has to be on the page.
  expect((await caseOf(request.id)).can.refresh_checks).toBe(true);
  await refreshChecks(agent, await on(request.id));
  const wrong = { phone: "0612345678", person: "Iemand" };
  await expect(handOverAfterCall(agent, await on(request.id), wrong)).rejects.toThrow(Invalid);
  await expect(handOverAfterCall(agent, await on(request.id), { ...(await call()), person: " " })).rejects.toThrow(
    Invalid,
  );
  const code = await handOverAfterCall(agent, await on(request.id), await call());
  expect(code).toMatch(/^\d{8}$/);
  expect((await storyOf(request.id)).at(-1)).toMatchObject({ kind: "code_handed_over" });
  const made = and(eq(auditLog.event, "handover.make"), eq(auditLog.objectId, request.accountId!));
  expect(await db.$count(auditLog, made)).toBe(1);
  expect(JSON.stringify(await db.select().from(auditLog))).not.toContain(code);
  expect(await checkHandover(request.accountId!, code)).toBe("right");
});

it("M-56: nobody but the desk hands over, and only for an account that is in use", async () => {
  await expect(handOverAfterCall(agent, await on(request.id), await call())).rejects.toThrow("not_active");
  await setState("active");
  const other = { ...agent, operatorRole: "auditor" as const };
  await expect(handOverAfterCall(other, await on(request.id), await call())).rejects.toThrow(Forbidden);
  await setState("suspended");
  await expect(handOverAfterCall(agent, await on(request.id), await call())).rejects.toThrow("not_active");
});
