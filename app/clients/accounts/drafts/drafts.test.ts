import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { requireClientAtRest } from "#app/platform/rights/client-guards.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { clientDrafts } from "#db/schema/accounts.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { removeOldClientDrafts } from "../remove-old.server.ts";
import { readSession } from "#app/platform/doors/read-session.server.ts";
import { draftOf, dropDraft, keepDraft } from "./draft.server.ts";

const PLACE = "request:01a20c91-a00b-7205-8158-c19926eaf76d";
const later = (minutes: number) => setClock(new Date(now().getTime() + minutes * 60_000));

function form(fields: Record<string, string | string[]>): FormData {
  const all = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const one of [values].flat()) all.append(name, one);
  return all;
}

beforeEach(async () => {
  await freshDatabase();
});

describe("F5 what a client was writing", () => {
  it("F5 H11: is given back on its own form, to its own account, the newest only, for a day", async () => {
    const { actor } = await aClient(await aPerson());
    const { actor: other } = await aClient(await aPerson());
    await keepDraft(actor, PLACE, form({ wish: "Ik had geen", paragraphs: ["0", "2"], postcode: "1234 AB" }));
    await keepDraft(actor, PLACE, form({ wish: "Ik had geen lichte", paragraphs: ["0"], postcode: "1234 AB" }));
    const kept = { wish: "Ik had geen lichte", paragraphs: ["0"], postcode: "1234 AB" };
    expect(await draftOf(actor, PLACE)).toEqual(kept);
    expect(await draftOf(actor, "contact")).toBeNull();
    expect(await draftOf(other, PLACE)).toBeNull();
    later(23 * 60);
    await removeOldClientDrafts();
    expect(await draftOf(actor, PLACE)).toEqual(kept);
    later(61);
    expect(await draftOf(actor, PLACE)).toBeNull();
    await removeOldClientDrafts();
    expect(await db.$count(clientDrafts)).toBe(0);
  });

  it("F5: an empty form keeps nothing, what was sent is gone, and only forms that say so keep anything", async () => {
    const { actor } = await aClient(await aPerson());
    await keepDraft(actor, PLACE, form({ wish: "" }));
    expect(await db.$count(clientDrafts)).toBe(0);
    await keepDraft(actor, "contact", form({ phone: "06" }));
    await dropDraft(actor, "contact");
    expect(await draftOf(actor, "contact")).toBeNull();
    for (const place of ["", "request:", "request:../x", "login", `x${PLACE}`])
      await expect(keepDraft(actor, place, form({ wish: "x" }))).rejects.toThrow(NotFound);
  });

  it("C01 F5: stands sealed in the table, and a secret typed in it is not kept", async () => {
    const { actor } = await aClient(await aPerson());
    await keepDraft(actor, PLACE, form({ wish: "geheime tekst", password: "vier paarse fietsen", code: "123456" }));
    expect(JSON.stringify(await db.select().from(clientDrafts))).not.toContain("geheime");
    expect(await draftOf(actor, PLACE)).toEqual({ wish: "geheime tekst", paragraphs: [] });
  });

  it("S04 F5: keeping it is no sign of life: a quarter of an hour stays a quarter of an hour", async () => {
    const { actor, cookie } = await aClient(await aPerson());
    const asked = () => new Request("http://localhost/", { method: "POST", headers: { cookie } });
    later(13);
    const found = await requireClientAtRest(asked(), "getij");
    expect(found).toMatchObject({ actor: { accountId: actor.accountId }, environment: environmentOf("getij") });
    later(3);
    await expect(requireClientAtRest(asked(), "getij")).rejects.toMatchObject({ status: 302 });
    expect(await readSession(clientDoor("getij"), asked())).toBeNull();
  });
});
