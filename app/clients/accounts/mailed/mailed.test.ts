import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readSession } from "#app/platform/doors/read-session.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { codeHash } from "#app/platform/doors/codes.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid, Limited, NotFound } from "#app/shared/errors.ts";
import { parseForm } from "#app/shared/form.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { doorDevices, doorSessions } from "#db/schema/doors.ts";
import { codes } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  PASSWORD,
  accepted,
  aStaffMember,
  codeIn,
  lastMail,
  later,
  mailsTo,
  password,
  practice,
  practiceDoor,
  signedUp,
  stranger,
  tokenIn,
  typed,
} from "#tests/mailed-world.ts";
import { refuseSignUp } from "../match/decide.server.ts";
import { accountByEmail } from "./accounts.server.ts";
import { confirmSignUp } from "./confirm-sign-up.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { leaveSecret } from "#app/platform/doors/steps/link-steps.server.ts";
import { askReset, resetPassword } from "#app/platform/doors/reset.server.ts";
import { behindLink, unlock } from "#app/platform/doors/sign-in/unlock.server.ts";
import { birthDateOf } from "#app/shared/fields/day.ts";
import { signUpForm } from "./sign-up-form.ts";
import { resendSignUp, startSignUp } from "./sign-up.server.ts";
import { giveCode, halfSession, resendCode } from "#app/platform/doors/sign-in/code.server.ts";

const ROOS = "roos@voorbeeld.example";
beforeEach(async () => {
  await freshDatabase();
});

async function half(email = ROOS) {
  const answer = await password(email);
  if (!("token" in answer)) throw new Error(answer.refused);
  return answer.token;
}
const code = (token: string, entered: string) =>
  giveCode(practiceDoor, stranger, token, { way: "mail", code: entered, device: null });
const wrongFor = (right: string) => (right === "000000" ? "000001" : "000000");

async function signedIn(email = ROOS) {
  const token = await half(email);
  const answer = await code(token, codeIn((await lastMail(email)).text));
  if (!("session" in answer)) throw new Error(answer.refused);
  const cookie = `__Host-client-delinde=${answer.session}`;
  return new Request("http://localhost/", { headers: { cookie } });
}

describe("signing up", () => {
  it("U-09: an account comes into being only when the mailed code is right, and then waits for the practice", async () => {
    const token = await startSignUp(stranger, practice, typed());
    expect(await db.$count(clientAccounts)).toBe(0);
    const right = codeIn((await lastMail(ROOS)).text);
    expect(await confirmSignUp(stranger, practice, token, wrongFor(right))).toBe("wrong");
    expect(await confirmSignUp(stranger, practice, token, right)).toBe("right");
    const account = await accountByEmail("delinde", ROOS);
    expect(account).toMatchObject({ state: "signed_up", personId: null, birthDate: "1984-03-12", mailDoor: true });
    await expect(confirmSignUp(stranger, practice, token, right)).rejects.toThrow(Conflict);
    expect((await mailsTo(practice.desk.email))[0]?.text).not.toMatch(/Roos|Vermeer|1984/);
  });

  it("U-01: a plus-address and an alias are addresses of their own; another spelling of case is not", async () => {
    const plain = await signedUp();
    const plus = await signedUp({ email: "roos+kind@voorbeeld.example", firstName: "Sam" });
    const dots = await signedUp({ email: "r.oos@voorbeeld.example", firstName: "Bo" });
    expect(new Set([plain.id, plus.id, dots.id]).size).toBe(3);
    expect((await accountByEmail("delinde", " ROOS@Voorbeeld.example"))?.id).toBe(plain.id);
    expect(await accountByEmail("getij", ROOS)).toBeNull();
  });

  it("A01: an address with an account gets the same answers on screen, and a mail that says so", async () => {
    await signedUp();
    const known = await startSignUp(stranger, practice, typed());
    const fresh = await startSignUp(stranger, practice, typed({ email: "nieuw@voorbeeld.example" }));
    const mail = await lastMail(ROOS);
    expect(mail.subject).toBe("U heeft al een account");
    expect(codeIn(mail.text)).toBe("none");
    const right = codeIn((await lastMail("nieuw@voorbeeld.example")).text);
    for (let nth = 0; nth < 6; nth++) {
      const answers = [
        await confirmSignUp(stranger, practice, known, `77777${nth}`),
        await confirmSignUp(stranger, practice, fresh, `77777${nth}` === right ? "888888" : `77777${nth}`),
      ];
      expect(answers[0]).toBe(answers[1]);
    }
    await expect(resendSignUp(practice, known)).rejects.toThrow(Limited);
    await expect(resendSignUp(practice, fresh)).rejects.toThrow(Limited);
    expect(await db.$count(clientAccounts)).toBe(1);
  });

  it("A01: whoever would guess the code for a known address makes no account and takes none over", async () => {
    const before = await signedUp();
    const token = await startSignUp(stranger, practice, typed({ password: "heel andere woorden hier" }));
    const open = (await db.select().from(codes)).find((one) => one.usedAt === null)!;
    const guess = "314159";
    await transaction(async (tx) => {
      await tx
        .update(codes)
        .set({ hash: codeHash(open.attemptId, guess) })
        .where(eq(codes.id, open.id));
    });
    expect(await confirmSignUp(stranger, practice, token, guess)).toBe("expired");
    expect(await db.select().from(clientAccounts)).toEqual([before]);
  });

  it("U-09: who was refused, and whose account is closed, may sign up again", async () => {
    const first = await signedUp();
    await refuseSignUp(await aStaffMember(), { id: first.id }, "differs");
    const again = await signedUp({ birthDate: "1984-12-03" });
    expect(again).toMatchObject({ id: first.id, state: "signed_up", birthDate: "1984-12-03", refusedReason: null });
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ state: "closed", closedAt: now() });
    });
    later(3600);
    const third = await signedUp();
    expect(third.id).not.toBe(first.id);
    const [closed] = await db.select().from(clientAccounts).where(eq(clientAccounts.id, first.id));
    expect(closed).toMatchObject({ state: "closed", emailKey: null });
  });

  it("A01 A07: weak passwords are refused, a fourth code for one address in a quarter of an hour too", async () => {
    const weak = startSignUp(stranger, practice, typed({ password: "Roos Vermeer" }));
    await expect(weak).rejects.toThrow(Invalid);
    for (let nth = 0; nth < 3; nth++) await startSignUp(stranger, practice, typed());
    await expect(startSignUp(stranger, practice, typed())).rejects.toThrow(Limited);
  });

  it("Z04: fields that were not asked for change nothing", async () => {
    const form = new FormData();
    const person = { ...typed(), emailAgain: ROOS, day: "12", month: "3", year: "1984" };
    const more = { state: "active", personId: newId(), mailDoor: "true", environmentId: "getij", bsnIndex: "x" };
    for (const [name, value] of Object.entries({ ...person, ...more })) form.set(name, value);
    const parsed = parseForm(signUpForm, form);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    for (const name of Object.keys(more)) expect(parsed.value).not.toHaveProperty(name);
  });

  it("U-09: a date of birth is a day that was", () => {
    const on = (day: string, month: string, year: string) => birthDateOf({ day, month, year }, "2026-11-24");
    expect(on("7", "3", "1984")).toBe("1984-03-07");
    expect(on("29", "2", "2024")).toBe("2024-02-29");
    for (const bad of [
      on("29", "2", "2023"),
      on("31", "4", "1990"),
      on("25", "11", "2026"),
      on("1", "1", "84"),
      on("1", "1", "1900"),
      on("0", "1", "1990"),
    ])
      expect(bad).toBeNull();
  });
});

describe("the door", () => {
  it("U-02 H11: environments without mailed code have none of these pages", () => {
    const request = new Request("http://localhost/mijn/getij/inloggen/mail");
    expect(() => atMailDoor(request, "getij")).toThrow(NotFound);
    expect(() => atMailDoor(request, "buurtkring")).toThrow(NotFound);
    expect(atMailDoor(request, "delinde").environment.id).toBe("delinde");
  });

  it("U-02 F4: password, then mailed code, then a session of 15 minutes that says it came by mail", async () => {
    await accepted();
    const live = await readSession(clientDoor("delinde"), await signedIn());
    expect(live?.session).toMatchObject({ way: "mail", level: null });
    expect(await readSession(clientDoor("getij"), await signedIn())).toBeNull();
    later(15 * 60);
    expect(await readSession(clientDoor("delinde"), await signedIn())).not.toBeNull();
  });

  it("A03: unknown, wrong, waiting, refused, closed and shut get one answer; the owner reads the rest by mail", async () => {
    const wrong = { refused: "wrong" };
    expect(await password("niemand@voorbeeld.example")).toEqual(wrong);
    const { account } = await accepted();
    expect(await password(ROOS, "niet het wachtwoord")).toEqual(wrong);
    const subjects = { signed_up: /wacht/, refused: /aanmelding/, closed: /gesloten/ } as const;
    for (const state of ["signed_up", "refused", "closed"] as const) {
      await transaction(async (tx) => {
        await tx.update(clientAccounts).set({ state });
      });
      later(130);
      expect(await password(ROOS, "niet het wachtwoord"), state).toEqual(wrong);
      later(130);
      const before = (await mailsTo(ROOS)).length;
      expect(await password(ROOS), state).toEqual(wrong);
      const mails = await mailsTo(ROOS);
      expect(mails.length).toBe(before + 1);
      expect(mails.at(-1)!.subject).toMatch(subjects[state]);
    }
    await transaction(async (tx) => {
      await tx
        .update(clientAccounts)
        .set({ state: "active", mailDoor: false })
        .where(eq(clientAccounts.id, account.id));
    });
    later(900);
    expect(await password(ROOS)).toEqual(wrong);
    expect((await lastMail(ROOS)).subject).toBe("Inloggen met e-mail staat uit");
    expect(await db.$count(doorSessions)).toBe(0);
  });

  it("A03: ten wrong passwords lock for a quarter of an hour, growing before; the owner's link opens", async () => {
    await accepted();
    let locked = 0;
    for (let nth = 0; nth < 10; nth++) {
      const answer = await password(ROOS, "niet het wachtwoord");
      if ("refused" in answer && answer.refused === "locked") locked++;
      later(130);
    }
    expect(locked).toBe(0);
    expect(await password(ROOS)).toMatchObject({ refused: "locked" });
    const mail = await lastMail(ROOS);
    expect(mail.subject).toBe("Uw account is even op slot");
    const token = tokenIn(mail.text);
    await expect(unlock(clientDoor("getij"), stranger, token)).rejects.toThrow(Conflict);
    await unlock(practiceDoor, stranger, token);
    expect(await password(ROOS)).toHaveProperty("token");
    await expect(unlock(practiceDoor, stranger, token)).rejects.toThrow(Conflict);
  });

  it("A03: strangers do not lock out the browser that its owner called the own one", async () => {
    const { account } = await accepted();
    const device = newToken();
    const own = { ownerKind: "client_account" as const, ownerId: account.id };
    const row = { id: newId(), ...own, tokenHash: tokenHash(device) };
    await transaction(async (tx) => {
      await tx.insert(doorDevices).values({ ...row, createdAt: now(), lastSeenAt: now() });
    });
    for (let nth = 0; nth < 10; nth++) {
      await password(ROOS, "niet het wachtwoord");
      later(130);
    }
    expect(await password(ROOS)).toMatchObject({ refused: "locked" });
    expect(await password(ROOS, PASSWORD, device)).toHaveProperty("token");
  });

  it("A05: five tries for a code; twenty wrong ones in a row switch codes off until there is a new password", async () => {
    await accepted();
    for (let nth = 0; nth < 4; nth++) {
      const token = await half();
      const right = codeIn((await lastMail(ROOS)).text);
      await expect(resendCode(practiceDoor, token)).rejects.toThrow(Limited);
      for (let tries = 1; tries <= 5; tries++)
        expect(await code(token, wrongFor(right))).toEqual({ refused: tries === 5 ? "used_up" : "wrong" });
    }
    const token = await half();
    expect(await code(token, codeIn((await lastMail(ROOS)).text))).toEqual({ refused: "off" });
    await askReset(practiceDoor, stranger, ROOS);
    await resetPassword(practiceDoor, stranger, tokenIn((await lastMail(ROOS)).text), "zeven groene eenden");
    const answer = await password(ROOS, "zeven groene eenden");
    if (!("token" in answer)) throw new Error(answer.refused);
    expect(await code(answer.token, codeIn((await lastMail(ROOS)).text))).toHaveProperty("session");
  });

  it("A06: a code starts one session, however often it comes at once, and is good for its own attempt only", async () => {
    await accepted();
    const first = await half();
    const right = codeIn((await lastMail(ROOS)).text);
    const second = await half();
    const other = await code(second, right);
    expect(other).toHaveProperty("refused");
    const answers = await Promise.allSettled([code(first, right), code(first, right), code(first, right)]);
    const good = answers.filter((one) => one.status === "fulfilled" && "session" in one.value);
    expect(good.length).toBe(1);
    expect(await db.$count(doorSessions)).toBe(1);
  });

  it("A06 H11: a half session opens nothing, and not in another environment", async () => {
    await accepted();
    const token = await half();
    const cookie = `__Host-client-delinde=${token}; __Host-client-attempt-delinde=${token}`;
    const request = new Request("http://localhost/", { headers: { cookie } });
    expect(await readSession(clientDoor("delinde"), request)).toBeNull();
    await expect(halfSession(clientDoor("getij"), token)).rejects.toThrow(Conflict);
  });
});

describe("a new password", () => {
  it("A06 U-03: the secret of a mailed link never takes the place of a half-finished act of this browser", async () => {
    await accepted();
    const planted = await half();
    const answer = leaveSecret(practiceDoor, "reset", planted);
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0]!;
    const request = new Request("http://localhost/", { headers: { cookie } });
    expect(readCookie(request, "client-link-delinde")).toBe(planted);
    expect(readCookie(request, "client-attempt-delinde")).toBeNull();
  });

  it("A11 L01 L02: the mailed link works once and 30 minutes, looking uses nothing up, and every session ends", async () => {
    await accepted();
    const request = await signedIn();
    const halfway = await half();
    await askReset(practiceDoor, stranger, ROOS);
    const token = tokenIn((await lastMail(ROOS)).text);
    for (let nth = 0; nth < 3; nth++) expect(await behindLink(practiceDoor, "reset", token)).not.toBeNull();
    await expect(resetPassword(practiceDoor, stranger, token, "kort")).rejects.toThrow(Invalid);
    await resetPassword(practiceDoor, stranger, token, "zeven groene eenden");
    await expect(resetPassword(practiceDoor, stranger, token, "zeven gele eenden hier")).rejects.toThrow(Conflict);
    expect(await readSession(clientDoor("delinde"), request)).toBeNull();
    await expect(halfSession(practiceDoor, halfway)).rejects.toThrow(Conflict);
    expect(await password(ROOS)).toEqual({ refused: "wrong" });
    expect(await password(ROOS, "zeven groene eenden")).toHaveProperty("token");
    expect((await mailsTo(ROOS)).map(({ subject }) => subject)).toContain("Uw wachtwoord is veranderd");
  });

  it("A01 A11: nobody learns whether an address is known, and an old link is good no more", async () => {
    await accepted();
    await askReset(practiceDoor, stranger, "niemand@voorbeeld.example");
    expect(await mailsTo("niemand@voorbeeld.example")).toEqual([]);
    await askReset(practiceDoor, stranger, ROOS);
    const old = tokenIn((await lastMail(ROOS)).text);
    later(1);
    await askReset(practiceDoor, stranger, ROOS);
    const fresh = tokenIn((await lastMail(ROOS)).text);
    await expect(resetPassword(practiceDoor, stranger, old, "zeven groene eenden")).rejects.toThrow(Conflict);
    expect(await behindLink(clientDoor("getij"), "reset", fresh)).toBeNull();
    later(30 * 60);
    await expect(resetPassword(practiceDoor, stranger, fresh, "zeven groene eenden")).rejects.toThrow(Conflict);
  });

  it("U-02 F4: whoever closed the door of the mail gets no link, and hears so by mail", async () => {
    await accepted();
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ mailDoor: false });
    });
    await askReset(practiceDoor, stranger, ROOS);
    const mail = await lastMail(ROOS);
    expect([mail.subject, tokenIn(mail.text)]).toEqual(["Inloggen met e-mail staat uit", "none"]);
  });
});

it("L03: mails name no environment and the log holds no secret, code or password", async () => {
  await accepted();
  await signedIn();
  const mails = await mailsTo(ROOS);
  for (const { subject, text } of mails) {
    expect(subject).not.toMatch(/Linde|huisarts|praktijk/i);
    expect(text.replace(/https?:\S+/g, "")).not.toMatch(/De Linde|huisarts/i);
  }
  const lines = JSON.stringify(await db.select().from(auditLog));
  expect(lines).not.toContain(PASSWORD);
  for (const { text } of mails) if (codeIn(text) !== "none") expect(lines).not.toContain(`"${codeIn(text)}"`);
});
