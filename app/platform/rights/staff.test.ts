import { beforeEach, expect, it } from "vitest";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { Forbidden, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount } from "#tests/factories.ts";
import { facts } from "#tests/mailed-world.ts";
import { requireStaff, staffPlaces } from "./client-guards.server.ts";

/** The tests' own day. */
const [YESTERDAY, TODAY, TOMORROW] = ["2026-11-23", "2026-11-24", "2026-11-25"] as const;
type Days = { startsOn: string; endsOn: string | null };

beforeEach(async () => {
  await freshDatabase();
});

/** Somebody who works as a clinician between these days, signed in with a code by this way. */
async function signedIn(days: Days, way: "app" | "sms" = "app") {
  const { id: accountId } = await anAccount({ acceptedTerms: terms().version });
  const place = { environmentId: "getij", role: "clinician" as const, clinicianCode: "BEH-001" };
  const session = await transaction(async (tx) => {
    await tx.insert(environmentStaff).values({ id: newId(), accountId, ...place, ...days });
    return startSession(tx, accountDoor, { ownerId: accountId, way, facts });
  });
  const cookie = `__Host-${accountDoor.owner.cookies("").session}=${session}`;
  return { accountId, request: new Request("http://localhost/behandelaar/getij", { headers: { cookie } }) };
}

it.each<[Days, "in" | "refused"]>([
  [{ startsOn: YESTERDAY, endsOn: null }, "in"],
  [{ startsOn: TODAY, endsOn: TODAY }, "in"],
  [{ startsOn: YESTERDAY, endsOn: YESTERDAY }, "refused"],
  [{ startsOn: TOMORROW, endsOn: null }, "refused"],
])("Z02 U-09: who works for an environment comes in on the days of the row, both included: %j", async (days, way) => {
  const { accountId, request } = await signedIn(days);
  const asked = requireStaff(request, "getij", "clinician");
  if (way === "in") expect((await asked).actor.staff.clinicianCode).toBe("BEH-001");
  else await expect(asked).rejects.toThrow(Forbidden);
  expect(await staffPlaces(accountId)).toHaveLength(way === "in" ? 1 : 0);
});

it("Z02 U-09: a row opens its own environment in its own role, to a code of an app alone", async () => {
  const { request } = await signedIn({ startsOn: TODAY, endsOn: null });
  await expect(requireStaff(request, "getij", "staff")).rejects.toThrow(Forbidden);
  await expect(requireStaff(request, "delinde", "clinician")).rejects.toThrow(Forbidden);
  await expect(requireStaff(request, "nowhere", "clinician")).rejects.toThrow(NotFound);
  const other = await signedIn({ startsOn: TODAY, endsOn: null }, "sms");
  const refused: unknown = await requireStaff(other.request, "getij", "clinician").catch((why: unknown) => why);
  expect(refused instanceof Response && refused.headers.get("location")).toBe("/account/app?nodig=behandelaar");
});
