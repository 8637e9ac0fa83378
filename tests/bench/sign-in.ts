import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import argon2 from "argon2";
import { choosePassword, confirmActivation } from "#app/platform/doors/activate.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import { giveCode } from "#app/platform/doors/sign-in/code.server.ts";
import { givePassword } from "#app/platform/doors/sign-in/password.server.ts";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { newDatabase } from "#tests/settings.ts";
import { median } from "./median.ts";

const PASSWORD = "vier paarse fietsen";
const facts = { requestId: "", address: "203.0.113.7", client: "bench" };
const stranger = { kind: "stranger", ...facts } as const;

/**
 * A whole sign-in (password, counters, code, session, log lines, each committed to disk) against the bare argon2
 * comparison of the same hash, by turns. @returns medians in milliseconds
 */
export async function benchSignIn(rounds = 15): Promise<{ ours: number; bare: number; ratio: number }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "zorgpoort-sign-in-"));
  newDatabase(path.join(dataDir, "zorgpoort.db"));
  process.env.MODE = "test";
  process.env.DATA_DIR = dataDir;
  reloadConfig();
  try {
    await anAccount();
    const hash = await argon2.hash(PASSWORD, {
      type: argon2.argon2id,
      memoryCost: 65_536,
      timeCost: 3,
      parallelism: 1,
    });
    const times: Record<"ours" | "bare", number[]> = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      setClock(new Date(now().getTime() + 20 * 60_000));
      times.ours.push(await signIn());
      const start = performance.now();
      await argon2.verify(hash, PASSWORD);
      times.bare.push(performance.now() - start);
    }
    const [ours, bare] = [median(times.ours), median(times.bare)];
    return { ours, bare, ratio: ours / bare };
  } finally {
    await closeDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function lastMessage(): Promise<string> {
  await deliverDue();
  return (await devInbox(null)).at(-1)?.text ?? "";
}

async function anAccount(): Promise<void> {
  const person = { firstName: "Noor", lastName: "Waterman", email: "noor@delinde.example", mobile: "+31612345678" };
  const clock = { kind: "system", name: "bench" } as const;
  const more = { language: "nl", agb: null, practiceName: "De Linde" } as const;
  const { accountId } = await transaction((tx) => inviteAccount(tx, clock, { ...person, ...more }));
  const link = await findLink("activation", /\/a\/([\w-]+)/.exec(await lastMessage())?.[1] ?? "");
  if (link.state !== "good") throw new Error("there is no activation link");
  const attempt = await choosePassword({ id: link.id, accountId }, PASSWORD);
  await confirmActivation(attempt, { code: codeIn(await lastMessage()), handover: "" }, facts);
}

const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? "";

/** Time in milliseconds of both steps; reading the message in between is not counted. */
async function signIn(): Promise<number> {
  const start = performance.now();
  const answer = await givePassword(accountDoor, stranger, {
    email: "noor@delinde.example",
    password: PASSWORD,
    device: null,
  });
  const first = performance.now() - start;
  if (!("token" in answer)) throw new Error("the password was refused");
  const code = codeIn(await lastMessage());
  const again = performance.now();
  const entered = await giveCode(accountDoor, stranger, answer.token, { way: "sms", code, device: null });
  if (!("session" in entered)) throw new Error("the code was refused");
  return first + performance.now() - again;
}
