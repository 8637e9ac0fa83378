import type { Transaction } from "#db/client.server.ts";
import type { clientAccounts } from "#db/schema/accounts.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { ownDoor } from "../owners/own-door.server.ts";
import { texts } from "./client-texts.ts";

const WHY = { signed_up: "waiting", refused: "refused", closed: "closed", active: null, terms_pending: null } as const;

/**
 * Says by mail what the screen does not say to strangers: why the right password opens nothing, or no new one can be
 * chosen. At most once a day for each reason.
 */
export async function tellClientWhyNot(tx: Transaction, account: typeof clientAccounts.$inferSelect): Promise<void> {
  if (!account.email) return;
  const door = await ownDoor(account, tx);
  const reason = WHY[account.state] ?? (door === "open" ? "shut" : door);
  const language = account.language ?? "nl";
  const words = texts[language];
  const { title, text, button } = words.whyNot[reason];
  const { environmentId } = account;
  const to = reason === "shut" ? `/mijn/${environmentId}/inloggen` : `/mijn/${environmentId}/aanmelden`;
  const href = `${originOf(environmentId)}${to}`;
  const { phone, email } = environmentOf(environmentId).desk;
  const reach = reason === "child" || reason === "age_unknown" ? [[phone, email].filter(Boolean).join(", ")] : [];
  const paragraphs = [words.greeting(callName(account)), text, ...reach];
  const mail = mailFrame({ language, title, paragraphs, button: button ? { text: button, href } : undefined });
  const key = `client_${reason}:${account.id}:${today()}`;
  await queueMail(tx, { to: account.email, kind: `client_${reason}`, key, subjectId: account.id, ...mail });
}
