import { accountDoor } from "./owners/account.server.ts";
import { eq } from "drizzle-orm";
import { generate } from "otplib";
import { beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { Conflict, Invalid, Limited } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { accounts, codes, doorFactors, links, doorRecoveryCodes, doorSessions } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { choosePassword, confirmActivation } from "./activate.server.ts";
import { handoverCode } from "./handover.server.ts";
import { renewActivation } from "./invitations.server.ts";
import { inviteAccount } from "./invite.server.ts";
import { chooseLanguage } from "./language.server.ts";
import { findLink } from "./links.server.ts";
import { addApp, bindApp, renewRecoveryCodes } from "./own-account.server.ts";
import { endAccounts } from "./end-accounts.server.ts";
import { askReset, changePassword, resetPassword } from "./reset.server.ts";
import { tellUnfinished } from "./tell-unfinished.server.ts";
import { endSessions } from "./sessions.server.ts";
import { giveCode, resendCode } from "./sign-in/code.server.ts";
import { appOffer } from "./sign-in/factors.server.ts";
import { givePassword } from "./sign-in/password.server.ts";
import type { Way } from "./owners/owner.ts";
import { waysOf } from "./sign-in/ways.server.ts";
import { unlock } from "./sign-in/unlock.server.ts";
import { accountById } from "./account.server.ts";

const PASSWORD = "vier paarse fietsen";
const facts = { requestId: "", address: "203.0.113.7", client: "test" };
const stranger = { kind: "stranger", ...facts } as const;
const clock = { kind: "system", name: "test" } as const;
const later = (seconds: number) => setClock(new Date(now().getTime() + seconds * 1000));
const person = {
  firstName: "Noor",
  lastName: "Waterman",
  language: "nl" as const,
  agb: null,
  practiceName: "De Linde",
};

beforeEach(async () => {
  await freshDatabase();
});

async function inbox() {
  await deliverDue();
  return devInbox(null);
}
const lastText = async () => (await inbox()).at(-1)!.text;
const codeIn = (text: string) => /(?<!\d)\d{6}(?!\d)/.exec(text)![0];
const tokenIn = (text: string) => /\/(?:a|w|ontgrendelen)\/([\w-]+)/.exec(text)![1]!;

async function invited(mobile: string | null = "+31612345678", email = "noor@delinde.example") {
  const made = await transaction((tx) => inviteAccount(tx, clock, { ...person, email, mobile }));
  return { ...made, token: tokenIn(await lastText()) };
}

/** An account that works, made by the real way in. */
async function active(mobile: string | null = "+31612345678", email?: string) {
  const { accountId, handoverCode: handover, token } = await invited(mobile, email);
  const link = await findLink("activation", token);
  if (link.state !== "good") throw new Error("no link");
  const attempt = await choosePassword({ id: link.id, accountId }, PASSWORD);
  const answer = await confirmActivation(attempt, { code: codeIn(await lastText()), handover: handover ?? "" }, facts);
  if (!("session" in answer)) throw new Error(answer.verdict);
  return { accountId, session: answer.session, email: email ?? "noor@delinde.example", token };
}

const password = (email: string, given = PASSWORD, device: string | null = null) =>
  givePassword(accountDoor, stranger, { email, password: given, device });

async function half(email: string) {
  const answer = await password(email);
  if (!("token" in answer)) throw new Error("no half session");
  return answer.token;
}

const code = (token: string, entered: string, way: Way = "sms", device: string | null = null) =>
  giveCode(accountDoor, stranger, token, { way, code: entered, device });

const who = (session: string) =>
  visitor(new Request("http://localhost/", { headers: { cookie: `__Host-session=${session}` } }));
const actorOf = async (session: string): Promise<AccountActor> => (await who(session))!;

describe("activation", () => {
  it("I-10: one mail says that the account is active, with user name, link, portal, mobile and whom to ask", async () => {
    await invited();
    const [mail] = await inbox();
    expect(mail).toMatchObject({ to: "noor@delinde.example", subject: "Uw account voor Zorgpoort is actief" });
    for (const words of ["noor@delinde.example", "/a/", "06 •••• ••78", "servicedesk@", "gekoppeld"])
      expect(mail!.text).toContain(words);
    expect(await inbox()).toHaveLength(1);
  });

  it("L01 I-10: looking twenty times uses nothing up; password and code do, once", async () => {
    const { token, accountId } = await invited();
    for (let i = 0; i < 20; i++) expect((await findLink("activation", token)).state).toBe("good");
    const link = await findLink("activation", token);
    const attempt = await choosePassword({ id: (link as { id: string }).id, accountId }, PASSWORD);
    expect((await findLink("activation", token)).state).toBe("good");
    const right = codeIn(await lastText());
    expect(
      await confirmActivation(attempt, { code: right === "000000" ? "000001" : "000000", handover: "" }, facts),
    ).toMatchObject({ verdict: "wrong" });
    expect((await accountById(accountId))?.state).toBe("invited");
    expect(await confirmActivation(attempt, { code: right, handover: "" }, facts)).toHaveProperty("session");
    expect((await findLink("activation", token)).state).toBe("used");
    await expect(confirmActivation(attempt, { code: right, handover: "" }, facts)).rejects.toBeInstanceOf(Conflict);
  });

  it("L02: sixteen at once make one active account and one session", async () => {
    const { token, accountId } = await invited();
    const link = await findLink("activation", token);
    const attempt = await choosePassword({ id: (link as { id: string }).id, accountId }, PASSWORD);
    const right = codeIn(await lastText());
    const all = await Promise.allSettled(
      Array.from({ length: 16 }, () => confirmActivation(attempt, { code: right, handover: "" }, facts)),
    );
    expect(all.filter((one) => one.status === "fulfilled" && "session" in one.value)).toHaveLength(1);
    expect(await db.select().from(doorSessions)).toHaveLength(1);
  });

  it("L02: a new link takes the place of the old one, and after seven days there is a button for another", async () => {
    const { token } = await invited();
    later(7 * 86_400 + 1);
    expect((await findLink("activation", token)).state).toBe("expired");
    expect(await renewActivation(token)).toBe("sent");
    expect((await findLink("activation", token)).state).toBe("replaced");
    expect((await findLink("activation", tokenIn(await lastText()))).state).toBe("good");
    later(23 * 86_400);
    expect(await renewActivation(token)).toBe("too_old");
    await endAccounts();
    expect((await db.select().from(accounts))[0]?.state).toBe("ended");
  });

  it("A12: without a mobile the mailbox alone does not activate; the handed-over code does", async () => {
    const { token, accountId, handoverCode: handed } = await invited(null);
    const link = await findLink("activation", token);
    const attempt = await choosePassword({ id: (link as { id: string }).id, accountId }, PASSWORD);
    const mailed = codeIn(await lastText());
    expect(await confirmActivation(attempt, { code: mailed, handover: "" }, facts)).toMatchObject({
      field: "handover",
    });
    expect(await confirmActivation(attempt, { code: mailed, handover: handed! }, facts)).toHaveProperty("session");
  });

  it("A09: a password that is too easy changes nothing", async () => {
    const { token, accountId } = await invited();
    const link = await findLink("activation", token);
    await expect(choosePassword({ id: (link as { id: string }).id, accountId }, "Welkom123456")).rejects.toBeInstanceOf(
      Invalid,
    );
    expect(await inbox()).toHaveLength(1);
  });
});

describe("signing in", () => {
  it("I-11: password, then a fresh code by SMS, then a session with a new secret (S01)", async () => {
    const { email, session } = await active();
    const answer = await code(await half(email), codeIn(await lastText()));
    expect((await inbox()).at(-1)).toMatchObject({ channel: "sms", to: "+31612345678" });
    if (!("session" in answer)) throw new Error("refused");
    expect(answer.session).not.toBe(session);
    expect((await who(answer.session))?.email).toBe(email);
    const rows = await db.select().from(doorSessions);
    expect(rows.every((row) => row.tokenHash !== answer.session && row.tokenHash !== session)).toBe(true);
  });

  it("A08: the half session opens nothing", async () => {
    const { email } = await active();
    expect(await who(await half(email))).toBeNull();
  });

  it("A01: unknown, wrong, not activated and ended get the same answer", async () => {
    const { email } = await active();
    await invited("+31611111111", "nieuw@delinde.example");
    const ended = await active("+31622222222", "weg@delinde.example");
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "ended" }).where(eq(accounts.id, ended.accountId));
    });
    const before = (await inbox()).length;
    const answers = [
      await password("niemand@delinde.example"),
      await password(email, "een ander wachtwoord"),
      await password("nieuw@delinde.example"),
      await password("weg@delinde.example"),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"refused":"wrong"}']));
    expect(await inbox()).toHaveLength(before);
  });

  it("A04: 64 wrong codes at once are five tries; 16 right ones at once are one session", async () => {
    const { email } = await active();
    const token = await half(email);
    const right = codeIn(await lastText());
    const wrong = right === "111111" ? "222222" : "111111";
    await Promise.all(Array.from({ length: 64 }, () => code(token, wrong)));
    const tries = (await db.select().from(codes)).map((row) => row.tries);
    expect(Math.max(...tries)).toBe(5);
    expect(await code(token, right)).toEqual({ refused: "used_up" });
    later(61);
    const next = await half(email);
    const fresh = codeIn(await lastText());
    const answers = await Promise.allSettled(Array.from({ length: 16 }, () => code(next, fresh)));
    expect(answers.filter((one) => one.status === "fulfilled" && "session" in one.value)).toHaveLength(1);
  });

  it("A05: twenty failures in a row switch the factor off, whatever time passes or is sent again", async () => {
    const { email, accountId } = await active();
    for (let round = 0; round < 4; round++) {
      later(3600);
      const token = await half(email);
      const right = codeIn(await lastText());
      for (let i = 0; i < 5; i++) await code(token, right === "111111" ? "222222" : "111111");
    }
    const [sms] = (await db.select().from(doorFactors).where(eq(doorFactors.ownerId, accountId))).filter(
      (one) => one.kind === "sms",
    );
    expect(sms).toMatchObject({ failures: 20 });
    expect(sms?.offAt).not.toBeNull();
    later(86_400);
    const before = await inbox();
    expect(before.at(-1)?.subject).toBe("Inloggen met een code staat uit");
    const token = await half(email);
    expect(await inbox()).toHaveLength(before.length);
    expect(await code(token, "123456")).toEqual({ refused: "off" });
  });

  it("A06: a code fits its own attempt only, and an older one stops when a newer is sent", async () => {
    const { email } = await active();
    const first = await half(email);
    const one = codeIn(await lastText());
    const second = await half(email);
    const two = codeIn(await lastText());
    if (one !== two) expect(await code(second, one)).toEqual({ refused: "wrong" });
    later(61);
    await resendCode(accountDoor, first, false);
    const newer = codeIn(await lastText());
    if (newer !== one) expect(await code(first, one)).toEqual({ refused: "wrong" });
    expect(await code(first, newer)).toHaveProperty("session");
    await active("+31699999999", "ander@delinde.example");
    const other = await half("ander@delinde.example");
    if (codeIn(await lastText()) !== two) expect(await code(other, two)).toEqual({ refused: "wrong" });
  });

  it("A07: a code is dead after five minutes and stored as a keyed hash; three sends in a quarter, a minute apart", async () => {
    const { email } = await active();
    const token = await half(email);
    const right = codeIn(await lastText());
    expect(JSON.stringify(await db.select().from(codes))).not.toContain(right);
    await expect(resendCode(accountDoor, token, false)).rejects.toBeInstanceOf(Limited);
    later(61);
    await resendCode(accountDoor, token, false);
    later(61);
    await resendCode(accountDoor, token, false);
    later(61);
    await expect(resendCode(accountDoor, token, false)).rejects.toBeInstanceOf(Limited);
    const last = codeIn(await lastText());
    later(240);
    expect(await code(token, last)).toEqual({ refused: "expired" });
  });

  it("A03: ten wrong passwords lock for a quarter of an hour, with a mail to open it; a known device is not locked out", async () => {
    const { email } = await active();
    const entered = await code(await half(email), codeIn(await lastText()));
    if (!("device" in entered)) throw new Error("refused");
    for (let i = 0; i < 10; i++) {
      later(300);
      await password(email, "een ander wachtwoord");
    }
    expect(await password(email)).toMatchObject({ refused: "locked" });
    expect(await password(email, PASSWORD, entered.device)).toHaveProperty("token");
    const mail = (await inbox()).findLast((one) => one.text.includes("/ontgrendelen/"))!;
    await unlock(accountDoor, stranger, tokenIn(mail.text));
    expect(await password(email)).toHaveProperty("token");
  });

  it("A01 A03: a name that does not exist is locked in the same way, and nobody is mailed", async () => {
    for (let i = 0; i < 10; i++) {
      later(300);
      await password("niemand@delinde.example");
    }
    expect(await password("niemand@delinde.example")).toMatchObject({ refused: "locked" });
    expect(await inbox()).toHaveLength(0);
  });

  it("C5: no SMS? the code by mail, and the owner is told", async () => {
    const { email } = await active();
    const token = await half(email);
    later(61);
    await resendCode(accountDoor, token, true);
    const mails = (await inbox()).filter((one) => one.channel === "mail");
    expect(mails.some((one) => one.subject === "Uw code is per e-mail verstuurd")).toBe(true);
    const mailed = mails.find((one) => one.subject.startsWith("Uw code om"))!;
    expect(await code(token, codeIn(mailed.text), "mail")).toHaveProperty("session");
  });

  it("A16: a right password without its code for three minutes is told to the owner, once, however often it was given", async () => {
    const { email } = await active();
    await half(email);
    await half(email);
    await tellUnfinished();
    later(181);
    await tellUnfinished();
    await tellUnfinished();
    expect((await inbox()).filter((one) => one.subject === "Iemand begon met inloggen")).toHaveLength(1);
  });
});

describe("an app and recovery codes", () => {
  async function withApp() {
    const made = await active();
    await addApp(await actorOf(made.session));
    const { secret } = (await appOffer(made.accountId, made.email))!;
    const at = () => generate({ secret, epoch: Math.floor(now().getTime() / 1000) });
    expect(await bindApp(await actorOf(made.session), await at())).toBe(true);
    return { ...made, at, secret };
  }

  it("A13: a code of the app works once, at most one step off, and the secret is sealed", async () => {
    const { email, at, secret } = await withApp();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(JSON.stringify(await db.select().from(doorFactors))).not.toContain(secret);
    const token = await half(email);
    later(31);
    const fresh = await at();
    expect(await code(token, fresh, "app")).toHaveProperty("session");
    expect(await code(await half(email), fresh, "app")).toEqual({ refused: "wrong" });
    const stale = await at();
    later(120);
    expect(await code(await half(email), stale, "app")).toEqual({ refused: "wrong" });
  });

  it("C7: a recovery code works once, also sent many times at once, and is stored as a keyed hash", async () => {
    const { email, session } = await active();
    const made = await renewRecoveryCodes(await actorOf(session));
    expect(made).toHaveLength(10);
    expect(JSON.stringify(await db.select().from(doorRecoveryCodes))).not.toContain(made[0]);
    const tokens = await Promise.all(Array.from({ length: 4 }, () => half(email)));
    const answers = await Promise.allSettled(tokens.map((token) => code(token, made[0]!, "recovery")));
    expect(answers.filter((one) => one.status === "fulfilled" && "session" in one.value)).toHaveLength(1);
  });
});

describe("reset and sessions", () => {
  async function reset(email: string, next = "zeven groene stoelen") {
    await askReset(accountDoor, stranger, email);
    await resetPassword(accountDoor, stranger, tokenIn(await lastText()), next);
    return next;
  }

  it("A11: a reset ends all sessions, signs nobody in, keeps the second factor and tells the owner", async () => {
    const { email, session } = await active();
    const next = await reset(email);
    expect(await who(session)).toBeNull();
    expect((await inbox()).at(-1)?.subject).toBe("Uw wachtwoord is veranderd");
    expect(await password(email)).toEqual({ refused: "wrong" });
    const answer = await password(email, next);
    expect(answer).toHaveProperty("token");
    expect((await inbox()).at(-1)?.channel).toBe("sms");
  });

  it("A12: whoever holds only the mailbox gets no session, with or without a mobile on the account", async () => {
    for (const mobile of ["+31612345678", null]) {
      await freshDatabase();
      const { email, accountId } = await active(mobile);
      const next = await reset(email);
      const answer = await password(email, next);
      if (!("token" in answer)) throw new Error("no half session");
      const account = (await accountById(accountId))!;
      expect(await waysOf(accountDoor, account)).not.toContain("mail");
      later(61);
      await expect(resendCode(accountDoor, answer.token, true)).rejects.toBeInstanceOf(Conflict);
      expect(
        (await inbox()).filter((one) => one.channel === "mail" && one.subject.startsWith("Uw code om in te loggen")),
      ).toHaveLength(0);
      if (mobile) continue;
      const handed = await handoverCode(clock, accountId);
      expect(await code(answer.token, handed, "handover")).toHaveProperty("session");
      expect(await waysOf(accountDoor, (await accountById(accountId))!)).toContain("mail");
    }
  });

  it("A01: asking a reset for an unknown address mails nobody and does not fail", async () => {
    await askReset(accountDoor, stranger, "niemand@delinde.example");
    expect(await inbox()).toHaveLength(0);
    expect(await db.select().from(links)).toHaveLength(0);
  });

  it("L02: a reset link works once and for half an hour", async () => {
    const { email } = await active();
    await askReset(accountDoor, stranger, email);
    const token = tokenIn(await lastText());
    later(30 * 60 + 1);
    expect((await findLink("reset", token)).state).toBe("expired");
  });

  it("S04: half an hour idle and eight hours at most", async () => {
    const { session } = await active();
    later(29 * 60 + 50);
    expect(await who(session)).not.toBeNull();
    for (let i = 0; i < 20; i++) {
      later(20 * 60);
      await who(session);
    }
    expect(await who(session)).not.toBeNull();
    for (let i = 0; i < 4; i++) {
      later(20 * 60);
      await who(session);
    }
    expect(await who(session)).toBeNull();
    const other = await active("+31633333333", "ander@delinde.example");
    later(30 * 60);
    expect(await who(other.session)).toBeNull();
  });

  it("I-11: the language that was chosen holds on the next request, and for the code that follows", async () => {
    const { session, email } = await active();
    expect((await actorOf(session)).language).toBe("nl");
    await chooseLanguage(await actorOf(session), "en");
    expect((await actorOf(session)).language).toBe("en");
    await half(email);
    expect(await lastText()).toContain("code");
    expect(await lastText()).not.toContain("minuten");
  });

  it("S05: ending sessions, suspending and a new password bite on the next request", async () => {
    const { accountId, session, email } = await active();
    const entered = await code(await half(email), codeIn(await lastText()));
    if (!("session" in entered)) throw new Error("refused");
    await changePassword(await actorOf(entered.session), { current: PASSWORD, password: "zeven groene stoelen" });
    expect(await who(session)).toBeNull();
    expect(await who(entered.session)).not.toBeNull();
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "suspended" }).where(eq(accounts.id, accountId));
    });
    expect(await who(entered.session)).toBeNull();
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "active" }).where(eq(accounts.id, accountId));
      await endSessions(tx, clock, accountDoor, { id: accountId }, "test");
    });
    expect(await who(entered.session)).toBeNull();
  });

  it("C11: an account with an end date is closed at midnight Dutch time", async () => {
    const { accountId, session } = await active();
    await transaction(async (tx) => {
      await tx.update(accounts).set({ endsOn: "2026-11-24" }).where(eq(accounts.id, accountId));
    });
    setClock(new Date("2026-11-24T08:20:00Z"));
    expect(await who(session)).not.toBeNull();
    setClock(new Date("2026-11-24T23:00:01Z"));
    expect(await who(session)).toBeNull();
    await endAccounts();
    expect((await accountById(accountId))?.state).toBe("ended");
  });

  it("C02: a mobile number does not open at another account", async () => {
    const one = await active();
    const moved = (await accountById(one.accountId))!.mobile!;
    const { openField } = await import("#app/shared/crypto.server.ts");
    expect(() => openField(moved, { table: "accounts", column: "mobile", row: newId() })).toThrow();
    expect(sealField("x", { table: "a", column: "b", row: "c" })).not.toBe(
      sealField("x", { table: "a", column: "b", row: "c" }),
    );
  });
});
