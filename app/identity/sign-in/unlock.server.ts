import { transaction } from "#db/client.server.ts";
import { audit } from "#app/audit/record.server.ts";
import type { StrangerActor } from "#app/rights/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { accountById } from "../account.server.ts";
import { clearLimit } from "../limits.server.ts";
import { findLink, useLink } from "../links.server.ts";

/** Takes the lock off an account, from the link that its owner was mailed. @throws Conflict when the link is no good */
export async function unlockAccount(actor: StrangerActor, token: string): Promise<void> {
  const link = await findLink("unlock", token);
  const account = link.state === "good" ? await accountById(link.subjectId) : null;
  if (link.state !== "good" || !account) throw new Conflict("link_used");
  await transaction(async (tx) => {
    await useLink(tx, link.id);
    await clearLimit(tx, ["sign_in", account.emailKey]);
    await audit(tx, actor, { event: "sign_in.unlock", action: "E", object: { type: "account", id: account.id } });
  });
}
