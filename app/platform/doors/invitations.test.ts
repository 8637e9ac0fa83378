import { accountDoor } from "./owners/account.server.ts";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { AccountActor } from "#app/shared/actor.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { accounts, doorFactors } from "#db/schema/doors.ts";
import { freshDatabase } from "#tests/database.ts";
import { messages } from "#tests/signing-world.ts";
import { accountById } from "./account.server.ts";
import { choosePassword, confirmActivation } from "./activate.server.ts";
import { inviteAgain, invitationOf, lapsedInvitation, sendActivationAgain } from "./invitations.server.ts";
import { inviteAccount } from "./invite.server.ts";
import { findLink } from "./links.server.ts";
import { loader as activatePage } from "#app/professionals/account/activate.tsx";
import { endAccounts } from "./end-accounts.server.ts";
import { askReset } from "./reset.server.ts";

const DAY = 86_400_000;
const facts = { requestId: "", address: "203.0.113.7", client: "test" };
const stranger = { kind: "stranger", ...facts } as const;
const clock = { kind: "system", name: "test" } as const;
const later = (ms: number) => setClock(new Date(now().getTime() + ms));
const noor = {
  firstName: "Noor",
  lastName: "Waterman",
  email: "noor@delinde.example",
  mobile: "+31612345678",
  language: "nl" as const,
  agb: null as string | null,
  practiceName: "De Linde",
};
const invite = (more: Partial<typeof noor> = {}) => transaction((tx) => inviteAccount(tx, clock, { ...noor, ...more }));
const links = async () =>
  (await messages()).flatMap((mail) =>
    /\/a\/([\w-]{20,})/.exec(mail.text)?.[1] ? [/\/a\/([\w-]{20,})/.exec(mail.text)![1]!] : [],
  );
const newest = async () => (await links()).at(-1)!;
const pageOf = (token: string) =>
  activatePage({
    request: new Request("http://localhost/activeren", { headers: { cookie: `__Host-activation=${token}` } }),
    params: {},
    context: {},
  });
const code = async () => /(?<!\d)\d{6}(?!\d)/.exec((await messages()).at(-1)!.text)![0];

beforeEach(async () => {
  await freshDatabase();
});

describe("an invitation that was not used", () => {
  it("M-81: forgotten password sends who was invited the activation link again, and the older one says so", async () => {
    await invite();
    const first = await newest();
    await askReset(accountDoor, stranger, noor.email);
    const second = await newest();
    expect(second).not.toBe(first);
    expect((await findLink("activation", first)).state).toBe("replaced");
    expect(await pageOf(second)).toMatchObject({ state: "good", email: noor.email });
    expect(await pageOf(first)).toMatchObject({ state: "replaced" });
    expect((await messages()).map((mail) => mail.kind)).not.toContain("reset");
  });

  it("M-81 A01: for an address that nobody was invited at, nothing is sent and nothing is said", async () => {
    await invite();
    const before = (await messages()).length;
    await askReset(accountDoor, stranger, "vreemde@elders.example");
    expect(await messages()).toHaveLength(before);
  });

  it("M-81: after thirty days the account ends, its owner hears where to ask anew, and every old link leads there", async () => {
    await invite();
    const first = await newest();
    later(30 * DAY);
    await endAccounts();
    const told = (await messages()).at(-1)!;
    expect(told).toMatchObject({ kind: "activation_lapsed", to: noor.email });
    for (const token of [first, await newest()]) {
      const answer = await pageOf(token).catch((thrown: unknown) => thrown);
      expect((answer as Response).headers.get("location")).toBe("/activeren/verlopen");
      expect(await lapsedInvitation(token)).toMatchObject({ state: "lapsed" });
    }
    // Somebody who comes back later still finds the way.
    later(40 * DAY);
    await askReset(accountDoor, stranger, noor.email);
    expect((await messages()).at(-1)).toMatchObject({ kind: "activation_lapsed" });
    expect(await lapsedInvitation(await newest())).toMatchObject({ name: "Noor Waterman" });
  });

  it("M-81: invited again it holds thirty days more and can be activated; not while it stands or once it is used", async () => {
    const { accountId } = await invite();
    await expect(transaction((tx) => inviteAgain(tx, clock, accountId))).rejects.toThrow("not_lapsed");
    later(30 * DAY);
    await endAccounts();
    await expect(transaction((tx) => sendActivationAgain(tx, clock, accountId))).rejects.toThrow("not_invited");
    await transaction((tx) => inviteAgain(tx, clock, accountId));
    later(29 * DAY);
    await endAccounts();
    expect((await accountById(accountId))?.state).toBe("invited");
    await askReset(accountDoor, stranger, noor.email);
    const link = await findLink("activation", await newest());
    if (link.state !== "good") throw new Error(link.state);
    const token = await choosePassword({ id: link.id, accountId }, "vier paarse fietsen");
    expect(await confirmActivation(token, { code: await code(), handover: "" }, facts)).toHaveProperty("session");
    await expect(transaction((tx) => inviteAgain(tx, clock, accountId))).rejects.toThrow("not_lapsed");
  });

  it("M-81: sending again three times in an hour is enough; without a mobile the sender gets a code to hand over", async () => {
    const { accountId } = await invite({ mobile: null as unknown as string });
    const actor = { kind: "account", accountId: "x", name: "Bram" } as AccountActor;
    expect(await transaction((tx) => sendActivationAgain(tx, actor, accountId))).toMatch(/^\d{8}$/);
    for (const _ of [2, 3]) await transaction((tx) => sendActivationAgain(tx, actor, accountId));
    await expect(transaction((tx) => sendActivationAgain(tx, actor, accountId))).rejects.toThrow();
  });
});

describe("activating", () => {
  const attemptOf = async (accountId: string) => {
    const link = await findLink("activation", await newest());
    if (link.state !== "good") throw new Error(link.state);
    return choosePassword({ id: link.id, accountId }, "vier paarse fietsen");
  };

  it("M-81: a code that was handed over is still good after a wrong code from the mailbox, and guesses stay few", async () => {
    const { accountId, handoverCode: handed } = await invite({ mobile: null as unknown as string });
    const token = await attemptOf(accountId);
    const mailed = await code();
    const wrong = mailed === "000000" ? "000001" : "000000";
    for (const _ of [1, 2, 3])
      expect(await confirmActivation(token, { code: wrong, handover: handed! }, facts)).toMatchObject({
        field: "code",
      });
    expect(await confirmActivation(token, { code: mailed, handover: handed! }, facts)).toHaveProperty("session");
  });

  it("M-81: five wrong codes that were handed over are the end of that code, whatever comes from the mailbox", async () => {
    const { accountId, handoverCode: handed } = await invite({ mobile: null as unknown as string });
    const token = await attemptOf(accountId);
    const mailed = await code();
    const wrong = handed === "00000000" ? "00000001" : "00000000";
    for (const _ of [1, 2, 3, 4, 5]) await confirmActivation(token, { code: mailed, handover: wrong }, facts);
    const late = await confirmActivation(token, { code: mailed, handover: handed! }, facts);
    expect(late).toEqual({ verdict: "used_up", field: "handover" });
  });

  it("M-81: once the thirty days are over nothing is activated, also before the calendar has ended the account", async () => {
    const { accountId } = await invite();
    later(30 * DAY - 60_000);
    await askReset(accountDoor, stranger, noor.email);
    const token = await attemptOf(accountId);
    const sent = await code();
    later(120_000);
    await expect(confirmActivation(token, { code: sent, handover: "" }, facts)).rejects.toThrow("not_invited");
    later(3_600_000);
    await askReset(accountDoor, stranger, noor.email);
    await expect(attemptOf(accountId)).rejects.toThrow("not_invited");
    expect((await accountById(accountId))?.state).toBe("invited");
  });
});

describe("an address that somebody used before", () => {
  const ended = async (id: string) =>
    transaction(async (tx) => {
      await tx.update(accounts).set({ state: "ended", endedReason: "end_date" }).where(eq(accounts.id, id));
      await tx
        .insert(doorFactors)
        .values({ id: "f", ownerKind: "account", ownerId: id, kind: "app", boundAt: now(), createdAt: now() });
    });

  it("M-85: another person gets an account of the own, and nothing of who had the address before", async () => {
    const first = await invite({ agb: "01012345" });
    await ended(first.accountId);
    const second = await invite({ firstName: "Piet", lastName: "de Boer", agb: "01099999" });
    expect(second.accountId).not.toBe(first.accountId);
    expect(await accountById(first.accountId)).toMatchObject({
      state: "ended",
      lastName: "Waterman",
      email: noor.email,
    });
    expect(await invitationOf(second.accountId)).toMatchObject({ state: "invited", name: "Piet de Boer" });
    const employee = await invite({ firstName: "Ada", lastName: "Vis", email: "balie@delinde.example" });
    await ended(employee.accountId).catch(() => undefined);
    await transaction(async (tx) => {
      await tx.update(accounts).set({ state: "ended" }).where(eq(accounts.id, employee.accountId));
    });
    const next = await invite({ firstName: "Bea", lastName: "Vis", email: "balie@delinde.example" });
    expect(next.accountId).not.toBe(employee.accountId);
  });

  it("M-85: whoever comes with another AGB code never gets the account that stands at the address", async () => {
    await invite({ agb: "01012345" });
    const other = invite({ firstName: "Piet", lastName: "de Boer", agb: "01099999" });
    await expect(other).rejects.toThrow("address_taken");
  });

  it("M-85: the same person comes back to the own account, with nothing bound to it that was bound before", async () => {
    const first = await invite({ agb: "01012345" });
    await ended(first.accountId);
    const again = await invite({ agb: "01012345" });
    expect(again.accountId).toBe(first.accountId);
    expect(await db.select().from(doorFactors)).toEqual([]);
  });
});
