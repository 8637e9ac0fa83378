import { beforeEach, expect, test } from "vitest";
import { Invalid } from "#app/shared/errors.ts";
import { careGroups } from "#app/platform/settings/in-force.server.ts";
import { changeSettings } from "#app/platform/settings/change.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { handIn, withRegister } from "#tests/registration-world.ts";
import { aRequest, openGood, send } from "#tests/signing-world.ts";
import { correctCareGroups, correctIdentity } from "./authorization/signing/correct.server.ts";

beforeEach(() => freshDatabase());

const refused = new Invalid({ careGroups: "unknown" });
const close = (closed: string) =>
  changeSettings({ kind: "system", name: "test" }, () => ({
    careGroups: careGroups().map((group) => ({ ...group, active: group.id !== closed && group.active })),
  }));

test("O-67 I-03: a care group that is not there, or closed, is refused in the form", async () => {
  await withRegister();
  await expect(handIn({ careGroups: ["zg-verzonnen"] })).rejects.toEqual(refused);
  await expect(handIn({ careGroups: ["zg-waterland", "Zorggroep Waterland"] })).rejects.toEqual(refused);
  await handIn();
  await close("zg-waterland");
  await expect(handIn()).rejects.toEqual(refused);
});

test("O-67 B6: a correction before signing brings no care group into the document that nobody can choose", async () => {
  const request = await aRequest();
  const { token } = await send(request.id);
  const opened = await openGood(token);
  const chosen = { careGroups: ["zg-noord", "Vrije tekst in een getekend stuk"], otherCareGroup: null };
  await expect(correctCareGroups(opened, chosen)).rejects.toEqual(refused);
  await expect(correctIdentity(opened, { lastName: "Anders", ...chosen })).rejects.toEqual(refused);
  // One that was chosen and closed since stays chosen; another closed one does not come in.
  await close("zg-noord");
  await correctCareGroups(opened, { careGroups: ["zg-noord", "zg-zuid"], otherCareGroup: null });
  await close("zg-zuid");
  const again = await openGood(token);
  await correctCareGroups(again, { careGroups: ["zg-noord"], otherCareGroup: null });
  const last = await openGood(token);
  await expect(correctCareGroups(last, { careGroups: ["zg-zuid"], otherCareGroup: null })).rejects.toEqual(refused);
});
