import { expect, test } from "vitest";
import { removeOldDrafts } from "#app/professionals/joining/start-draft.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { drafts } from "#db/schema/joining.ts";
import { freshDatabase } from "./database.ts";
import { lines, quiet, quietWrites } from "./log-verbs.data.ts";
import { type Verb, verbsOnDisk } from "./log-verbs.ts";
import { watchWrites } from "./writes-have-lines.ts";

/** Wing and room, so that a file may move within its room. */
const roomOf = ({ name }: Verb) => {
  const [file = "", verb] = name.split("#");
  const [wing = "", room = ""] = file.split("/");
  return `${/^(clients|platform|professionals|reports)$/.test(wing) ? `${wing}/${room}` : wing}#${verb}`;
};

function found(verbs: Verb[]): Record<string, string> {
  const rooms = new Map<string, Set<string>>();
  for (const verb of verbs) {
    const events = rooms.get(roomOf(verb)) ?? new Set();
    verb.events.forEach((event) => events.add(event));
    rooms.set(roomOf(verb), events);
  }
  return Object.fromEntries([...rooms].map(([name, events]) => [name, [...events].sort().join(" ")]));
}

test("O-26: every verb that writes is listed with the lines it leaves in the log, or with the reason why it leaves none", () => {
  const onDisk = found(verbsOnDisk());
  const listed = { ...lines, ...Object.fromEntries(Object.keys(quiet).map((name) => [name, ""])) };
  expect(onDisk, "tests/log-verbs.data.ts").toEqual(listed);
}, 120_000);

test("O-26: a verb that writes without a line is found, wherever its transaction and its line stand", () => {
  const head = 'import { transaction } from "#db/client.server.ts"; import { files } from "#db/schema/files.ts";';
  const planted = {
    "app/reports/goals/silent.server.ts": `${head}
      export async function silent() { await transaction((tx) => tx.insert(files).values({})); }`,
    "app/reports/goals/told.server.ts": `${head} import { help } from "./help.server.ts";
      export async function told() { await begin(); }
      async function begin() { await transaction(async (tx) => { await tx.update(files).set({}); await help(tx, "goal"); }); }
      export const reads = (tx: { select(): unknown }) => transaction(() => tx.select());`,
    "app/reports/goals/help.server.ts": `import { audit } from "x";
      export const help = (tx: unknown, kind: string) => audit(tx, { event: \`report.\${kind}_removed\` });`,
  };
  expect(found(verbsOnDisk(planted))).toEqual({ "reports/goals#silent": "", "reports/goals#told": "report.*_removed" });
});

test("O-26: with WRITES_HAVE_LINES=1 what writes without a line does not commit, unless its write is listed as none that needs one", async () => {
  await freshDatabase();
  const old = { id: newId(), tokenHash: "x", content: "x", createdAt: new Date(0), expiresAt: new Date(0) };
  await transaction((tx) => tx.insert(drafts).values(old));
  const { drafts: why = "" } = quietWrites;
  watchWrites(true);
  delete quietWrites.drafts;
  await expect(removeOldDrafts(now())).rejects.toThrow(/wrote without a line in the log: drafts \(app.professionals/);
  expect(await db.$count(drafts)).toBe(1);
  quietWrites.drafts = why;
  await removeOldDrafts(now());
  expect(await db.$count(drafts)).toBe(0);
  watchWrites(process.env.WRITES_HAVE_LINES === "1");
});
