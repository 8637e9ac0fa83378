import { mkdirSync } from "node:fs";
import path from "node:path";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { accounts } from "#db/schema/doors.ts";
import { memberships, practices } from "#db/schema/practices.ts";
import { newDatabase } from "#tests/settings.ts";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";

const AGB = "01900001";

/** A data folder with figures of so many practices and quarters, and one practitioner signed in; returns the cookie. */
export async function benchWorld(dataDir: string, practiceCount: number, periods = 8): Promise<string> {
  mkdirSync(dataDir, { recursive: true });
  newDatabase(path.join(dataDir, "zorgpoort.db"));
  process.env.MODE = "test";
  process.env.DATA_DIR = dataDir;
  reloadConfig();
  const realPractices = [{ agb: AGB, careGroup: "Zorggroep Waterland" }];
  const folders = writeDemoDelivery(path.join(dataDir, "in"), {
    practices: practiceCount,
    periods,
    seed: 7,
    realPractices,
  });
  for (const folder of folders)
    await importDelivery({ kind: "system", name: "bench" }, folder, () => undefined, "bench");
  const token = await signedIn();
  await closeDatabase();
  return `__Host-session=${token}`;
}

async function signedIn(): Promise<string> {
  const [accountId, practiceId] = [newId(), newId()];
  const at = now();
  return transaction(async (tx) => {
    const person = {
      firstName: "Noor",
      lastName: "Waterman",
      email: "noor@delinde.example",
      emailKey: "noor@delinde.example",
    };
    const account = {
      id: accountId,
      ...person,
      state: "active" as const,
      agb: "01000001",
      acceptedTerms: terms().version,
    };
    await tx.insert(accounts).values({ ...account, invitedAt: at, activatedAt: at, createdAt: at });
    await tx
      .insert(practices)
      .values({ id: practiceId, agb: AGB, kind: "gp", name: "Huisartsenpraktijk De Linde", createdAt: at });
    await tx
      .insert(memberships)
      .values({ id: newId(), accountId, practiceId, role: "practitioner", startsOn: today(), createdAt: at });
    await tx.insert(authorizations).values({
      id: newId(),
      state: "in_force",
      requestId: newId(),
      agbPractitioner: "01000001",
      practitionerName: "Noor Waterman",
      agbPractice: AGB,
      practiceName: "Huisartsenpraktijk De Linde",
      practiceId,
      accountId,
      version: 1,
      sentAt: at,
      signedAt: at,
      checkCode: "bench",
    });
    return startSession(tx, accountDoor, {
      ownerId: accountId,
      way: "sms",
      facts: { requestId: "", address: "", client: "" },
    });
  });
}
