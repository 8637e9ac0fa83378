import { beforeEach, describe, expect, test } from "vitest";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { settings, settingsHead } from "#db/schema/settings.ts";
import { environmentTables } from "#db/environments.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { environmentsInUse } from "../../../scripts/settings/allowed.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount } from "#tests/factories.ts";
import { invented } from "#tests/invented-settings.ts";
import { changeSettings } from "./change.server.ts";
import { settingsFile } from "./file.server.ts";
import { calendar, environmentOf, environments, keepUp, operator, terms } from "./in-force.server.ts";
import { SettingsRefused } from "./refused.ts";
import { judged, judgedFile } from "./rows.ts";
import type { Settings } from "./schema.ts";
import { addWorkingDays } from "./working-days.server.ts";

beforeEach(() => freshDatabase());

const actor = { kind: "system", name: "test" } as const;
const put = (given: Partial<Settings> & { revision?: number }) => changeSettings(actor, () => given);
const environment = (id: string) => structuredClone(invented.environments.find((one) => one.id === id)!);
/** The environments, with this one otherwise. */
const withOne = (changed: Settings["environments"][number]) =>
  invented.environments.map((one) => (one.id === changed.id ? changed : one));
const faultsOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SettingsRefused);
  return (error as SettingsRefused).faults.map(({ path, code }) => `${path}: ${code}`);
};
const lines = async () => (await db.select().from(auditLog)).filter(({ event }) => event === "settings.change");

describe("settings in force", () => {
  test("O-61 P-07: an environment that is not there is refused, whatever the name", () => {
    for (const id of [undefined, "", "nergens", "Getij", "getij ", "__proto__", "constructor"])
      expect(() => environmentOf(id)).toThrow(NotFound);
    expect(environmentOf("getij").name).toBe("GGZ Het Getij");
  });

  test("O-61: a change is a new revision beside the earlier ones, with a line of who and what, and holds at once", async () => {
    const changes = await put({ operator: { ...invented.operator, product: "Zorgdeur" } });
    expect(changes).toMatchObject([{ kind: "operator", revision: 2, action: "U" }]);
    expect(changes[0]?.differences).toEqual([{ path: "product", from: "Zorgpoort", to: "Zorgdeur" }]);
    expect(operator().product).toBe("Zorgdeur");
    const kept = (await db.select().from(settings)).filter(({ kind }) => kind === "operator");
    expect(kept.map(({ revision, by }) => [revision, by])).toEqual([
      [1, "test"],
      [2, "test"],
    ]);
    expect(await lines()).toMatchObject([
      { action: "U", actorName: "test", objectId: "operator", objectVersion: "2", detail: { changed: ["product"] } },
    ]);
  });

  test("O-61: what is the same changes nothing, and leaves no line", async () => {
    expect(await put(invented)).toEqual([]);
    expect(await db.select().from(settingsHead)).toEqual([{ id: "settings", revision: 1 }]);
    expect(await lines()).toEqual([]);
  });

  test("O-61: what another process changed is taken over at the next look, and only then read", async () => {
    const before = environments();
    await keepUp();
    expect(environments()).toBe(before);
    await transaction(async (tx) => {
      const value = { ...invented.operator, name: "Stichting Elders" };
      const row = { id: "elsewhere", kind: "operator" as const, key: "", revision: 2, position: 0 };
      await tx.insert(settings).values({ ...row, value, at: new Date(), by: "elsewhere" });
      await tx.update(settingsHead).set({ revision: 2 });
    });
    expect(operator().name).toBe("Stichting Zorgspiegel Midden");
    expect(await keepUp()).toEqual([]);
    expect(operator().name).toBe("Stichting Elders");
  });

  test("O-61: rows that cannot be read leave what was in force, and are told", async () => {
    await transaction(async (tx) => {
      const row = { id: "later", kind: "operator" as const, key: "", revision: 2, position: 0 };
      await tx.insert(settings).values({ ...row, value: { product: 3 }, at: new Date(), by: "later" });
      await tx.update(settingsHead).set({ revision: 2 });
    });
    expect((await keepUp()).map(({ path }) => path)).toContain("operator.product");
    expect((await keepUp()).length).toBeGreaterThan(0);
    expect(operator().product).toBe("Zorgpoort");
  });

  test("O-62: closing days and holidays of the operator move what is promised", async () => {
    expect(addWorkingDays("2026-11-24", 1)).toBe("2026-11-25");
    await put({ calendar: { ...calendar(), closedOn: ["2026-11-25"] } });
    expect(addWorkingDays("2026-11-24", 1)).toBe("2026-11-26");
  });
});

describe("what is refused", () => {
  test("O-63: a door wider than its kind may have, and whatever could be style or address", async () => {
    const getij = environment("getij");
    const wrong: [Partial<typeof getij>, string][] = [
      [{ digid: { ...getij.digid, level: 20 } }, "digid.level: level_low"],
      [{ mailedCode: true }, "mailedCode: no_mail"],
      [{ opens: { ...getij.opens, mail: ["record"] } }, "opens.mail: no_door"],
      [{ practiceAgb: "01054321" }, "practiceAgb: agb_of_practice"],
      [{ brand: { ...getij.brand, 500: "red;}body{display:none" } }, "brand.500: colour"],
      [{ desk: { ...getij.desk, phoneLink: "javascript:alert(1)" } }, "desk.phoneLink: phone_link"],
      [{ desk: { ...getij.desk, email: "balie" } }, "desk.email: email"],
    ];
    for (const [change, fault] of wrong)
      expect(await faultsOf(put({ environments: withOne({ ...getij, ...change }) }))).toContain(
        `environments.0.${fault}`,
      );
    for (const id of ["../getij", "Getij", "ge tij", ""])
      expect(judged({ ...invented, environments: [{ ...getij, id }], entrances: [] }).faults?.[0]?.path).toBe(
        "environments.0.id",
      );
    expect(await db.select().from(settingsHead)).toEqual([{ id: "settings", revision: 1 }]);
  });

  test("O-63: a name twice, an entrance to nowhere, a word that is no setting; every reason at once", async () => {
    const delinde = environment("delinde");
    const twice = [...invented.environments, { ...environment("getij"), id: "tweede", practiceAgb: null }];
    expect(await faultsOf(put({ environments: [...twice, delinde] }))).toEqual(
      expect.arrayContaining(["environments.4.id: twice", "environments.4.practiceAgb: twice"]),
    );
    const entrances = [{ ...invented.entrances[0]!, environments: ["nergens"] }];
    expect(await faultsOf(put({ entrances }))).toEqual(["entrances.0.environments: no_environment"]);
    expect(judgedFile({ format: 1, operators: {} }).faults).toEqual([{ path: "operators", code: "unknown" }]);
    expect(judgedFile({ format: 2 }).faults).toEqual([{ path: "format", code: "format" }]);
    expect(judgedFile(null).faults).toHaveLength(1);
  });

  test("O-64: another text of terms without a later version; who accepted a version accepted one text", async () => {
    const full = ["1. Iets anders."];
    expect(await faultsOf(put({ terms: { ...invented.terms, full } }))).toEqual(["terms: same_version"]);
    expect(await faultsOf(put({ terms: { ...invented.terms, full, version: "1.0.9" } }))).toEqual([
      "terms: same_version",
    ]);
    await put({ terms: { ...invented.terms, full, version: "1.10" } });
    expect(terms().version).toBe("1.10");
    const getij = environment("getij");
    const other = { ...getij, terms: { ...getij.terms, full } };
    expect(await faultsOf(put({ environments: withOne(other) }))).toEqual(["environments.getij.terms: same_version"]);
    // An environment that went and comes back does not begin anew.
    const without = invented.environments.filter(({ id }) => id !== "getij");
    const entrances = [{ ...invented.entrances[0]!, environments: ["delinde"] }];
    await changeSettings(actor, () => ({ environments: without, entrances }), { inUse: () => Promise.resolve([]) });
    expect(() => environmentOf("getij")).toThrow(NotFound);
    expect(await faultsOf(put({ environments: withOne(other) }))).toEqual(["environments.getij.terms: same_version"]);
    await put({ environments: withOne({ ...other, terms: { ...other.terms, version: getij.terms.version + 1 } }) });
    expect(environmentOf("getij").terms.full).toEqual(full);
  });

  test("O-64: the text somebody accepted before the settings stood in the database has the same hash now", () => {
    expect(sha256(JSON.stringify(terms()))).toBe("9de87f2b0c1eda1a0dc9830afb727bf9103160e355af9550463d48f0b300f58d");
    expect(sha256(JSON.stringify(environmentOf("getij").terms))).toBe(
      "7f73a0b889e554c68d6024f9cac7bad0de5655e3277e91e4ba94d64eb5252a1f",
    );
  });

  test("O-65: an environment with people in it stays, and a care group is closed, never taken away", async () => {
    const { id: accountId } = await anAccount({});
    const staff = { id: "petra", environmentId: "delinde", accountId, role: "staff" as const, startsOn: "2026-01-01" };
    await transaction(async (tx) => {
      await tx.insert(environmentStaff).values(staff);
    });
    const environments = invented.environments.filter(({ id }) => id !== "delinde");
    const entrances = [{ ...invented.entrances[0]!, environments: ["getij"] }];
    const remove = changeSettings(actor, () => ({ environments, entrances }), { inUse: environmentsInUse });
    expect(await faultsOf(remove)).toEqual(["environments.delinde: environment_used"]);
    const group = { id: "zg-noord", name: "Zorggroep Noord", region: null, active: true };
    await put({ careGroups: [group] });
    expect(await faultsOf(put({ careGroups: [] }))).toEqual(["careGroups.zg-noord: care_group_gone"]);
    await put({ careGroups: [{ ...group, active: false }] });
  });

  test("O-65: whether an environment is in use is asked of every table that knows one", async () => {
    const { readdirSync } = await import("node:fs");
    const found: object[] = [];
    for (const file of readdirSync("db/schema"))
      for (const one of Object.values((await import(`../../../db/schema/${file}`)) as Record<string, object>))
        if (typeof one === "object" && "environmentId" in one) found.push(one);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((table) => !environmentTables.includes(table as never))).toEqual([]);
  });

  test("O-66: a file from before somebody else's change is refused, and of two at once one is kept", async () => {
    const file = await settingsFile();
    expect(judgedFile(file)).toMatchObject({ faults: null });
    await put({ operator: { ...invented.operator, name: "Een" } });
    const old = { revision: 1, operator: { ...invented.operator, name: "Twee" } };
    await expect(put(old)).rejects.toThrow(new Conflict("settings_changed"));
    const made = await Promise.allSettled(
      ["Drie", "Vier"].map((name) => put({ revision: 2, operator: { ...invented.operator, name } })),
    );
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("O-66: trying tells what would change and changes nothing", async () => {
    const given = { operator: { ...invented.operator, name: "Anders" } };
    expect(await changeSettings(actor, () => given, { trying: true })).toHaveLength(1);
    expect(operator().name).toBe("Stichting Zorgspiegel Midden");
    expect(await lines()).toEqual([]);
  });
});
