import type { Category, Environment } from "#app/platform/settings/environment.ts";

/** How somebody came in, as far as doors care. */
export type ClientWay = { way: "digid" | "mail"; level: number | null };

/** Why a category stays shut; words are made by the page. */
export type Shut = "level" | "way" | "bsn";

/**
 * Whether a way of signing in opens a category here: DigiD at the
 * least level of the environment opens what the environment says; a mailed code opens what the environment allows it,
 * and never record or documents that came in by BSN. Deny by default.
 * @param bsnBound true when the data entered through DigiD or BSN
 */
export function accessTo(
  environment: Environment,
  session: ClientWay,
  category: Category,
  bsnBound: boolean,
): { open: true } | { open: false; because: Shut } {
  if (session.way === "digid") {
    if ((session.level ?? 0) < environment.digid.level) return { open: false, because: "level" };
    return environment.opens.digid.includes(category) ? { open: true } : { open: false, because: "way" };
  }
  if (!environment.mailedCode || !environment.opens.mail.includes(category)) return { open: false, because: "way" };
  if (bsnBound && (category === "record" || category === "documents")) return { open: false, because: "bsn" };
  return { open: true };
}
