import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { ownDoor } from "./child/own-door.server.ts";

const words = {
  nl: {
    news: {
      title: "Er staat iets nieuws voor u klaar",
      greeting: (name: string) => `Beste ${name},`,
      text: "Er staat iets nieuws voor u klaar. Wat het is, leest u na het inloggen.",
      button: "Bekijken",
    },
    change: {
      title: "Er is iets veranderd",
      greeting: (name: string) => `Beste ${name},`,
      text: "Er is iets veranderd in wat u kunt zien. Wat het is, leest u na het inloggen.",
      button: "Bekijken",
    },
  },
  en: {
    news: {
      title: "There is something new for you",
      greeting: (name: string) => `Dear ${name},`,
      text: "There is something new for you. Sign in to read what it is.",
      button: "View",
    },
    change: {
      title: "Something has changed",
      greeting: (name: string) => `Dear ${name},`,
      text: "Something has changed in what you can see. Sign in to read what it is.",
      button: "View",
    },
  },
};

/**
 * Mails the accounts of a person that there is news, or that something changed; never what, nor from whom. Without an
 * address nothing is sent, nor while the account is paused: then there is nothing to sign in for.
 */
export async function tellNews(
  tx: Transaction,
  person: { id: string; environmentId: string },
  path: string,
  kind: "news" | "change" = "news",
): Promise<void> {
  const accounts = await tx
    .select()
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, person.environmentId), eq(clientAccounts.personId, person.id)));
  for (const account of accounts) {
    const { id, email, state, language: chosen } = account;
    if (!email || (state !== "active" && state !== "terms_pending")) continue;
    if ((await ownDoor(account, tx)) !== "open") continue;
    const language = chosen ?? "nl";
    const { title, greeting, text, button } = words[language][kind];
    const href = `${originOf(person.environmentId)}/mijn/${person.environmentId}${path}`;
    const paragraphs = [greeting(callName(account)), text];
    const mail = mailFrame({ language, title, paragraphs, button: { text: button, href } });
    await queueMail(tx, { to: email, kind: "client_news", key: `client_news:${newId()}`, subjectId: id, ...mail });
  }
}
