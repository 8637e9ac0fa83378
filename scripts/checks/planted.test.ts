import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationTable } from "./configuration.ts";
import { deadCode } from "./dead-code.ts";
import { direction } from "./direction.ts";
import { guards } from "./guards.ts";
import { houseMap } from "./house-map.ts";
import { hygiene } from "./hygiene.ts";
import { owners } from "./owners.ts";
import { places } from "./places.ts";
import { requirements } from "./requirements.ts";
import { retention, retentionPage } from "./retention.ts";
import { sizesAndNames } from "./sizes.ts";
import { texts } from "./texts.ts";
import { transactions } from "./transactions.ts";

/** Trees as this house is laid out, with one thing in each place that a check refuses. */
let folder = "";
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-planted-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function tree(files: Record<string, string>): string {
  const root = path.join(folder, String(++made));
  for (const [file, text] of Object.entries({ "app/routes.ts": "export default [];\n", ...files })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

describe("O-08 direction", () => {
  /** Rule → a file that breaks it by importing the other. The room of each is one that stands in the house. */
  const broken: [rule: string, from: string, to: string][] = [
    ["wings-stand-apart", "app/clients/records/a.ts", "app/professionals/joining/verb.server.ts"],
    ["wings-stand-apart", "app/reports/pages/a.ts", "app/clients/records/verb.server.ts"],
    ["nothing-up", "app/professionals/desk/a.ts", "app/site/texts.ts"],
    ["nothing-up", "app/clients/records/b.ts", "app/jobs/list.server.ts"],
    ["platform-knows-no-feature", "app/platform/messages/a.ts", "app/clients/records/verb.server.ts"],
    ["platform-audit-uses-what-is-below", "app/platform/audit/a.ts", "app/platform/doors/verb.server.ts"],
    ["platform-doors-uses-what-is-below", "app/platform/doors/a.ts", "app/platform/rights/verb.server.ts"],
    ["ui-knows-no-feature", "app/ui/a.tsx", "app/reports/verb.server.ts"],
    ["shared-is-low", "app/shared/a.ts", "app/ui/field.tsx"],
    ["db-is-lowest", "db/a.ts", "app/platform/audit/verb.server.ts"],
    ["app-stands-alone", "app/shared/b.ts", "tests/factories.ts"],
    ["scripts-without-tests", "scripts/a.ts", "tests/factories.ts"],
    ["no-foreign-screens", "app/clients/portal/a.tsx", "app/clients/records/screen.tsx"],
    ["pages-only-from-routes", "app/clients/records/c.ts", "app/clients/records/page.tsx"],
    ["messages-go-by-send", "app/platform/doors/b.ts", "app/platform/messages/frame.ts"],
    ["messages-go-by-send", "app/clients/records/d.ts", "app/platform/messages/outbox.server.ts"],
    ["messages-go-by-send", "app/professionals/desk/b.ts", "app/platform/messages/sms.server.ts"],
    ["messages-go-by-send", "scripts/b.ts", "app/platform/messages/mail.server.ts"],
    ["letters-stand-in-letters", "app/clients/records/tell.server.ts", "app/platform/messages/letter.ts"],
  ];

  test("O-08 O-75: an arrow up, across wings or to a screen of another is refused, and one that is allowed is not", async () => {
    const files: Record<string, string> = {
      "app/routes.ts": 'export default ["clients/records/page.tsx"];\n',
      "app/clients/records/fine.ts": `import { verb } from "#app/platform/rights/verb.server.ts";\nexport const fine = verb;\n`,
      "app/shared/round.ts": 'import { trip } from "./trip.ts";\nexport const round = () => trip;\n',
      "app/shared/trip.ts": 'import { round } from "./round.ts";\nexport const trip = () => round;\n',
    };
    for (const [, from, to] of broken) {
      files[from] = `import * as other from "#${to}";\nexport const used = other;\n`;
      files[to] ??= "export const verb = 1;\n";
    }
    files["app/platform/rights/verb.server.ts"] = "export const verb = 1;\n";
    const root = tree(files);
    for (const name of ["package.json", "tsconfig.json"]) cpSync(name, path.join(root, name));
    symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));
    const said = (await direction(root)).join("\n").replaceAll("\n      ", " ");
    for (const [rule, from, to] of broken) expect(said).toContain(`error ${rule}: ${from} → ${to}`);
    expect(said).toContain("error no-circle");
    expect(said).not.toContain("fine.ts");
  }, 120_000);
});

describe("O-08 the other checks", () => {
  test("O-08: an export that nobody uses and a file that nobody reaches are refused in every wing", async () => {
    const root = tree({
      "package.json": '{"name":"x","type":"module","imports":{"#app/*":"./app/*"}}',
      "tsconfig.json": "{}",
      "app/routes.ts": 'export default ["clients/records/page.tsx"];\n',
      "app/clients/records/page.tsx":
        'import { used } from "#app/platform/doors/verb.ts";\nexport const meta = used;\n',
      "app/platform/doors/verb.ts": "export const used = 1;\nexport const unused = 2;\n",
      "app/reports/alone.ts": "export const alone = 1;\n",
    });
    const said = (await deadCode(root)).join("\n");
    expect(said).toMatch(/unused +app\/platform\/doors\/verb\.ts/);
    expect(said).toContain("app/reports/alone.ts");
    expect(said).not.toMatch(/\bused +app|page\.tsx/);
  }, 60_000);

  test("O-08: a table is used by its owning room alone, in a wing and on the platform", () => {
    const uses = (schema: string, table: string) =>
      `import { ${table} } from "#db/schema/${schema}.ts";\nexport const act = (tx) => tx.insert(${table});\n`;
    const root = tree({
      "app/clients/records/own.ts": uses("records", "people"),
      "app/reports/intake/own.ts": uses("reports", "deliveries"),
      "app/clients/requests/foreign.ts": uses("records", "people"),
      "app/platform/rights/writes.ts": uses("practices", "grants"),
      "app/platform/rights/reads.ts": 'import { grants } from "#db/schema/practices.ts";\nexport const all = grants;\n',
    });
    expect(owners(root).sort()).toEqual([
      "app/clients/requests/foreign.ts: uses the table people of records; ask a verb of that room",
      "app/platform/rights/writes.ts: writes grants of practices",
    ]);
  });

  test("O-08 O-77: a loader or action without a guard, or rules of a route that nothing checks, are refused in whatever wing its route stands", () => {
    const guard = 'import { requireClient } from "#app/platform/rights/client-guards.server.ts";\n';
    const root = tree({
      "app/routes.ts":
        'export default ["clients/records/open.tsx", "reports/pages/bare.tsx", "clients/looks/late.ts", "site/loose.ts"];\n',
      "app/clients/records/open.tsx": `${guard}export const handle = { script: true } satisfies RouteRules;\nexport async function loader() {\n  await requireClient();\n}\n`,
      "app/site/loose.ts":
        "export const handle = { fils: { largest: 1 } };\nexport const meta = 1 satisfies RouteRules;\n",
      "app/reports/pages/bare.tsx": "export async function loader() {\n  return null;\n}\n",
      "app/clients/looks/late.ts": `${guard}export async function action() {\n  await read();\n  await write();\n  await requireClient();\n}\n`,
    });
    expect(guards(root)).toEqual([
      "app/clients/looks/late.ts: action does not start with a guard",
      "app/reports/pages/bare.tsx: loader does not start with a guard",
      "app/site/loose.ts: what it declares is not held against RouteRules",
    ]);
  });

  test("O-08: a long file, an empty name and an open end are refused in every wing", () => {
    const root = tree({
      "app/clients/accounts/long.ts": "export const a = 1;\n".repeat(151),
      "app/platform/doors/helpers.ts": "export const a = 1;\n",
      "app/professionals/common/rule.ts": "export const a = 1;\n",
      "app/reports/later.ts": `// ${["TO", "DO"].join("")}: later\n`,
      "app/clients/accounts/texts.ts": "export const a = 1;\n".repeat(200),
    });
    expect(sizesAndNames(root).sort()).toEqual([
      "app/clients/accounts/long.ts: 151 lines, more than 150",
      "app/platform/doors/helpers.ts: the name does not say what it does",
      "app/professionals/common/rule.ts: the name does not say what it does",
      "app/reports/later.ts:1: an open end belongs in an issue",
    ]);
  });

  test("O-08: a text that has one language only is refused in every wing", async () => {
    const root = tree({
      "package.json": '{"type":"module"}',
      "app/clients/looks/texts.ts": 'export const texts = { nl: { a: "een", b: "twee" }, en: { a: "one" } };\n',
      "app/platform/doors/mails/texts.ts": 'export const texts = { nl: { a: "een" }, en: { a: "one" } };\n',
    });
    expect(await texts(root)).toEqual(["app/clients/looks/texts.ts: b is missing in English"]);
  });

  test("O-08: what a second run of a transaction would do twice is refused in every wing", () => {
    const body = "export const act = () => transaction(async (tx) => { seen += 1; });\n";
    const files = ["app/clients/records/act.ts", "app/reports/act.ts", "db/act.ts", "scripts/act.ts", "tests/act.ts"];
    const root = tree(Object.fromEntries(files.map((file) => [file, body])));
    expect(transactions(root).map((line) => line.split(":")[0])).toEqual(files);
  });

  test("O-08: a requirement that is called built needs a test with its id, wherever that stands", () => {
    const row = (id: string, proof: string) => `| ${id} | x | built | ${proof} |`;
    const root = tree({
      "docs/requirements.md": [row("A-01", "`app/clients/looks/a.test.ts`"), row("A-02", "`app/gone.test.ts`")].join(
        "\n",
      ),
      // Put together, or the check would read them as titles of this file.
      "app/clients/looks/a.test.ts": ["A-01 it is so", "A-09 unknown"]
        .map((one) => `test(${JSON.stringify(one)});`)
        .join("\n"),
    });
    expect(requirements(root)).toEqual([
      "docs/requirements.md A-02: app/gone.test.ts is not there",
      "app/clients/looks/a.test.ts: names A-09, which is not in docs/requirements.md",
    ]);
  });

  test("O-08: a setting without its line, and a path of one machine, are refused", () => {
    const root = tree({
      "app/shared/environment.server.ts":
        "export const s = z.object({\n  MODE: z.string(),\n  NEW_ONE: z.string(),\n})\n",
      "README.md": "| `MODE` | x | y |\n| `OLD_ONE` | x | y |\n",
      "app/platform/files/place.ts": `export const place = "${["", "home", "somebody"].join("/")}";\n`,
    });
    expect(configurationTable(root)).toEqual([
      "README.md: NEW_ONE is missing from the table",
      "README.md: OLD_ONE is no setting",
    ]);
    expect(hygiene(root)).toEqual(["app/platform/files/place.ts: a path of one machine"]);
  });

  test("O-09: a table without its term, a line without its table or its job, and a page out of step are refused", async () => {
    const line = 'days: 30, after: "x", why: "x"';
    const table = (lines: string[]) => `export const retention = { ${lines.join(", ")} };\n`;
    const house = {
      "package.json": '{"type":"module"}',
      "db/schema/records.ts": 'export const people = table("people", {});\nexport const parts = table("parts", {});\n',
      "app/jobs/list.server.ts": 'export const jobs = [{ name: "records.old" }];\n',
      "docs/retention.md": "# How long\n",
    };
    const wrong = [`people: { ${line}, by: "records.never" }`, `gone: { ${line}, by: null }`];
    expect(await retention(tree({ ...house, "app/shared/retention.data.ts": table(wrong) }))).toEqual([
      "app/shared/retention.data.ts: how long is parts kept?",
      "app/shared/retention.data.ts: gone is no table",
      "app/shared/retention.data.ts people: records.never is no job",
    ]);
    const right = [`people: { ${line}, by: "records.old" }`, 'parts: { as: "people", why: "x" }'];
    const root = tree({ ...house, "app/shared/retention.data.ts": table(right) });
    expect(await retention(root)).toEqual(["docs/retention.md: out of step, run npm run retention"]);
    writeFileSync(path.join(root, "docs/retention.md"), await retentionPage(root));
    expect(await retention(root)).toEqual([]);
  });

  test("O-09: every table of this house has its term, and its page is in step", async () => {
    expect(await retention()).toEqual([]);
  });

  test("O-10: a room that the map does not show, and one that is not there, are refused", () => {
    const map = "## Map of the house\n\n```\napp/\n  clients/  records/\n  platform/  doors/ gone/\n```\n";
    const root = tree({
      "README.md": map,
      "app/clients/records/a.ts": "",
      "app/clients/new/a.ts": "",
      "app/platform/doors/a.ts": "",
      "app/jobs/a.ts": "",
    });
    expect(houseMap(root)).toEqual([
      "README.md: the map does not show app/jobs",
      "README.md: the map does not show app/clients/new",
      "README.md: the map shows app/platform/gone, which is not there",
    ]);
  });

  test("O-10: the map of this house shows every room", () => {
    expect(houseMap()).toEqual([]);
  });

  test("O-10: a guide that leads to what is gone, or to a name that is no longer there, is refused", () => {
    const root = tree({
      "README.md": "See [the rule](app/gone.ts) and [elsewhere](https://example.org).\n",
      "CONTRIBUTING.md": "| tries | `MOST` in [codes](app/codes.ts) |\n| days | `DAYS` in [codes](app/codes.ts) |\n",
      "app/codes.ts": "export const MOST = 5;\n",
    });
    expect(places(root)).toEqual(["README.md: app/gone.ts is not there", "CONTRIBUTING.md: app/codes.ts has no DAYS"]);
  });

  test("O-10: where the guides of this house lead is there", () => {
    expect(places()).toEqual([]);
  });
});
