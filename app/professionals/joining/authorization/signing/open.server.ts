import { and, eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { eventsOf, recordEvent } from "#app/professionals/joining/authorization/record-event.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { findLink } from "#app/platform/doors/links.server.ts";
import type { LinkActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { requestFacts } from "#app/shared/request.server.ts";

export type Authorization = typeof authorizations.$inferSelect;
export type Version = typeof authorizationVersions.$inferSelect;

export type Opened =
  | { state: "good"; linkId: string; expiresAt: Date; authorization: Authorization; version: Version; actor: LinkActor }
  | { state: "expired"; actor: LinkActor; authorization: Authorization }
  | { state: "replaced"; newestAt: Date; actor: LinkActor; authorization: Authorization }
  | { state: "used" }
  | { state: "unknown" };

/** One look an hour from the same place is written down; a page that is read again is not a new event. */
const LOOK_MS = 3_600_000;

/** What the signing link in this browser's cookie opens. Looking uses nothing up (L01). */
export async function openedLink(request: Request): Promise<Opened> {
  const token = readCookie(request, "signing");
  if (!token) return { state: "unknown" };
  const link = await findLink("signing", token);
  if (link.state === "unknown") return { state: "unknown" };
  if (link.state === "used") return { state: "used" };
  const found = await currentVersion(link.subjectId);
  if (!found || found.authorization.state !== "sent") return { state: "used" };
  const { authorization, version } = found;
  const facts = requestFacts(request);
  const actor: LinkActor = {
    kind: "link",
    role: "signer",
    subjectId: authorization.id,
    name: authorization.practitionerName,
    ...facts,
  };
  if (link.state === "replaced") return { state: "replaced", newestAt: link.newestAt, actor, authorization };
  if (link.state !== "good") return { state: "expired", actor, authorization };
  return { state: "good", linkId: link.id, expiresAt: link.expiresAt, authorization, version, actor };
}

/** An authorization with the version that counts, or null. */
export async function currentVersion(
  authorizationId: string,
): Promise<{ authorization: Authorization; version: Version } | null> {
  const [row] = await db
    .select({ authorization: authorizations, version: authorizationVersions })
    .from(authorizations)
    .innerJoin(
      authorizationVersions,
      and(
        eq(authorizationVersions.authorizationId, authorizations.id),
        eq(authorizationVersions.version, authorizations.version),
      ),
    )
    .where(eq(authorizations.id, authorizationId));
  return row ?? null;
}

/** Writes down that the document was looked at, for the evidence and the log. */
export async function noteLook(opened: Extract<Opened, { state: "good" }>): Promise<void> {
  const { authorization, actor } = opened;
  const since = now().getTime() - LOOK_MS;
  const known = (await eventsOf(authorization.id)).some(
    (event) =>
      event.kind === "opened" &&
      event.version === authorization.version &&
      event.address === (actor.address ?? null) &&
      event.at.getTime() > since,
  );
  if (known) return;
  await transaction(async (tx) => {
    const organisation = authorization.agbPractice;
    await audit(tx, actor, {
      event: "authorization.open",
      id: authorization.id,
      version: authorization.version,
      organisation,
    });
    await recordEvent(tx, actor, { authorizationId: authorization.id, version: authorization.version, kind: "opened" });
  });
}
