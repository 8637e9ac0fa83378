import { beforeEach, describe, expect, it } from "vitest";
import { appFactor } from "#app/platform/doors/sign-in/factors.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { staffPlaces } from "#app/platform/rights/client-guards.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { inventedStaff } from "./clinicians.ts";

beforeEach(async () => {
  await freshDatabase();
});

describe("the invented staff of environments", () => {
  it("G-04 U-09: clinicians and practice staff sign in with an app, each at their own place", async () => {
    await inventedStaff();
    const expected = [
      ["karin@getij.example", "getij", "clinician"],
      ["youssef@getij.example", "getij", "clinician"],
      ["petra@delinde.example", "delinde", "staff"],
    ] as const;
    for (const [email, environmentId, role] of expected) {
      const account = await accountAt(email);
      expect(await appFactor(account!.id)).not.toBeNull();
      expect(await staffPlaces(account!.id)).toMatchObject([{ environmentId, role }]);
    }
  });
});
