import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { draftOf, keepDraft } from "#app/clients/accounts/drafts/draft.server.ts";
import { lookAtProfile } from "#app/clients/records/read/profile.server.ts";
import { aboutOf, requireReach } from "#app/platform/rights/reach.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { aRelation } from "#tests/relation.ts";
import { aboutShell } from "./about.server.ts";

type Client = Awaited<ReturnType<typeof aClient>>;
let helper: Client;
let relation: ReturnType<typeof aRelation>;
let mother: Awaited<ReturnType<typeof aPerson>>;

const request = (cookie: string, form?: Record<string, string>) =>
  new Request("http://localhost/", {
    headers: { cookie },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
const reach = (cookie: string, by?: string) => requireReach(request(cookie), { environment: "getij", relation: by });

beforeEach(async () => {
  await freshDatabase();
  mother = await aPerson({ firstName: "Anna", lastName: "de Vries" });
  helper = await aClient(await aPerson({ firstName: "Bram" }));
  relation = aRelation(helper.account.id, mother.id);
});

describe("acting for another", () => {
  it("O-70 the client stands in the address: oneself without a relation, the other with one, in the same session", async () => {
    const own = await reach(helper.cookie);
    const other = await reach(helper.cookie, relation.id);
    expect(own.actor).toMatchObject({ clientId: helper.account.personId, relation: null });
    expect(other.actor).toMatchObject({
      clientId: mother.id,
      relation: { id: relation.id, kind: "carer", endsAt: null },
    });
    expect(other.actor.sessionId).toBe(own.actor.sessionId);
    expect((await aboutShell(own.environment, own.actor, relation.id)).helps).toEqual({
      at: `/mijn/getij/voor/${relation.id}`,
      name: "Anna de Vries",
    });
  });

  it("O-70 a relation of another account, an unknown one and one that ended lead nowhere, also between page and look", async () => {
    const stranger = await aClient(await aPerson());
    await expect(reach(stranger.cookie, relation.id)).rejects.toThrow(NotFound);
    await expect(reach(helper.cookie, "01a20c91-a00b-7205-8158-c19926eaf76e")).rejects.toThrow(NotFound);
    relation.endsAt = new Date(now().getTime() + 60_000);
    const { actor, environment } = await reach(helper.cookie, relation.id);
    await expect(lookAtProfile(actor, environment)).resolves.toBeDefined();
    setClock(new Date(now().getTime() + 61_000));
    await expect(lookAtProfile(actor, environment)).rejects.toThrow(NotFound);
    await expect(reach(helper.cookie, relation.id)).rejects.toThrow(NotFound);
    expect((await aboutShell(environment, (await reach(helper.cookie)).actor, relation.id)).helps).toBeNull();
  });

  it("O-70 whom an actor is about is proven and not believed: another id without a relation opens nothing", async () => {
    const { actor, environment } = await reach(helper.cookie);
    await expect(lookAtProfile({ ...actor, clientId: mother.id }, environment)).rejects.toThrow(NotFound);
    const { actor: carer } = await reach(helper.cookie, relation.id);
    await expect(lookAtProfile({ ...carer, clientId: actor.personId }, environment)).rejects.toThrow(NotFound);
  });

  it("O-71 the log knows in which role somebody acted, and for whom", async () => {
    const { actor, environment } = await reach(helper.cookie, relation.id);
    await lookAtProfile(actor, environment);
    await lookAtProfile((await reach(helper.cookie)).actor, environment);
    const lines = (await db.select().from(auditLog)).filter(({ event }) => event === "profile.look");
    expect(lines.map(({ role, onBehalfOf, actorId, subjectId }) => ({ role, onBehalfOf, actorId, subjectId }))).toEqual(
      [
        { role: "carer", onBehalfOf: mother.id, actorId: helper.account.id, subjectId: mother.id },
        { role: "client", onBehalfOf: null, actorId: helper.account.id, subjectId: helper.account.personId },
      ],
    );
  });

  it("O-72 what somebody was writing about one person never stands on the form of another", async () => {
    const { actor: own } = await reach(helper.cookie);
    const { actor: carer } = await reach(helper.cookie, relation.id);
    const typed = new FormData();
    typed.set("street", "Dijkweg 4");
    await keepDraft(carer, "contact", typed);
    expect(await draftOf(own, "contact")).toBeNull();
    expect(await draftOf(carer, "contact")).toEqual({ street: "Dijkweg 4", paragraphs: [] });
  });

  type Module = { action?: (given: ActionFunctionArgs) => Promise<unknown> };
  const modules = import.meta.glob<Module>("../**/*.{ts,tsx}");
  const pages = (routes as { file: string; path?: string }[]).filter(({ path }) => path?.includes("/voor/:relation"));

  it("O-73 every form about a client is refused when it was filled in about somebody else, or says nothing of whom", async () => {
    expect(pages.length).toBeGreaterThan(15);
    const { actor } = await reach(helper.cookie);
    let forms = 0;
    for (const { file } of pages) {
      const { action } = await modules[`../${file.replace("clients/", "")}`]!();
      if (!action) continue;
      forms++;
      for (const about of [undefined, mother.id]) {
        const given = {
          request: request(helper.cookie, about ? { about } : { act: "x" }),
          params: { environment: "getij" },
          context: {},
        };
        await expect(action(given as LoaderFunctionArgs), file).rejects.toEqual(new Conflict("other_person"));
      }
      const params = { environment: "getij", relation: relation.id };
      const given = { request: request(helper.cookie, { about: aboutOf(actor) }), params, context: {} };
      await expect(action(given as LoaderFunctionArgs), file).rejects.toEqual(new Conflict("other_person"));
    }
    expect(forms).toBeGreaterThan(5);
  });
});
