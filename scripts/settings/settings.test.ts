import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import Database from "better-sqlite3";
import { closeDatabase, db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import type { Settings } from "#app/platform/settings/schema.ts";
import { keepUp, operator } from "#app/platform/settings/in-force.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAccount } from "#tests/factories.ts";
import { messages } from "#tests/signing-world.ts";

let folder = "";
beforeEach(async () => {
  folder = await freshDatabase();
});

const run = (args: string[]) =>
  spawnSync(process.execPath, ["scripts/settings.ts", ...args], {
    env: { ...process.env, DATA_DIR: folder, LANG: "en_GB.UTF-8" },
    encoding: "utf8",
  });

/** A file with the invented settings, changed. */
function file(change: (all: Settings) => void): string {
  const all = JSON.parse(readFileSync("scripts/data/settings.json", "utf8")) as Settings;
  change(all);
  const at = path.join(folder, "in.json");
  writeFileSync(at, JSON.stringify(all));
  return at;
}

test("O-66: what was exported is imported without a difference; a change is shown, held, logged and told", async () => {
  const exported = path.join(folder, "out.json");
  expect(run(["export", exported])).toMatchObject({ status: 0, stderr: "" });
  expect(run(["export", exported])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/there already/) as string,
  });
  expect(run(["import", exported])).toMatchObject({ status: 0, stdout: "Nothing differs; nothing was changed.\n" });

  const changed = file((all) => Object.assign(all.operator, { product: "Zorgdeur" }));
  expect(run(["import", changed, "--try"])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/The file is right/) as string,
  });
  const done = run(["import", changed]);
  expect(done.stdout).toContain('~ operator: product "Zorgpoort" -> "Zorgdeur"');
  expect(done).toMatchObject({ status: 0, stderr: "" });
  await keepUp();
  expect(operator().product).toBe("Zorgdeur");

  const saskia = await anAccount({ email: "saskia@zorgspiegel.example", operatorRole: "supervisor" });
  const again = file((all) => Object.assign(all.operator, { product: "Zorgraam" }));
  expect(run(["import", again])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/no active supervisor asked/) as string,
  });
  expect(run(["import", again, "--asked-by", saskia.email])).toMatchObject({ status: 0, stderr: "" });
  const lines = (await db.select().from(auditLog)).filter(({ event }) => event === "settings.change");
  expect(lines.at(-1)).toMatchObject({ actorName: "settings", onBehalfOf: saskia.id, objectId: "operator" });
  expect((await messages()).map(({ subject }) => subject)).toContain("Dit is op uw verzoek veranderd");
}, 60_000);

test("O-66: a wrong file is named place by place, changes nothing, and ends with 1; a wrong question with 2", async () => {
  const wrong = file((all) => {
    Object.assign(all.operator, { product: "", name: "Half" });
    Object.assign(all.environments[0]!.digid, { level: 10 });
  });
  const said = run(["import", wrong]);
  expect(said).toMatchObject({ status: 1, stdout: "" });
  expect(said.stderr.trim().split("\n")).toEqual([
    "operator.product: is empty",
    "environments.0.digid.level: is too low: 25 for institutions and practices, 20 for networks",
    "Nothing was changed.",
  ]);
  writeFileSync(path.join(folder, "broken.json"), "{");
  expect(run(["import", path.join(folder, "broken.json")]).stderr).toMatch(/^file: the file is no JSON$/m);
  expect(run(["import", path.join(folder, "not-there.json")])).toMatchObject({ status: 1 });
  expect(run(["import"])).toMatchObject({ status: 2 });
  await keepUp();
  expect(operator().name).toBe("Stichting Zorgspiegel Midden");
}, 60_000);

test("O-66: the first import needs nobody who asked, and a database without settings says so", async () => {
  await anAccount({ email: "saskia@zorgspiegel.example", operatorRole: "supervisor" });
  await closeDatabase();
  const connection = new Database(path.join(folder, "zorgpoort.db"));
  connection.exec("delete from settings where kind <> 'care_group'; delete from settings_head");
  connection.close();
  const none = spawnSync(process.execPath, ["scripts/import-records.ts", "nowhere"], {
    env: { ...process.env, DATA_DIR: folder },
    encoding: "utf8",
  });
  expect(none).toMatchObject({
    status: 1,
    stderr: "Nothing was done: there are no settings yet: npm run settings -- import <file>.\n",
  });
  const first = run(["import", "scripts/data/settings.json"]);
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(first.stdout).toMatch(/^\+ environment getij$/m);
}, 60_000);
