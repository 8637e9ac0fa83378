import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { bsnIndex } from "#app/clients/records/person.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  PASSWORD,
  accepted,
  codeIn,
  facts,
  lastMail,
  later,
  mailsTo,
  password,
  practice,
  practiceDoor,
  signedUp,
  stranger,
  tokenIn,
} from "#tests/mailed-world.ts";
import { enterWithDigid } from "../digid/enter.server.ts";
import { askReset, resetPassword } from "#app/platform/doors/reset.server.ts";
import { giveCode } from "#app/platform/doors/sign-in/code.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { linkDigid, linkWithPassword, proveAccount, provenAccount } from "./link-digid.server.ts";
import { digidProof, keepDigidProof } from "./proof.server.ts";
import { linkSituation } from "./situation.server.ts";
import { undoLink } from "./undo-link.server.ts";

const ROOS = "roos@voorbeeld.example";
const BSN = "999990019";
const OTHER = "999990020";
beforeEach(async () => {
  await freshDatabase();
});

const proofOf = (bsn = BSN, level = 25) => keepDigidProof(practice, { bsn, level, authenticatedAt: now() });
const link = (token: string, email = ROOS, typed = PASSWORD) =>
  linkWithPassword(stranger, practice, token, { email, password: typed, device: null });
const account = async (id: string) => (await db.select().from(clientAccounts).where(eq(clientAccounts.id, id)))[0]!;

/** Somebody signed in to this account, by mail or by DigiD. */
async function visitorOf(id: string, way: "digid" | "mail" = "mail") {
  const row = await account(id);
  const level = way === "digid" ? 25 : null;
  const token = await transaction((tx) => startSession(tx, practiceDoor, { ownerId: row.id, way, level, facts }));
  const request = () => new Request("http://localhost/", { headers: { cookie: `__Host-client-delinde=${token}` } });
  const actor = await clientVisitor(request(), practice);
  if (!actor) throw new Error("no session");
  return { actor, request };
}

describe("DigiD first", () => {
  it("U-03 F3: DigiD, I have an account, e-mail and password: linked, signed in, mailed, and from then on either way", async () => {
    const { account: mine } = await accepted({}, BSN);
    const token = await proofOf();
    expect(await linkSituation(null, practice, token)).toEqual({ kind: "question", known: true });
    const answer = await link(token);
    if (!("session" in answer)) throw new Error("not linked");
    const row = await account(mine.id);
    expect(row).toMatchObject({ bsnIndex: bsnIndex("delinde", BSN), mailDoor: true });
    expect(row.digidUndoUntil!.getTime() - row.digidLinkedAt!.getTime()).toBe(24 * 3_600_000);
    const [session] = await db.select().from(doorSessions);
    expect(session).toMatchObject({ way: "digid", level: 25, ownerId: mine.id });
    expect((await lastMail(ROOS)).subject).toBe("Uw DigiD is gekoppeld");
    const half = await password(ROOS);
    if (!("token" in half)) throw new Error("mail door shut");
    const code = codeIn((await lastMail(ROOS)).text);
    expect(await giveCode(practiceDoor, stranger, half.token, { way: "mail", code, device: null })).toHaveProperty(
      "session",
    );
    expect(await link(token)).toEqual({ answer: "late" });
  });

  it("U-03: who has an account by mail gets no second one by DigiD, but the question; who has none comes in", async () => {
    const { account: mine, person } = await accepted({}, BSN);
    const proof = { bsn: BSN, level: 25 as const, authenticatedAt: now() };
    expect(await enterWithDigid(stranger, practice, proof, null)).toEqual({ kind: "question" });
    expect(await db.$count(clientAccounts, eq(clientAccounts.personId, person.id))).toBe(1);
    await link(await proofOf());
    expect(await enterWithDigid(stranger, practice, proof, null)).toHaveProperty("session");
    expect((await account(mine.id)).lastSignInAt).not.toBeNull();
    await aPerson({ environmentId: "delinde", firstName: "Bram", bsn: OTHER });
    expect(await enterWithDigid(stranger, practice, { ...proof, bsn: OTHER }, null)).toHaveProperty("session");
  });

  it("U-03: ten minutes after DigiD it is too late", async () => {
    const { account: mine } = await accepted({}, BSN);
    const token = await proofOf();
    later(9 * 60 + 55);
    expect(await digidProof(practice, token)).not.toBeNull();
    later(6);
    expect(await link(token)).toEqual({ answer: "late" });
    expect((await account(mine.id)).bsnIndex).toBeNull();
  });

  it("U-03: an old DigiD sign-in is late too, however fresh the page", async () => {
    await accepted({}, BSN);
    const authenticatedAt = new Date(now().getTime() - 10 * 60_000 - 1000);
    const token = await keepDigidProof(practice, { bsn: BSN, level: 25, authenticatedAt });
    expect(await link(token)).toEqual({ answer: "late" });
  });

  it("F3 A03: an equal address or name alone links nothing: without the password nobody takes an account over", async () => {
    const { account: mine } = await accepted({}, BSN);
    expect(await link(await proofOf(OTHER), ROOS, "niet het wachtwoord")).toEqual({ refused: "wrong" });
    expect(await link(await proofOf(BSN), ROOS, "niet het wachtwoord")).toEqual({ refused: "wrong" });
    expect((await account(mine.id)).bsnIndex).toBeNull();
    for (let nth = 0; nth < 8; nth++) {
      later(130);
      await link(await proofOf(), ROOS, "niet het wachtwoord");
    }
    later(130);
    expect(await link(await proofOf())).toMatchObject({ refused: "locked" });
  });

  it("F3 A03: the password of an account with the DigiD of somebody else does not link; logged, and told to the owner", async () => {
    const { account: mine } = await accepted({}, BSN);
    await aPerson({ environmentId: "delinde", firstName: "Bram", bsn: OTHER });
    expect(await link(await proofOf(OTHER))).toEqual({ answer: "other_person" });
    expect((await account(mine.id)).bsnIndex).toBeNull();
    expect(await db.$count(doorSessions)).toBe(0);
    expect((await lastMail(ROOS)).subject).toBe("Een DigiD is niet gekoppeld");
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "client.link_digid"));
    expect(line).toMatchObject({ outcome: "refused", reason: "other_person", subjectId: mine.personId });
    expect(JSON.stringify(await db.select().from(auditLog))).not.toContain(OTHER);
  });

  it("U-03: without a BSN in the record there is nothing to compare with, so nothing is linked", async () => {
    await accepted();
    expect(await link(await proofOf())).toEqual({ answer: "unknown_bsn" });
  });

  it("U-03: a DigiD with an account here is not linked to a second one", async () => {
    const { account: mine, person } = await accepted({}, BSN);
    await aClient(person);
    expect(await link(await proofOf())).toEqual({ answer: "taken" });
    expect((await account(mine.id)).bsnIndex).toBeNull();
  });

  it("U-03: a closed account does not keep its DigiD", async () => {
    const { person } = await accepted({}, BSN);
    await aClient(person, { account: { state: "terms_pending" } });
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ state: "closed" }).where(eq(clientAccounts.bsnIndex, person.bsnIndex!));
    });
    expect(await link(await proofOf())).toHaveProperty("session");
  });

  it("F3: an account that waits, one with the mail door closed, and a level too low link nothing", async () => {
    await signedUp();
    expect(await link(await proofOf())).toEqual({ refused: "wrong" });
    const sam = await accepted({ email: "sam@voorbeeld.example", firstName: "Sam" }, BSN);
    expect(await link(await proofOf(BSN, 20), "sam@voorbeeld.example")).toEqual({ answer: "level" });
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ mailDoor: false }).where(eq(clientAccounts.id, sam.account.id));
    });
    expect(await link(await proofOf(), "sam@voorbeeld.example")).toEqual({ refused: "wrong" });
  });

  it("H11: a proof for one environment is none for another", async () => {
    const elsewhere = await keepDigidProof(environmentOf("getij"), { bsn: BSN, level: 25, authenticatedAt: now() });
    await accepted({}, BSN);
    expect(await digidProof(practice, elsewhere)).toBeNull();
    expect(await link(elsewhere)).toEqual({ answer: "late" });
  });
});

describe("account first", () => {
  const prove = (accountId: string, typed = PASSWORD) =>
    proveAccount(stranger, practice, { email: ROOS, password: typed, device: null }, accountId);
  const digid = (bsn = BSN) => ({ bsn, level: 25, authenticatedAt: now() });

  it("U-03: the password once more, then DigiD within ten minutes, in the same browser", async () => {
    const { account: mine } = await accepted({}, BSN);
    expect(await prove(mine.id, "niet het wachtwoord")).toEqual({ refused: "wrong" });
    const proven = await prove(mine.id);
    if (!("token" in proven)) throw new Error(proven.refused);
    const given = { accountId: mine.id, proof: digid() };
    expect(await linkDigid(stranger, practice, { ...given, attempt: null })).toBe("late");
    expect(await linkDigid(stranger, practice, { ...given, attempt: proven.token })).toBe("linked");
    expect(await linkDigid(stranger, practice, { ...given, attempt: proven.token })).toBe("late");
  });

  it("M-52: a proof with the old password is worthless after a reset", async () => {
    const { account: mine } = await accepted({}, BSN);
    const proven = await prove(mine.id);
    if (!("token" in proven)) throw new Error(proven.refused);
    await askReset(practiceDoor, stranger, ROOS);
    await resetPassword(practiceDoor, stranger, tokenIn((await lastMail(ROOS)).text), "zeven groene eenden");
    expect(await provenAccount(practice, proven.token)).toBeNull();
    const given = { accountId: mine.id, attempt: proven.token, proof: digid() };
    expect(await linkDigid(stranger, practice, given)).toBe("late");
  });

  it("U-03 A03: too late, somebody else's proof, or somebody else's DigiD links nothing", async () => {
    const { account: mine } = await accepted({}, BSN);
    const sam = await accepted({ email: "sam@voorbeeld.example", firstName: "Sam" }, OTHER);
    const first = await prove(mine.id);
    if (!("token" in first)) throw new Error(first.refused);
    const forSam = { accountId: sam.account.id, attempt: first.token, proof: digid(OTHER) };
    expect(await linkDigid(stranger, practice, forSam)).toBe("late");
    expect(await prove(sam.account.id)).toEqual({ refused: "wrong" });
    const wrongPerson = { accountId: mine.id, attempt: first.token, proof: digid(OTHER) };
    expect(await linkDigid(stranger, practice, wrongPerson)).toBe("other_person");
    const third = await prove(mine.id);
    if (!("token" in third)) throw new Error(third.refused);
    const old = { ...digid(), authenticatedAt: new Date(now().getTime() - 601_000) };
    expect(await linkDigid(stranger, practice, { accountId: mine.id, attempt: third.token, proof: old })).toBe("late");
    const second = await prove(mine.id);
    if (!("token" in second)) throw new Error(second.refused);
    later(601);
    expect(await linkDigid(stranger, practice, { accountId: mine.id, attempt: second.token, proof: digid() })).toBe(
      "late",
    );
  });
});

describe("undo", () => {
  it("U-03 F3: for 24 hours the owner takes the link back; who came in by DigiD is out, who came by mail stays", async () => {
    const { account: mine } = await accepted({}, BSN);
    await link(await proofOf());
    const byDigid = await visitorOf(mine.id, "digid");
    const byMail = await visitorOf(mine.id);
    expect(await linkSituation(byMail.actor, practice, null)).toMatchObject({ kind: "linked", mailDoor: true });
    await undoLink(byMail.actor);
    expect(await account(mine.id)).toMatchObject({ bsnIndex: null, digidLinkedAt: null, digidUndoUntil: null });
    expect(await clientVisitor(byDigid.request(), practice)).toBeNull();
    expect(await clientVisitor(byMail.request(), practice)).not.toBeNull();
    expect((await mailsTo(ROOS)).at(-1)!.subject).toBe("De koppeling met DigiD is weg");
    await expect(undoLink(byMail.actor)).rejects.toThrow(Conflict);
    expect(await link(await proofOf())).toHaveProperty("session");
  });

  it("U-03: after 24 hours, without the door of the mail, or where nothing was linked, there is no undo", async () => {
    const { account: mine } = await accepted({}, BSN);
    const before = await visitorOf(mine.id);
    await expect(undoLink(before.actor)).rejects.toThrow(Conflict);
    await link(await proofOf());
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ mailDoor: false });
    });
    await expect(undoLink(before.actor)).rejects.toThrow(Conflict);
    await transaction(async (tx) => {
      await tx.update(clientAccounts).set({ mailDoor: true });
    });
    later(24 * 3600);
    await expect(undoLink((await visitorOf(mine.id)).actor)).rejects.toThrow(Conflict);
    expect((await account(mine.id)).bsnIndex).not.toBeNull();
  });
});
