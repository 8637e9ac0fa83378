import { and, eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { letters } from "#app/professionals/joining/authorization/letters.ts";
import { recordEvent } from "#app/professionals/joining/authorization/record-event.server.ts";
import { useLink } from "#app/platform/doors/links.server.ts";
import { send, theDesk } from "#app/platform/messages/send.server.ts";
import { markDeclined } from "#app/professionals/joining/outcome.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Opened } from "./open.server.ts";

/** The signer refuses, with a reason: back to the desk as a task; nothing is lost. @throws Conflict when it was signed meanwhile */
export async function declineSigning(opened: Extract<Opened, { state: "good" }>, reason: string): Promise<void> {
  const { authorization, actor } = opened;
  const { requestId, id } = authorization;
  await transaction(async (tx) => {
    const done = await tx
      .update(authorizations)
      .set({ state: "void", endedAt: now(), endedReason: "declined" })
      .where(and(eq(authorizations.id, id), eq(authorizations.state, "sent")))
      .returning({ version: authorizations.version });
    if (!done[0]) throw new Conflict("already_signed");
    await useLink(tx, opened.linkId);
    await markDeclined(tx, actor, requestId, reason);
    await audit(tx, actor, { event: "authorization.decline", id, version: done[0].version, reason });
    await recordEvent(tx, actor, { authorizationId: id, version: done[0].version, kind: "declined" });
    const { number } = await signerOf(requestId, tx);
    await send(tx, theDesk(id), letters.declined({ number }), id);
  });
}
