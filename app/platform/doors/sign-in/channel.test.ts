import { accountDoor } from "../owners/account.server.ts";
import { and, desc, eq } from "drizzle-orm";
import { generate } from "otplib";
import { beforeEach, expect, test } from "vitest";
import type { AccountActor } from "#app/shared/actor.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { accounts, attempts, codes, doorFactors, limits, doorSessions } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { doors } from "#tests/doors.ts";
import { PASSWORD, codeIn, lastMail, later, mailsTo, stranger } from "#tests/mailed-world.ts";
import { handoverCode } from "../handover.server.ts";
import { addApp, bindApp, renewRecoveryCodes } from "../own-account.server.ts";
import { removeOldAttempts } from "../remove-old.server.ts";
import { giveCode, resendCode } from "./code.server.ts";
import { appOffer } from "./factors.server.ts";
import { askFresh, freshWay, giveFresh } from "./fresh.server.ts";
import { givePassword } from "./password.server.ts";
import type { Way } from "../owners/owner.ts";
import { waysOf } from "./ways.server.ts";

const MOBILE = "+31612345678";
const EMAIL = "noor@delinde.example";
const wrongFor = (right: string) => (right === "000000" ? "000001" : "000000");
let accountId: string;
beforeEach(async () => {
  await freshDatabase();
  accountId = (await doors[0]!.person()).id;
});

async function half(): Promise<string> {
  later(61);
  const answer = await givePassword(accountDoor, stranger, { email: EMAIL, password: PASSWORD, device: null });
  if (!("token" in answer)) throw new Error(answer.refused);
  return answer.token;
}
const give = (token: string, way: Way, code: string) =>
  giveCode(accountDoor, stranger, token, { way, code, device: null });
const bySms = async () => codeIn((await lastMail(MOBILE)).text);
const byMail = async () => {
  const mails = (await mailsTo(EMAIL)).filter(({ text }) => codeIn(text) !== "none");
  return codeIn(mails.at(-1)?.text ?? "");
};
const failuresOf = async (kind: "sms" | "mail" | "app") =>
  (
    await db
      .select()
      .from(doorFactors)
      .where(and(eq(doorFactors.ownerId, accountId), eq(doorFactors.kind, kind)))
  )[0]?.failures;
async function signIn(): Promise<AccountActor> {
  const answer = await give(await half(), "sms", await bySms());
  if (!("session" in answer)) throw new Error(answer.refused);
  const headers = { cookie: `__Host-session=${answer.session}` };
  return (await visitor(new Request("http://localhost/", { headers })))!;
}

test("M-55: a code by SMS counts as SMS, whatever the form calls it, and so does the session it opens", async () => {
  const token = await half();
  const right = await bySms();
  expect(await give(token, "mail", wrongFor(right))).toEqual({ refused: "wrong" });
  expect([await failuresOf("sms"), await failuresOf("mail")]).toEqual([1, 0]);
  expect(await give(token, "mail", right)).toHaveProperty("session");
  const [session] = await db
    .select()
    .from(doorSessions)
    .orderBy(desc(doorSessions.createdAt), desc(doorSessions.id))
    .limit(1);
  expect(session?.way).toBe("sms");
});

test("M-55: a code by mail counts as mail, also when the form says SMS", async () => {
  const token = await half();
  later(61);
  await resendCode(accountDoor, token, true);
  const right = await byMail();
  expect(await give(token, "sms", wrongFor(right))).toEqual({ refused: "wrong" });
  expect([await failuresOf("sms"), await failuresOf("mail")]).toEqual([0, 1]);
  const answer = await give(token, "sms", right);
  expect(answer).toHaveProperty("session");
  const [session] = await db
    .select()
    .from(doorSessions)
    .orderBy(desc(doorSessions.createdAt), desc(doorSessions.id))
    .limit(1);
  expect(session?.way).toBe("mail");
});

test("M-56: codes, attempts and counters go after thirty days; what was counted against the account stays", async () => {
  const token = await half();
  await give(token, "sms", wrongFor(await bySms()));
  later(29 * 86_400);
  await removeOldAttempts();
  expect(await db.$count(codes)).toBeGreaterThan(0);
  later(2 * 86_400);
  await removeOldAttempts();
  for (const table of [codes, attempts, limits]) expect(await db.$count(table)).toBe(0);
  expect((await db.select().from(accounts).where(eq(accounts.id, accountId)))[0]?.codeFailures).toBe(1);
});

/** Wrong codes until the last counts, hopping between the channels and the names the form gives them. */
async function exhaust(): Promise<number> {
  let judged = 0;
  for (let round = 0; round < 4; round++) {
    later(3600);
    const token = await half();
    for (const channel of ["sms", "mail"] as const) {
      if (channel === "mail") {
        later(61);
        await resendCode(accountDoor, token, true).catch(() => undefined);
      }
      const wrong = wrongFor(channel === "mail" ? await byMail() : await bySms());
      for (let nth = 0; nth < 5; nth++) {
        const answer = await give(token, nth % 2 === 0 ? "mail" : "sms", wrong);
        if ("refused" in answer && answer.refused !== "off" && answer.refused !== "expired") judged++;
      }
    }
  }
  return judged;
}

test("M-55 M-56: hopping between channels gives no more than twenty tries, and what is off opens nothing", async () => {
  expect(await exhaust()).toBe(20);
  const account = (await db.select().from(accounts).where(eq(accounts.id, accountId)))[0]!;
  expect(await waysOf(accountDoor, account)).toEqual(["handover", "recovery"]);
  later(3600);
  const before = await lastMail(MOBILE);
  const token = await half();
  expect(await lastMail(MOBILE)).toEqual(before);
  for (const way of ["sms", "mail", "app"] as const) {
    expect(await give(token, way, codeIn(before.text))).toEqual({ refused: "off" });
  }
  await expect(resendCode(accountDoor, token, true)).rejects.toThrow();
  await expect(resendCode(accountDoor, token, false)).rejects.toThrow();
});

test("M-56: a recovery code is a way on, and binds the codes anew", async () => {
  const [recovery] = await renewRecoveryCodes(await signIn());
  await exhaust();
  expect(await give(await half(), "recovery", recovery!)).toHaveProperty("session");
  expect(await give(await half(), "sms", await bySms())).toHaveProperty("session");
});

test("M-56: without recovery codes a code handed over in person is a way on, and binds the codes anew", async () => {
  await exhaust();
  const handed = await handoverCode({ kind: "system", name: "test" }, accountId);
  expect(await give(await half(), "handover", handed)).toHaveProperty("session");
  expect(await give(await half(), "sms", await bySms())).toHaveProperty("session");
});

test("M-56: the app and the fresh proof count with the others; a right code sets them back", async () => {
  const actor = await signIn();
  await addApp(actor);
  const { secret } = (await appOffer(accountId, EMAIL))!;
  const at = () => generate({ secret, epoch: Math.floor(now().getTime() / 1000) });
  expect(await bindApp(actor, await at())).toBe(true);
  const tokens = await half();
  for (let nth = 0; nth < 19; nth++) expect(await give(tokens, "app", "12345")).toEqual({ refused: "wrong" });
  later(61);
  expect(await give(tokens, "app", await at())).toHaveProperty("session");
  const token = await half();
  for (let nth = 0; nth < 10; nth++) await give(token, "app", "12345");
  const fresh = await signInByApp(at);
  for (let nth = 0; nth < 20; nth++) expect(await giveFresh(fresh, null, "12345")).toEqual({ verdict: "wrong" });
  later(61);
  expect(await giveFresh(fresh, null, await at())).toEqual({ verdict: "off" });
  expect(await freshWay(fresh, null)).toMatchObject({ way: "off" });
  await expect(askFresh(fresh, null)).rejects.toThrow();
});

async function signInByApp(at: () => Promise<string>): Promise<AccountActor> {
  const answer = await give(await half(), "app", await at());
  if (!("session" in answer)) throw new Error(answer.refused);
  const headers = { cookie: `__Host-session=${answer.session}` };
  return (await visitor(new Request("http://localhost/", { headers })))!;
}
