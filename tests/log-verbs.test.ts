import { expect, test } from "vitest";
import { lines, quiet } from "./log-verbs.data.ts";
import { type Verb, verbsOnDisk } from "./log-verbs.ts";

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
});

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
