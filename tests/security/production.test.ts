import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bare } from "#tests/child.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { fillDataDir } from "#tests/template.ts";
import { productionSettings, PUBLIC_HOST } from "./production.ts";

let good: Record<string, string>;
let folder: string;

beforeAll(async () => {
  good = await productionSettings();
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-production-"));
  fillDataDir(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tries to start with these settings and tells how it ended. */
function start(
  change: Record<string, string | undefined>,
  dataDir = folder,
): Promise<{ code: number; output: string }> {
  const settings = { ...bare(), DATA_DIR: dataDir, PORT: "0", ...good, ...change };
  const env = Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as NodeJS.ProcessEnv;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["scripts/serve.ts"], { env });
    let output = "";
    const read = (part: Buffer) => {
      output += part.toString();
      if (output.includes("listens on port")) child.kill("SIGTERM");
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

async function refuses(change: Record<string, string | undefined>, words: RegExp, dataDir?: string) {
  const { code, output } = await start(change, dataDir);
  expect(output).toMatch(words);
  expect(output).not.toMatch(/\n\s+at |node:internal|listens on/);
  expect(code).toBe(1);
}

const same = (byte: number) => Buffer.alloc(32, byte).toString("base64");

describe("H06 production", () => {
  test("H06: starts with all it needs, and ends as asked", async () => {
    const { code, output } = await start({});
    expect(output).toContain("listens on port");
    expect(code).toBe(0);
  });

  test("M-74: says at the start which data still name the invented organisation", async () => {
    const { output } = await start({});
    expect(output).toMatch(/^Mind: settings, operator: servicedesk@zorgspiegel\.example is invented/m);
  });

  test("H06: names every missing setting at once, without a stack, and ends with 1", async () => {
    const missing = Object.keys(good).filter((name) => !["MODE", "AGB_URL", "TRUST_PROXY"].includes(name));
    const { code, output } = await start(Object.fromEntries(missing.map((name) => [name, undefined])));
    for (const name of missing) expect(output).toMatch(new RegExp(`^ {2}${name}: `, "m"));
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  test.each([
    ["a public address without TLS", { PUBLIC_URL: "http://portaal.zorgpoort.nl" }, /PUBLIC_URL: starts with https/],
    ["a public address with a path", { PUBLIC_URL: "https://zorgpoort.nl/portaal" }, /PUBLIC_URL: .*without path/],
    ["a hash key of zeros", { HASH_KEY: same(0) }, /HASH_KEY: a key that can be guessed/],
    ["a hash key that is short", { HASH_KEY: "c2hvcnQ=" }, /HASH_KEY: 32 random bytes/],
    ["a hash key that is a word", { HASH_KEY: "changeme" }, /HASH_KEY: 32 random bytes/],
    ["field keys of one letter", { FIELD_KEYS: `k1:${same(97)}` }, /FIELD_KEYS: a key that can be guessed/],
    ["a short field key", { FIELD_KEYS: "k1:c2hvcnQ=" }, /FIELD_KEYS: id:base64 of 32 bytes/],
    ["an audit key that is none", { AUDIT_KEY: "c2hvcnQ=" }, /AUDIT_KEY: not an Ed25519/],
    ["a seal key that is not there", { SEAL_KEY: "/nergens/seal.key" }, /SEAL_KEY: .* cannot be read/],
    ["an SMS key for tests", { MESSAGEBIRD_KEY: "test_0123456789" }, /MESSAGEBIRD_KEY: a test key/],
    [
      "the invented sender",
      { MAIL_FROM: "Zorgpoort <no-reply@zorgpoort.example>" },
      /MAIL_FROM: an address of your own/,
    ],
    ["a proxy that is no address", { TRUST_PROXY: "everybody" }, /TRUST_PROXY: no, loopback, or addresses/],
    ["a mode that is not known", { MODE: "prod" }, /MODE: /],
    ["a port that is none", { PORT: "http" }, /PORT: /],
  ])("H06: refuses %s", async (_name, change, words) => {
    await refuses(change, words);
  });

  test("H06: refuses one key for two purposes", async () => {
    await refuses({ HASH_KEY: good.FIELD_KEYS!.slice(3) }, /HASH_KEY: another key/);
  });

  test("H06: refuses a seal key of another certificate", async () => {
    await refuses({ SEAL_KEY: good.SEAL_CERTIFICATE! }, /SEAL_KEY: does not belong/);
  });

  test("H06: refuses the data folder of a demo", async () => {
    const demo = mkdtempSync(path.join(tmpdir(), "zorgpoort-demo-"));
    fillDataDir(demo);
    writeFileSync(path.join(demo, "secrets.json"), "{}");
    await refuses({}, /DATA_DIR: the data folder of a demo/, demo);
    rmSync(demo, { recursive: true });
  });

  test("H06: refuses a database with invented accounts, without register, or not migrated", async () => {
    const other = mkdtempSync(path.join(tmpdir(), "zorgpoort-seeded-"));
    await refuses({}, /not up to date: npm run migrate/, other);
    fillDataDir(other);
    await refuses({ AGB_URL: undefined }, /there is no AGB register/, other);
    const connection = new Database(path.join(other, "zorgpoort.db"));
    const columns = connection.pragma("table_info(accounts)") as { name: string; type: string; notnull: number }[];
    const needed = columns.filter(({ notnull }) => notnull === 1);
    const value = ({ name, type }: { name: string; type: string }) =>
      name === "email" ? "j.demo@delinde.example" : type === "integer" ? 1 : name;
    connection
      .prepare(
        `insert into accounts (${needed.map(({ name }) => name).join()}) values (${needed.map(() => "?").join()})`,
      )
      .run(needed.map(value));
    connection.close();
    await refuses({}, /invented accounts of the demo/, other);
    rmSync(other, { recursive: true });
  });
});

describe("production that runs", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer({ env: good });
  });
  afterAll(() => server.remove());

  const ask = (url: string, init: RequestInit = {}) =>
    fetch(server.url + url, {
      redirect: "manual",
      ...init,
      headers: { "x-forwarded-host": PUBLIC_HOST, "x-forwarded-proto": "https", ...init.headers },
    });

  test("H06: the doors of the demo are not there, whoever asks and however", async () => {
    for (const url of [
      "/dev/inbox.json",
      "/dev/clock.json",
      "/dev/accounts.json",
      "/dev/inbox.json?to=a",
      "/dev/inbox.data",
      "/dev/clock.json.data?_routes=dev%2Fclock",
      "/DEV/inbox.json",
      "//dev/inbox.json",
    ])
      expect((await ask(url)).status, url).toBe(404);
    const body = JSON.stringify({ advance: "P1D" });
    const headers = { "content-type": "application/json", origin: `https://${PUBLIC_HOST}` };
    expect([404, 415]).toContain((await ask("/dev/clock.json", { method: "POST", body, headers })).status);
  });

  test("H06: no source maps, no secrets and no work of others in what browsers get", async () => {
    const page = await (await ask("/")).text();
    expect(page).not.toMatch(/demonstratie|sourceMappingURL/);
    for (const url of [
      "/.env",
      "/.git/config",
      "/package.json",
      "/server/index.js",
      "/build/server/index.js",
      "/assets/root.js.map",
    ])
      expect((await ask(url)).status, url).toBe(404);
  });

  test("S06: behind a proxy the origin is that of the public address alone", async () => {
    const body = new URLSearchParams({ taal: "en" });
    const post = async (origin: string) => (await ask("/taal", { method: "POST", body, headers: { origin } })).status;
    expect(await post(`https://${PUBLIC_HOST}`)).toBe(303);
    for (const origin of [
      `http://${PUBLIC_HOST}`,
      server.url,
      "null",
      `https://${PUBLIC_HOST}:8443`,
      `https://${PUBLIC_HOST}.kwaad.example`,
    ])
      expect(await post(origin), origin).toBe(403);
  });
});
