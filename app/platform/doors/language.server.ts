import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import type { Language } from "#app/shared/i18n.ts";

/** Keeps the language somebody chose, for the pages and for the mails and text messages that follow. */
export async function chooseLanguage(actor: AccountActor, language: Language): Promise<void> {
  if (actor.language === language) return;
  await transaction(async (tx) => {
    await tx.update(accounts).set({ language }).where(eq(accounts.id, actor.accountId));
    await audit(tx, actor, { event: "account.language", id: actor.accountId, detail: { language } });
  });
}
