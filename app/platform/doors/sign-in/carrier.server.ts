import type { Carrier } from "../codes.server.ts";
import type { Door, DoorRow } from "../owners/owner.ts";

/** How a code reaches this account: by SMS where a mobile is known, else by mail (I-11). */
export function carrierFor<Row extends DoorRow>(
  { owner, place }: Door<Row>,
  row: Row,
  purpose: "sign_in" | "activation" | "fresh",
  byMail = false,
): Carrier {
  const mobile = byMail ? null : owner.mobileOf(row);
  const reader = { language: row.language, environmentId: place };
  return {
    to: mobile ? { ...reader, mobile } : { ...reader, email: row.email ?? "" },
    letter: (code) => owner.letters.code({ purpose, code }),
  };
}
