import type { Transaction } from "#db/client.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { callName } from "#app/shared/person-name.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { mailTexts } from "./texts.ts";

/** Tells the client how the sign-up ended, or that its match was undone; names no environment and no reason, which could tell a stranger something. */
export async function mailDecision(
  tx: Transaction,
  account: ClientAccount,
  decision: keyof (typeof mailTexts)["nl"]["decisions"],
): Promise<void> {
  if (!account.email) return;
  const language = account.language ?? "nl";
  const words = mailTexts[language];
  const { title, paragraphs, button } = words.decisions[decision];
  const at = `${originOf(account.environmentId)}/mijn/${account.environmentId}`;
  const href = at + (decision === "accepted" ? "/inloggen/mail" : "/aanmelden");
  const said = [words.greeting(callName(account)), ...paragraphs];
  const mail = mailFrame({
    language,
    title,
    paragraphs: said,
    button: button === null ? undefined : { text: button, href },
  });
  const key = `client_${decision}:${account.id}:${now().getTime()}`;
  await queueMail(tx, { to: account.email, kind: `client_${decision}`, key, subjectId: account.id, ...mail });
}
