import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { accountById } from "#app/platform/doors/account.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { endAccounts } from "#app/platform/doors/end-accounts.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { dutchDate, now, setClock } from "#app/shared/clock.server.ts";
import { transaction } from "#db/client.server.ts";
import { authorizations, registrationRequests } from "#db/schema/joining.ts";
import { accounts } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  anAgent,
  approvedRequest,
  handIn,
  lastRequest,
  on,
  signedRequest,
  somebody,
  withRegister,
} from "#tests/registration-world.ts";
import { messages } from "#tests/signing-world.ts";
import { currentChecks, phonesIn } from "./checks.server.ts";
import { action as askPage, loader as lapsedPage } from "./pages/lapsed-invitation.tsx";
import { progressOf } from "./progress.server.ts";
import { requestById, type RequestRow } from "./request.server.ts";
import { approveRequest } from "./review/approve.server.ts";
import { caseOf } from "./review/case.server.ts";
import { askInvitation, inviteAfterCall, sendActivation } from "./review/invitation.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { storyOf } from "./story.server.ts";

const DAY = 86_400_000;
const later = (ms: number) => setClock(new Date(now().getTime() + ms));
const lastLink = async () =>
  (await messages()).map((mail) => /\/a\/([\w-]{20,})/.exec(mail.text)?.[1]).findLast(Boolean)!;
const kinds = async () => (await messages()).map((mail) => mail.kind);
let agent: AccountActor;
let request: RequestRow;

/** Approved, and thirty days gone by. */
async function lapsed() {
  later(30 * DAY);
  await endAccounts();
  return lastLink();
}
const call = async () => ({ phone: phonesIn(await currentChecks(request.id))[0]!, person: "Mevrouw Postma" });

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
  agent = await anAgent();
  request = await approvedRequest(agent);
});

describe("a practitioner who does not activate", () => {
  it("M-82: the desk sees it and sends the activation mail again; the story tells it to both sides", async () => {
    expect((await caseOf(request.id)).invitation).toMatchObject({ state: "invited" });
    const first = await lastLink();
    expect(await sendActivation(agent, await on(request.id))).toBeNull();
    expect(await lastLink()).not.toBe(first);
    expect((await findLink("activation", first)).state).toBe("replaced");
    const progress = await progressOf(await requestById(request.id));
    expect(progress).toMatchObject({ state: "completed", account: "invited" });
    expect(progress.story.at(-1)).toMatchObject({ kind: "activation_sent", by: "desk" });
  });

  it("M-82: after thirty days the old link leads to a page that asks the desk, once a day, without saying who it is", async () => {
    const token = await lapsed();
    const visit = (method = "GET") => ({
      request: new Request("http://localhost/activeren/verlopen", {
        method,
        headers: { cookie: `__Host-activation=${token}` },
      }),
      params: {},
      context: {},
    });
    expect(await lapsedPage(visit())).toEqual({ lapsed: true });
    expect(await askPage(visit("POST"))).toEqual({ asked: "desk" });
    expect(await kinds()).toContain("desk_invitation_asked");
    expect((await storyOf(request.id)).at(-1)).toMatchObject({ kind: "invitation_asked", shown: true });
    expect(await askPage(visit("POST"))).toMatchObject({ data: { asked: "already" } });
    await expect(askInvitation(somebody, "vreemd")).rejects.toThrow("not_lapsed");
  });

  it("M-82: the desk invites again only after a call-back of today on a number that the register has today", async () => {
    await lapsed();
    expect((await caseOf(request.id)).invitation).toMatchObject({ state: "lapsed" });
    await expect(inviteAfterCall(agent, await on(request.id), await call())).rejects.toThrow("checks_old");
    await refreshChecks(agent, await on(request.id));
    const wrong = { phone: "0612345678", person: "Iemand" };
    await expect(inviteAfterCall(agent, await on(request.id), wrong)).rejects.toThrow();
    await expect(inviteAfterCall(agent, await on(request.id), { ...(await call()), person: " " })).rejects.toThrow();
    await inviteAfterCall(agent, await on(request.id), await call());
    const { accountId } = await requestById(request.id);
    expect((await accountById(accountId!))?.state).toBe("invited");
    expect((await findLink("activation", await lastLink())).state).toBe("good");
    expect((await storyOf(request.id)).at(-1)).toMatchObject({ kind: "invited_again" });
    const called = (await currentChecks(request.id)).find((row) => row.rule === "call_back");
    expect(called).toMatchObject({ outcome: "pass", referenceDate: dutchDate(now()) });
    await expect(inviteAfterCall(agent, await on(request.id), await call())).rejects.toThrow("not_lapsed");
  });

  it("M-82: an address that was typed wrong is left behind by registering again; the first account and its authorization end", async () => {
    const { accountId: first } = await requestById(request.id);
    const renewed = await approvedRequest(agent, { ownEmail: "anna.nieuw@delinde.example" });
    expect(renewed.id).not.toBe(request.id);
    expect(renewed.accountId).not.toBe(first);
    expect(await accountById(first!)).toMatchObject({ state: "ended", endedReason: "replaced" });
    const standing = await transaction((tx) => tx.select().from(authorizations));
    expect(standing.map((one) => [one.accountId === first, one.state]).sort()).toEqual([
      [false, "in_force"],
      [true, "superseded"],
    ]);
    // With the same address nothing starts anew: that mailbox is told how to get in.
    await handIn({ ownEmail: "anna.nieuw@delinde.example" });
    expect((await lastRequest()).id).toBe(renewed.id);
    expect((await kinds()).at(-1)).toBe("already_active");
  });

  it("M-82: an account that came into use meanwhile keeps its authorization: the second request is not approved", async () => {
    const { id } = await signedRequest(agent, { ownEmail: "anna.nieuw@delinde.example" });
    const { accountId } = await requestById(request.id);
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "active" }).where(eq(accounts.id, accountId!));
    });
    await expect(approveRequest(agent, await on(id))).rejects.toThrow("account_in_use");
    const standing = await transaction((tx) => tx.select().from(authorizations));
    expect(standing.find((one) => one.accountId === accountId)?.state).toBe("in_force");
    // The way on: it is turned down, and the account that is in use stays as it was.
    await rejectRequest(agent, await on(id), "U gebruikt voor deze praktijk al een account.");
    expect((await requestById(id)).state).toBe("rejected");
  });

  it("M-89: a second practice before the first activation brings the activation mail again, not a mail to sign in", async () => {
    const second = await approvedRequest(agent, { agbPractice: "01054364" });
    expect(second.accountId).toBe(request.accountId);
    expect((await kinds()).filter((kind) => kind === "activation")).toHaveLength(2);
    expect(await kinds()).not.toContain("added_practice");
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "active" }).where(eq(accounts.id, request.accountId!));
    });
    await approvedRequest(agent, { agbPractice: "01054353" });
    expect(await kinds()).toContain("added_practice");
  });

  it("M-82: nobody to ask: the page says whom to call", async () => {
    const alone = await transaction((tx) =>
      inviteAccount(tx, somebody, {
        firstName: "Ro",
        lastName: "Bos",
        email: "ro@operator.example",
        mobile: "+31612345678",
        language: "nl",
        agb: null,
        practiceName: "",
        operatorRole: "agent",
      }),
    );
    expect(alone.handoverCode).toBeNull();
    expect(await askInvitation(somebody, await lapsed())).toBe("nobody");
    const rows = await transaction((tx) =>
      tx.select().from(registrationRequests).where(eq(registrationRequests.accountId, alone.accountId)),
    );
    expect(rows).toEqual([]);
  });
});
