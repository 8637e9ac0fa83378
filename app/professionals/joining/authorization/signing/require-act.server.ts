import { redirect } from "@remix-run/node";
import { findAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import type { Opened } from "./open.server.ts";
import { requireOpen } from "./require-open.server.ts";

/** The act of signing that waits for its code in this browser. @throws redirect to where it starts, when there is none */
export async function requireAct(
  request: Request,
): Promise<{ opened: Extract<Opened, { state: "good" }>; attempt: Attempt }> {
  const opened = await requireOpen(request);
  const attempt = await findAttempt("signing", readCookie(request, "attempt"));
  if (attempt?.subjectId !== opened.authorization.id) throw redirect("/machtiging/ondertekenen?opnieuw", 303);
  return { opened, attempt };
}
