import type { Carrier } from "../codes.server.ts";
import { codeMail, codeSms } from "../letters/letters.server.ts";
import type { Door, DoorRow } from "../owners/owner.ts";

/** How a code reaches this account: by SMS where a mobile is known, else by mail (I-11). */
export function carrierFor<Row extends DoorRow>(
  door: Door<Row>,
  row: Row,
  purpose: "sign_in" | "activation" | "fresh",
  byMail = false,
): Carrier {
  const language = row.language ?? "nl";
  const words = door.owner.words[language];
  const mobile = byMail ? null : door.owner.mobileOf(row);
  return mobile
    ? { channel: "sms", to: mobile, words: (code) => codeSms(words, purpose, code) }
    : { channel: "mail", to: row.email ?? "", words: (code) => codeMail(language, words, purpose, code) };
}
