import { and, eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { markAuthorizationSent } from "#app/professionals/joining/outcome.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { mailLink } from "./issue.server.ts";
import { recordEvent } from "./record-event.server.ts";

const LIMIT = { max: 3, windowMs: 24 * 3_600_000 };

/**
 * Mails a new link for the same document to the same address; the older link then says that there is a newer one. A
 * request that had lapsed is out for signing again. For the button on the expired page and for the desk.
 * @throws Conflict when nothing is out for signing, Limited after three in a day
 */
export async function renewSigningLink(actor: Actor, requestId: string): Promise<void> {
  await transaction(async (tx) => {
    await countLimit(tx, ["signing_renew", requestId], LIMIT);
    const [row] = await tx
      .update(authorizations)
      .set({ sentAt: now() })
      .where(and(eq(authorizations.requestId, requestId), eq(authorizations.state, "sent")))
      .returning({ id: authorizations.id, version: authorizations.version });
    if (!row) throw new Conflict("nothing_to_sign");
    const signer = await signerOf(requestId, tx);
    if (signer.state === "expired") await markAuthorizationSent(tx, actor, requestId, signer.version);
    else if (signer.state !== "authorization_sent") throw new Conflict("nothing_to_sign");
    const [shown] = await tx
      .select({ fields: authorizationVersions.fields })
      .from(authorizationVersions)
      .where(and(eq(authorizationVersions.authorizationId, row.id), eq(authorizationVersions.version, row.version)));
    await mailLink(tx, { ...row, fields: shown?.fields ?? [] }, signer);
    await audit(tx, actor, { event: "authorization.renew_link", id: row.id, version: row.version });
    await recordEvent(tx, actor, {
      authorizationId: row.id,
      version: row.version,
      kind: "renewed",
      detail: signer.practiceEmail,
    });
  });
}
