/** Every door with a password, as one table: what holds for one owner holds for all. A new owner has a line in `people`. */
import { choosePassword, confirmActivation } from "#app/platform/doors/activate.server.ts";
import { tryDoor } from "#app/platform/doors/door-lock.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import type { Door, DoorRow } from "#app/platform/doors/owners/owner.ts";
import { owners } from "#app/platform/doors/owners/owners.server.ts";
import { askReset, resetPassword } from "#app/platform/doors/reset.server.ts";
import { giveCode, halfSession, resendCode } from "#app/platform/doors/sign-in/code.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { askUnlock, triesAt, unlock } from "#app/platform/doors/sign-in/unlock.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { transaction } from "#db/client.server.ts";
import type { OwnerKind } from "#db/schema/doors.ts";
import {
  PASSWORD,
  accepted,
  codeIn,
  facts,
  lastMail,
  later,
  mailsTo,
  practiceDoor,
  stranger,
  tokenIn,
} from "./mailed-world.ts";

const MOBILE = "+31612345678";

/** What a browser that comes to a door holds. */
export type Browser = { device?: string | null; unlocked?: string | null; address?: string };
/** Somebody who may come in by a door, with `PASSWORD`; `codes` is the address or number that codes go to. */
export type Somebody = { door: Door; codes: string | null; person: () => Promise<{ id: string; email: string }> };

const from = (address: string = facts.address): StrangerActor => ({ ...stranger, address });

async function activated(email: string) {
  const person = {
    firstName: "Noor",
    lastName: "Waterman",
    language: "nl",
    agb: null,
    practiceName: "De Linde",
  } as const;
  const clock = { kind: "system", name: "test" } as const;
  const { accountId } = await transaction((tx) => inviteAccount(tx, clock, { ...person, email, mobile: MOBILE }));
  const token = /\/a\/([\w-]+)/.exec((await lastMail(email)).text)?.[1] ?? "";
  const link = await findLink("activation", token);
  if (link.state !== "good") throw new Error(link.state);
  const attempt = await choosePassword({ id: link.id, accountId }, PASSWORD);
  const answer = await confirmActivation(attempt, { code: codeIn((await lastMail(MOBILE)).text), handover: "" }, facts);
  if (!("session" in answer)) throw new Error(answer.verdict);
  return { id: accountId, email };
}

/** Who comes in by the door of each owner, in the tests. */
const people: Record<OwnerKind, Somebody> = {
  account: { door: accountDoor, codes: MOBILE, person: () => activated("noor@delinde.example") },
  client_account: {
    door: practiceDoor,
    codes: null,
    person: async () => {
      const { account } = await accepted();
      return { id: account.id, email: account.email ?? "" };
    },
  },
};

/** A door as the tests use it, for whoever comes in there. */
export function testedDoor({ door, codes, person }: Somebody) {
  return {
    name: door.owner.kind,
    door,
    person,
    /** What the tries at this door are counted under. */
    counted: (email: string) => triesAt(door, email),
    password: (email: string, given = PASSWORD, { device = null, unlocked = null, address }: Browser = {}) =>
      givePassword(door, from(address), { email, password: given, device, unlocked }),
    /** The half session that a token stands for. Rejects when there is none. */
    half: (token: string): Promise<{ account: DoorRow }> => halfSession(door, token),
    code: (token: string, code: string, device: string | null = null) =>
      giveCode(door, stranger, token, { way: codes === MOBILE ? "sms" : "mail", code, device }),
    resend: (token: string) => resendCode(door, token),
    /** The code that was sent last. */
    lastCode: async (email: string) => codeIn((await lastMail(codes ?? email)).text),
    askReset: (email: string) => askReset(door, stranger, email),
    reset: (token: string, next: string) => resetPassword(door, stranger, token, next),
    askUnlock: (email: string, address?: string) => askUnlock(door, from(address), email),
    unlock: (token: string) => unlock(door, stranger, token),
  };
}
export type TestedDoor = ReturnType<typeof testedDoor>;

/** The doors of all owners in the table. */
export const doors: TestedDoor[] = (Object.keys(owners) as OwnerKind[]).map((kind) => testedDoor(people[kind]));

/** Ten wrong passwords in a row from one network: the tenth begins a lock. */
export async function lock(door: TestedDoor, email: string, address: string = facts.address): Promise<void> {
  await transaction(async (tx) => {
    for (let nth = 0; nth < 9; nth++) {
      await tryDoor(tx, { door: door.counted(email), address, known: null });
      later(130);
    }
  });
  await door.password(email, "niet het wachtwoord", { address });
}

/** Secrets of the links to end a lock that were mailed, oldest first. */
export const unlockLinks = async (email: string) =>
  (await mailsTo(email)).filter(({ text }) => text.includes("/ontgrendelen/")).map(({ text }) => tokenIn(text));
