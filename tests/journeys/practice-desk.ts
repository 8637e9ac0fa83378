/**
 * Run as a program of its own on the data of a running server: two people in the records of the practice and somebody of
 * the practice who decides on sign-ups, signed in with an app code. Prints the value of the session cookie.
 */
import { keepUp, terms } from "#app/platform/settings/in-force.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { aPerson } from "#tests/client-world.ts";
import { anAccount } from "#tests/factories.ts";

await keepUp();
await aPerson({ environmentId: "delinde", externalId: "1001", bsn: "999990019" });
await aPerson({ environmentId: "delinde", externalId: "1002", firstName: "Rosa", lastName: "Vermeer-Bos" });
const account = await anAccount({ email: "balie@delinde.example", acceptedTerms: terms().version });
const row = { id: newId(), environmentId: "delinde", accountId: account.id, role: "staff" as const };
const facts = { requestId: "", address: "192.0.2.1", client: "test" };
const token = await transaction(async (tx) => {
  await tx.insert(environmentStaff).values({ ...row, startsOn: "2026-01-01" });
  return startSession(tx, accountDoor, { ownerId: account.id, way: "app", facts });
});
await closeDatabase();
process.stdout.write(token);
