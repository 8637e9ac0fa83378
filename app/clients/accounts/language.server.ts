import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { Language } from "#app/shared/i18n.ts";

/** Keeps the language a client chose, for the pages and for the mails that follow. */
export async function chooseClientLanguage(actor: ClientActor, language: Language): Promise<void> {
  if (actor.language === language) return;
  await transaction(async (tx) => {
    await tx.update(clientAccounts).set({ language }).where(eq(clientAccounts.id, actor.accountId));
    await audit(tx, actor, { event: "client.language", id: actor.accountId, detail: { language } });
  });
}
