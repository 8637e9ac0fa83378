import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { readSession } from "#app/platform/doors/read-session.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import type { DigidOutcome } from "#app/platform/doors/digid/complete.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { stranger } from "#tests/mailed-world.ts";
import { arrive } from "./arrive.server.ts";

const getij = environmentOf("getij");
const BEGAN = "__Host-digid-getij=begun-in-this-browser";
beforeEach(() => freshDatabase());

const returned = (...cookies: string[]) =>
  new Request("http://localhost/mijn/getij/digid/terug", { headers: { cookie: cookies.join("; ") } });
const proven = (bsn: string): DigidOutcome => {
  const what = { level: 25, authenticatedAt: now(), purpose: "sign_in", accountId: null } as const;
  return { kind: "success", bsn, ...what };
};

describe("back from DigiD", () => {
  it("S03 D05 a return that this browser never began, as a link elsewhere may be, ends nobody's session", async () => {
    const { cookie } = await aClient(await aPerson({ bsn: "999990019" }));
    const arrival = await arrive(returned(cookie), stranger, getij, { kind: "unknown" });
    expect(arrival).toEqual({ to: "/mijn/getij/inloggen/niet-gelukt?hoe=unknown" });
    expect(await readSession(clientDoor("getij"), returned(cookie))).not.toBeNull();
  });

  it("D05 a sign-in of this browser that does not succeed ends the session that still ran", async () => {
    const { cookie } = await aClient(await aPerson({ bsn: "999990019" }));
    expect(await arrive(returned(cookie, BEGAN), stranger, getij, { kind: "cancelled" })).toMatchObject({
      session: null,
    });
    expect(await readSession(clientDoor("getij"), returned(cookie))).toBeNull();
  });

  it("S03 whoever signs in takes the place of who was in before in this browser, also when still to be known", async () => {
    const { cookie } = await aClient(await aPerson({ bsn: "999990019" }));
    await aPerson({ bsn: "999990020", firstName: "Bram" });
    const arrival = await arrive(returned(cookie, BEGAN), stranger, getij, proven("999990020"));
    expect(arrival).toHaveProperty("session", expect.any(String));
    expect(await readSession(clientDoor("getij"), returned(cookie))).toBeNull();
    const again = await aClient(await aPerson({ bsn: "999991772" }));
    const unknown = await arrive(returned(again.cookie, BEGAN), stranger, getij, proven("999990032"));
    expect(unknown).toMatchObject({ to: "/mijn/getij/inloggen/niet-gelukt?hoe=person", session: null });
    expect(await readSession(clientDoor("getij"), returned(again.cookie))).toBeNull();
  });
});
