import type { Transaction } from "#db/client.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { mailTexts } from "./texts.ts";

/** Tells the owner what became of a link with DigiD, and how to take it back. */
export async function tellLink(
  tx: Transaction,
  account: ClientAccount,
  what: "linked" | "not_linked" | "undone",
): Promise<void> {
  if (!account.email) return;
  const language = account.language ?? "nl";
  const words = mailTexts[language];
  const { title, text, after } = words[what];
  const href = `${originOf(account.environmentId)}/mijn/${account.environmentId}/koppelen`;
  const paragraphs = [words.greeting(callName(account)), text, formatDateTime(now(), language)];
  const button = what === "linked" ? { text: words.button, href } : undefined;
  const mail = mailFrame({ language, title, paragraphs, button, after: [after] });
  const kind = `client_digid_${what}`;
  await queueMail(tx, { to: account.email, kind, key: `${kind}:${newId()}`, subjectId: account.id, ...mail });
}
