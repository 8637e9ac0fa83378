import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { startAttempt } from "#app/platform/doors/attempts.server.ts";
import { emailKey } from "#app/platform/doors/email-key.ts";
import { hashPassword } from "#app/platform/doors/passwords/hash.server.ts";
import { clientVisitor, requireClient, requireClientAtRest } from "#app/platform/rights/client-guards.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { DomainError } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { people } from "#db/schema/records.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  PASSWORD,
  aStaffMember,
  accepted,
  codeIn,
  lastMail,
  mailsTo,
  password,
  practice,
  practiceDoor,
  signedUp,
  stranger,
  tokenIn,
  typed,
} from "#tests/mailed-world.ts";
import { arrive } from "../digid/arrive.server.ts";
import { enterWithDigid } from "../digid/enter.server.ts";
import { joinNetwork } from "../digid/join-network.server.ts";
import { linkWithPassword, proveAccount } from "../link/link-digid.server.ts";
import { keepDigidProof } from "../link/proof.server.ts";
import { confirmSignUp } from "../mailed/confirm-sign-up.server.ts";
import { askReset, resetPassword } from "#app/platform/doors/reset.server.ts";
import { behindLink, unlock } from "#app/platform/doors/sign-in/unlock.server.ts";
import { giveCode } from "#app/platform/doors/sign-in/code.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { startSignUp } from "../mailed/sign-up.server.ts";
import { acceptSignUp } from "../match/decide.server.ts";

const getij = environmentOf("getij");
const network = environmentOf("buurtkring");
const BSN = "999990019";
/** Eleven on the day of the tests, 24 November 2026. */
const CHILD = "2015-03-12";
const MIRA = "mira@voorbeeld.example";
beforeEach(async () => {
  await freshDatabase();
});

const proof = (bsn = BSN) => ({ bsn, level: 25 as const, authenticatedAt: now() });
const asked = (cookie: string) => new Request("http://localhost/mijn/getij", { headers: { cookie } });
const sessions = () => db.$count(doorSessions);
const born = (personId: string, birthDate: string) =>
  transaction(async (tx) => {
    await tx.update(people).set({ birthDate }).where(eq(people.id, personId));
  });

/** An account with every door, of somebody who turns out to be a child: the record was corrected later. */
async function madeChild() {
  const { account, person } = await accepted({ email: MIRA }, BSN);
  const half = await password(MIRA);
  if (!("token" in half)) throw new Error("no half session");
  const code = codeIn((await lastMail(MIRA)).text);
  await askReset(practiceDoor, stranger, MIRA);
  const reset = tokenIn((await lastMail(MIRA)).text);
  await born(person.id, CHILD);
  return { account, person, half: half.token, code, reset };
}

/** What somebody gets who is refused in words, whichever way the door says it. */
async function refusedAt(door: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await door());
  } catch (error) {
    if (error instanceof Response) return error.headers.get("location") ?? "";
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("under 12", () => {
  it("M-41 by DigiD nobody under 12 comes in, in no kind of environment, and no account is made", async () => {
    for (const environmentId of ["getij", "delinde", "buurtkring"]) {
      await aPerson({ environmentId, bsn: BSN, birthDate: CHILD });
      const environment = environmentOf(environmentId);
      const answer = await enterWithDigid(stranger, environment, proof(), null);
      expect(answer, environmentId).toEqual({ kind: "child" });
    }
    expect(await db.$count(clientAccounts)).toBe(0);
    const lines = await db.select().from(auditLog).where(eq(auditLog.event, "client.sign_in"));
    expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual(Array(3).fill(["refused", "child"]));
    const from = new Request("http://localhost/mijn/getij/digid/terug");
    const outcome = { kind: "success", ...proof(), purpose: "sign_in", accountId: null } as const;
    expect(await arrive(from, stranger, getij, outcome)).toEqual({
      to: "/mijn/getij/inloggen/niet-gelukt?hoe=child",
      session: null,
    });
  });

  it("M-41 a child joins no network: what was typed stays to be mended, nothing is kept", async () => {
    const token = await keepDigidProof(network, proof());
    const who = { firstName: "Mira", lastName: "Vos", birthDate: CHILD };
    await expect(joinNetwork(stranger, network, token, who, null)).rejects.toMatchObject({ fields: { day: "child" } });
    expect(await db.$count(people)).toBe(0);
    const grown = await joinNetwork(stranger, network, token, { ...who, birthDate: "2014-11-24" }, null);
    expect(grown.session).toEqual(expect.any(String));
  });

  it("M-41 a child makes no account with a mailed code, also not with a sign-up that was under way", async () => {
    const start = startSignUp(stranger, practice, typed({ birthDate: CHILD, email: MIRA }));
    await expect(start).rejects.toMatchObject({ fields: { day: "child" } });
    expect(await mailsTo(MIRA)).toEqual([]);
    // However a sign-up got as far as its code: born on 29 February 2016 is still ten.
    const waiting = { ...typed({ birthDate: "2016-02-29", email: MIRA }), environmentId: practice.id, known: false };
    const payload = JSON.stringify(waiting);
    const { token } = await transaction((tx) =>
      startAttempt(tx, { purpose: "client_sign_up", subjectId: practice.id, payload, lifetimeMs: 60_000 }),
    );
    await expect(confirmSignUp(stranger, practice, token, "123456")).rejects.toThrow("sign_up_again");
    expect(await db.$count(clientAccounts)).toBe(0);
  });

  it("M-41 practice staff cannot accept a child, by what was typed nor by the record", async () => {
    const staff = await aStaffMember();
    const account = await signedUp({ email: MIRA });
    const person = await aPerson({ environmentId: practice.id });
    for (const [statement, record] of [
      [CHILD, CHILD],
      ["1984-03-12", CHILD],
    ] as const) {
      await transaction(async (tx) => {
        await tx.update(clientAccounts).set({ birthDate: statement }).where(eq(clientAccounts.id, account.id));
      });
      await born(person.id, record);
      await expect(acceptSignUp(staff, { id: account.id }, person.id)).rejects.toThrow(DomainError);
    }
    const [row] = await db.select().from(clientAccounts);
    expect(row).toMatchObject({ state: "signed_up", personId: null });
  });

  it("M-41 every door of an account that exists is shut for a child: password, code, reset, unlock, linking, DigiD", async () => {
    const { account, half, code, reset } = await madeChild();
    const given = { email: MIRA, password: PASSWORD, device: null };
    const digid = await keepDigidProof(practice, proof());
    const before = await sessions();
    const doors: Record<string, () => Promise<unknown>> = {
      password: () => givePassword(practiceDoor, stranger, given),
      "mailed code": () => giveCode(practiceDoor, stranger, half, { way: "mail", code, device: null }),
      "reset link": () => resetPassword(practiceDoor, stranger, reset, "drie gele boten vandaag"),
      "link looked at": () => behindLink(practiceDoor, "reset", reset),
      unlock: () => unlock(practiceDoor, stranger, reset),
      "linking with the password": () => linkWithPassword(stranger, practice, digid, given),
      "linking from the account": () => proveAccount(stranger, practice, given, account.id),
      DigiD: () => enterWithDigid(stranger, practice, proof(), null),
    };
    const answers: Record<string, string> = {};
    for (const [name, door] of Object.entries(doors)) answers[name] = await refusedAt(door);
    expect(answers).toEqual({
      password: '{"refused":"wrong"}',
      "mailed code": "sign_in_again",
      "reset link": "link_used",
      "link looked at": "null",
      unlock: "link_used",
      "linking with the password": '{"refused":"wrong"}',
      "linking from the account": '{"refused":"wrong"}',
      DigiD: '{"kind":"child"}',
    });
    expect(await sessions()).toBe(before);
    // The owner of the mailbox reads why, with whom to speak.
    await askReset(practiceDoor, stranger, MIRA);
    const mail = await lastMail(MIRA);
    expect(mail.subject).toBe("Zelf inloggen kan vanaf 12 jaar");
    expect(mail.text).toContain(practice.desk.phone);
    expect(mail.text).not.toContain(practice.name);
  });

  it("M-41 a session that runs ends at the next request, is logged, and the page says why until the birthday", async () => {
    const person = await aPerson({ bsn: BSN });
    const { cookie, account } = await aClient(person);
    await born(person.id, CHILD);
    expect(await refusedAt(() => requireClient(asked(cookie), "getij"))).toBe(
      "/mijn/getij/inloggen/niet-gelukt?hoe=child",
    );
    expect(await refusedAt(() => requireClientAtRest(asked(cookie), "getij"))).toContain("/mijn/getij/inloggen");
    const [row] = await db.select().from(doorSessions).where(eq(doorSessions.ownerId, account.id));
    expect(row).toMatchObject({ endedReason: "paused", endedAt: expect.any(Date) as Date });
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "client.session_end"));
    expect(line).toMatchObject({ subjectId: person.id, reason: "paused" });
    expect(await clientVisitor(asked(cookie), getij)).toBeNull();
  });
});

describe("the twelfth birthday", () => {
  const enters = async (birthDate: string, at: string) => {
    await freshDatabase("2026-11-24T08:00:00Z");
    await aPerson({ bsn: BSN, birthDate });
    setClock(new Date(at));
    return (await enterWithDigid(stranger, getij, proof(), null)).kind;
  };

  it("M-42 the own door opens by itself at midnight in the Netherlands; born on 29 February, on 1 March", async () => {
    expect(await enters("2015-01-15", "2027-01-14T22:59:59Z")).toBe("child");
    expect(await enters("2015-01-15", "2027-01-14T23:00:00Z")).toBe("in");
    expect(await enters("2016-02-29", "2028-02-28T22:00:00Z")).toBe("child");
    expect(await enters("2015-02-28", "2027-02-28T00:00:00Z")).toBe("in");
    expect(await enters("2016-02-29", "2028-02-29T10:00:00Z")).toBe("in");
  });

  it("M-42 of a date known in part the door opens at the latest birthday it may be, and staff may decide before", async () => {
    expect(await enters("2015-02-00", "2027-01-31T12:00:00Z")).toBe("child");
    expect(await enters("2015-02-00", "2027-02-10T12:00:00Z")).toBe("age_unknown");
    expect(await enters("2015-02-00", "2027-02-28T12:00:00Z")).toBe("in");
    expect(await enters("2015-00-00", "2027-12-31T12:00:00Z")).toBe("in");
    expect(await enters("0000-00-00", "2026-11-24T12:00:00Z")).toBe("age_unknown");
  });

  it("M-42 somebody of unknown age waits as a paused account, and comes in once staff saw the age", async () => {
    const { confirmAge } = await import("../match/confirm-age.server.ts");
    await aPerson({ environmentId: practice.id, bsn: BSN, birthDate: "0000-00-00" });
    expect(await enterWithDigid(stranger, practice, proof(), null)).toEqual({ kind: "age_unknown" });
    expect(await enterWithDigid(stranger, practice, proof(), null)).toEqual({ kind: "age_unknown" });
    const [account] = await db.select().from(clientAccounts);
    expect(await db.$count(clientAccounts)).toBe(1);
    const staff = await aStaffMember();
    await expect(confirmAge(await aStaffMember("getij"), { id: account!.id })).rejects.toThrow("not_found");
    await confirmAge(staff, { id: account!.id });
    expect((await enterWithDigid(stranger, practice, proof(), null)).kind).toBe("in");
    await expect(confirmAge(staff, { id: account!.id })).rejects.toThrow("state_changed");
    // What the record says for certain stands above what somebody saw.
    await born(account!.personId!, CHILD);
    expect((await enterWithDigid(stranger, practice, proof(), null)).kind).toBe("child");
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "client.confirm_age"));
    expect(line).toMatchObject({ actorId: staff.accountId, subjectId: account!.personId });
  });
});

it("M-41 an account by mail of a child opens by itself on the birthday, with the password it had", async () => {
  const person = await aPerson({ environmentId: practice.id, birthDate: "2014-11-25" });
  const values = { state: "active", mailDoor: true, passwordHash: await hashPassword(PASSWORD) } as const;
  const account = { ...values, email: MIRA, emailKey: emailKey(MIRA) };
  await expect(aClient(person, { way: "mail", account })).rejects.toThrow("own_door_shut");
  const row = { ...account, id: "01a20c91-0000-7000-8000-00000000000a", createdAt: now() };
  await transaction(async (tx) => {
    const who = { environmentId: practice.id, personId: person.id, firstName: "Mira", lastName: "Vos" };
    await tx.insert(clientAccounts).values({ ...row, ...who });
  });
  expect(await password(MIRA)).toEqual({ refused: "wrong" });
  setClock(new Date("2026-11-24T23:00:01Z"));
  expect(await password(MIRA)).toHaveProperty("token");
});
