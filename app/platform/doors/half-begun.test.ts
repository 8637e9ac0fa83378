import { accountDoor } from "./owners/account.server.ts";
import { beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import type { AccountActor } from "#app/shared/actor.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors, lock, unlockLinks } from "#tests/doors.ts";
import { PASSWORD, codeIn, lastMail, later, stranger, tokenIn } from "#tests/mailed-world.ts";
import { inviteAccount } from "./invite.server.ts";
import { addApp, removeApp, renewRecoveryCodes } from "./own-account.server.ts";
import { endOwnSessions } from "./own-sessions.server.ts";
import { endAccounts } from "./end-accounts.server.ts";
import { changePassword } from "./reset.server.ts";
import { giveCode } from "./sign-in/code.server.ts";
import { askFresh, giveFresh } from "./sign-in/fresh.server.ts";
import { waysOf } from "./sign-in/ways.server.ts";
import { accountById } from "./account.server.ts";

const MOBILE = "+31612345678";
const NEXT = "zeven groene stoelen";
const door = doors[0]!;
let id: string;
let email: string;
beforeEach(async () => {
  await freshDatabase();
  ({ id, email } = await door.person());
});

async function half(): Promise<string> {
  later(61);
  const answer = await door.password(email);
  if (!("token" in answer)) throw new Error(answer.refused);
  return answer.token;
}
async function signIn(): Promise<{ actor: AccountActor; device: string }> {
  const answer = await giveCode(accountDoor, stranger, await half(), { way: "sms", code: await sent(), device: null });
  if (!("session" in answer)) throw new Error(answer.refused);
  const headers = { cookie: `__Host-session=${answer.session}` };
  return { actor: (await visitor(new Request("http://localhost/", { headers })))!, device: answer.device ?? "" };
}
const sent = async () => codeIn((await lastMail(MOBILE)).text);
const reset = async () => {
  await door.askReset(email);
  await door.reset(tokenIn((await lastMail(email)).text), NEXT);
};

test.each<[string, (actor: AccountActor) => Promise<unknown>]>([
  ["a new password", (actor) => changePassword(actor, { current: PASSWORD, password: NEXT })],
  ["an app begun", (actor) => addApp(actor)],
  ["an app taken away", (actor) => removeApp(actor)],
  ["new recovery codes", (actor) => renewRecoveryCodes(actor)],
  ["signing out everywhere else", (actor) => endOwnSessions(actor, accountDoor, null)],
  ["the end of the account", () => endNow()],
])("M-52: %s ends the half session of another browser, the code on its way and the fresh proof", async (_, change) => {
  const { actor } = await signIn();
  const other = await half();
  const right = await sent();
  const fresh = await askFresh(actor, null);
  const proof = await sent();
  await change(actor);
  await expect(door.half(other)).rejects.toThrow(Conflict);
  await expect(door.code(other, right)).rejects.toThrow(Conflict);
  const proven = await giveFresh(actor, fresh, proof).catch(() => ({ verdict: "expired" }));
  expect(proven).toEqual({ verdict: "expired" });
});

async function endNow(): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(accounts).set({ endsOn: "2026-11-20" }).where(eq(accounts.id, id));
  });
  await endAccounts();
}

test("M-52: signing out in one browser leaves the sign-in that is under way in another", async () => {
  const { actor } = await signIn();
  const other = await half();
  await endOwnSessions(actor, accountDoor, actor.sessionId);
  expect(await door.half(other)).toBeTruthy();
});

test("M-52: after a reset no browser is known by what it held before", async () => {
  const { device } = await signIn();
  await lock(door, email);
  const unlocked = (await unlockLinks(email)).at(-1)!;
  await door.unlock(unlocked);
  later(86_400);
  await lock(door, email);
  await reset();
  await lock(door, email);
  expect(await door.password(email, NEXT, { device })).toMatchObject({ refused: "locked" });
  expect(await door.password(email, NEXT, { unlocked })).toMatchObject({ refused: "locked" });
});

test("M-52: after a change of password no other browser is known by what it held before; the owner's own stays", async () => {
  const { device: other } = await signIn();
  const { actor, device: own } = await signIn();
  await changePassword(actor, { current: PASSWORD, password: NEXT }, own);
  await lock(door, email);
  expect(await door.password(email, NEXT, { device: other })).toMatchObject({ refused: "locked" });
  expect(await door.password(email, NEXT, { device: own })).toHaveProperty("token");
});

test("M-52: who signs in again after a reset is known again in that browser, and told of it as of a new one", async () => {
  const { device } = await signIn();
  await reset();
  later(61);
  const answer = await door.password(email, NEXT);
  if (!("token" in answer)) throw new Error(answer.refused);
  expect(await giveCode(accountDoor, stranger, answer.token, { way: "sms", code: await sent(), device })).toMatchObject(
    { device },
  );
  expect((await lastMail(email)).subject).toBe("Ingelogd op een nieuw apparaat");
  await lock(door, email);
  expect(await door.password(email, NEXT, { device })).toHaveProperty("token");
});

test("M-52: an account that ended and is invited again has nothing left of before", async () => {
  const { actor, device } = await signIn();
  await renewRecoveryCodes(actor);
  await addApp(actor);
  await endNow();
  const clock = { kind: "system", name: "test" } as const;
  const person = { firstName: "Noor", lastName: "Waterman", language: "nl", agb: null, practiceName: "" } as const;
  await transaction((tx) => inviteAccount(tx, clock, { ...person, email, mobile: MOBILE }));
  const account = (await accountById(id))!;
  expect(account).toMatchObject({ state: "invited", passwordHash: null, codeFailures: 0 });
  expect(await waysOf(accountDoor, account)).toEqual(["handover", "recovery"]);
  await lock(door, email);
  expect(await door.password(email, PASSWORD, { device })).toMatchObject({ refused: "locked" });
});
