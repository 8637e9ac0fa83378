import { expect, it } from "vitest";
import { homeOf } from "#app/platform/doors/home.ts";
import { freshDatabase } from "#tests/database.ts";
import { aStaffMember } from "#tests/mailed-world.ts";
import { staffMenu } from "./staff-menu.server.ts";

it("O-86: who works where nobody signs up by mail begins at the accounts, not at a list that is not there", async () => {
  await freshDatabase();
  const begins = async (environmentId: string) => {
    const { accountId } = await aStaffMember(environmentId);
    return homeOf({ operatorRole: null, practices: [] }, await staffMenu(accountId));
  };
  expect(await begins("delinde")).toBe("/behandelaar/delinde/aanmeldingen");
  expect(await begins("getij")).toBe("/behandelaar/getij/accounts");
});
