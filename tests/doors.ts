/** Both doors with a password, of professionals and of clients, as one table: what holds for one holds for the other. */
import { choosePassword, confirmActivation } from "#app/platform/doors/activate.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import * as professional from "#app/platform/doors/reset.server.ts";
import { giveCode, halfSession } from "#app/platform/doors/sign-in/code.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { resendCode } from "#app/platform/doors/sign-in/resend.server.ts";
import { askUnlock, doorOf, unlockAccount } from "#app/platform/doors/sign-in/unlock.server.ts";
import * as client from "#app/clients/accounts/mailed/sign-in.server.ts";
import * as clientReset from "#app/clients/accounts/mailed/reset.server.ts";
import { askClientUnlock, clientDoor, unlock } from "#app/clients/accounts/mailed/unlock.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { tryDoor } from "#app/platform/doors/door-lock.server.ts";
import { transaction } from "#db/client.server.ts";
import {
  PASSWORD,
  accepted,
  codeIn,
  facts,
  lastMail,
  later,
  mailsTo,
  practice,
  stranger,
  tokenIn,
} from "./mailed-world.ts";

const MOBILE = "+31612345678";

/** What a browser that comes to a door holds. */
export type Browser = { device?: string | null; unlocked?: string | null; address?: string };
type Answer = { token: string } | { refused: "wrong" } | { refused: "locked"; until: Date };

export type Door = {
  name: string;
  /** What the tries at this door are counted under. */
  counted: (email: string) => string[];
  /** Somebody who may come in by this door, with `PASSWORD`. */
  person: () => Promise<{ id: string; email: string }>;
  password: (email: string, given?: string, browser?: Browser) => Promise<Answer>;
  /** The half session that a token stands for. Rejects when there is none. */
  half: (token: string) => Promise<unknown>;
  code: (token: string, code: string) => Promise<{ session: string; device?: string } | { refused: string }>;
  resend: (token: string) => Promise<void>;
  /** The code that was sent last. */
  lastCode: (email: string) => Promise<string>;
  askReset: (email: string) => Promise<void>;
  reset: (token: string, next: string) => Promise<void>;
  askUnlock: (email: string, address?: string) => Promise<void>;
  unlock: (token: string) => Promise<void>;
};

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

const professionals: Door = {
  name: "professionals",
  counted: doorOf,
  person: () => activated("noor@delinde.example"),
  password: (email, given = PASSWORD, { device = null, unlocked = null, address } = {}) =>
    givePassword(from(address), { email, password: given, device, unlocked }),
  half: (token) => halfSession(token),
  code: (token, code) => giveCode(token, { way: "sms", code, device: null }, facts),
  resend: (token) => resendCode(token, false),
  lastCode: async () => codeIn((await lastMail(MOBILE)).text),
  askReset: (email) => professional.askReset(stranger, email),
  reset: async (token, next) => {
    const link = await findLink("reset", token);
    if (link.state !== "good") throw new Error(link.state);
    await professional.resetPassword(stranger, { id: link.id, accountId: link.subjectId }, next);
  },
  askUnlock: (email, address) => askUnlock(from(address), email),
  unlock: (token) => unlockAccount(stranger, token),
};

const clients: Door = {
  name: "clients",
  counted: (email) => clientDoor(practice.id, email),
  person: async () => {
    const { account } = await accepted();
    return { id: account.id, email: account.email ?? "" };
  },
  password: (email, given = PASSWORD, { device = null, unlocked = null, address } = {}) =>
    client.givePassword(from(address), practice, { email, password: given, device, unlocked }),
  half: (token) => client.halfSession(practice, token),
  code: (token, code) => client.giveCode(stranger, practice, token, { code, device: null }),
  resend: (token) => client.resendCode(practice, token),
  lastCode: async (email) => codeIn((await lastMail(email)).text),
  askReset: (email) => clientReset.askReset(stranger, practice, email),
  reset: (token, next) => clientReset.resetPassword(stranger, practice, token, next),
  askUnlock: (email, address) => askClientUnlock(from(address), practice, email),
  unlock: (token) => unlock(stranger, practice, token),
};

export const doors: Door[] = [professionals, clients];

/** Ten wrong passwords in a row from one network: the tenth begins a lock. */
export async function lock(door: Door, email: string, address: string = facts.address): Promise<void> {
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
