import type { Transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail, type Mail } from "#app/platform/messages/outbox.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { texts } from "./mail-texts.ts";

/** For somebody who signs up with an address that has an account: goes where the code would have gone. */
export function existsMail(language: Language, environment: Environment): Mail {
  const { title, text, button, after } = texts[language].exists;
  const href = `${originOf(environment.id)}/mijn/${environment.id}/inloggen/mail`;
  return mailFrame({ language, title, paragraphs: [text], button: { text: button, href }, after: [after] });
}

/** Tells practice staff that somebody waits, without saying who; at most once a day. */
export async function tellStaff(tx: Transaction, environment: Environment): Promise<void> {
  const { title, text, button } = texts.nl.staff;
  const href = `${config.publicUrl}/behandelaar/${environment.id}/aanmeldingen`;
  const mail = mailFrame({ language: "nl", title, paragraphs: [text], button: { text: button, href } });
  const key = `client_staff:${environment.id}:${today()}`;
  await queueMail(tx, { to: environment.desk.email, kind: "client_staff", key, ...mail });
}
