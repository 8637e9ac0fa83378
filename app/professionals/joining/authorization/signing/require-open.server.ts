import { redirect } from "@remix-run/node";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { openedLink, type Opened } from "./open.server.ts";

/** The open signing link of this browser. @throws redirect to the page that says what became of it */
export async function requireOpen(request: Request): Promise<Extract<Opened, { state: "good" }>> {
  const opened = await openedLink(request);
  if (opened.state === "good") return opened;
  // Whoever has just signed and goes back or sends the form again sees the thanks, not a closed door.
  throw redirect(signedNotice(request) === null ? "/machtiging" : "/machtiging/ondertekend", 303);
}

/** What the page after signing shows: the promised date, "" when there is none, or null when nothing was signed here. */
export function signedNotice(request: Request): string | null {
  const found = /^signed_(\d{4}-\d{2}-\d{2})?$/.exec(readCookie(request, "notice") ?? "");
  return found ? (found[1] ?? "") : null;
}
