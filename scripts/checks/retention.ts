import path from "node:path";
import { pathToFileURL } from "node:url";
import { ownFiles, read } from "./files.ts";

export const PLACE = "docs/retention.md";
const TABLE = "app/shared/retention.data.ts";
const JOBS = "app/jobs/list.server.ts";

type Line = { why: string; days?: number; after?: string; by?: string | null; as?: string; kept?: string };

const linesOf = async (root: string) =>
  ((await import(pathToFileURL(path.resolve(root, TABLE)).href)) as { retention: Record<string, Line> }).retention;

/** Tables of the database by the room that owns them, as `db/schema` has them. */
function tablesByRoom(root: string): [room: string, tables: string[]][] {
  return ownFiles("db/schema", root).map((file) => [
    path.basename(file, ".ts"),
    [...read(file, root).matchAll(/^export const (\w+) = table\(/gm)].map((match) => match[1]!),
  ]);
}

/** Every table has its line, each line its table and a job that is there, and `docs/retention.md` says the same. */
export async function retention(root = "."): Promise<string[]> {
  const lines = await linesOf(root);
  const tables = tablesByRoom(root).flatMap(([, names]) => names);
  const jobs = new Set([...read(JOBS, root).matchAll(/name: "([\w.]+)"/g)].map((match) => match[1]));
  const faults = [
    ...tables.filter((name) => !(name in lines)).map((name) => `${TABLE}: how long is ${name} kept?`),
    ...Object.keys(lines)
      .filter((name) => !tables.includes(name))
      .map((name) => `${TABLE}: ${name} is no table`),
    ...Object.entries(lines).flatMap(([name, { by, as }]) => [
      ...(by && !jobs.has(by) ? [`${TABLE} ${name}: ${by} is no job`] : []),
      ...(as && !tables.includes(as) ? [`${TABLE} ${name}: ${as} is no table`] : []),
    ]),
  ];
  if (faults.length > 0) return faults;
  return read(PLACE, root) === (await retentionPage(root)) ? [] : [`${PLACE}: out of step, run npm run retention`];
}

const DAYS_A_YEAR = 365;

function term({ days, after = "", as, kept }: Line): string {
  if (as) return `as long as \`${as}\``;
  if (days === undefined) return kept ?? "";
  const years = days % DAYS_A_YEAR === 0 ? days / DAYS_A_YEAR : 0;
  const count = years || days;
  return `${count} ${years ? "year" : "day"}${count === 1 ? "" : "s"} after ${after}`;
}

function remover({ days, by, as }: Line): string {
  if (by) return `job \`${by}\``;
  if (as) return "goes with it";
  return days === undefined ? "" : "no job yet";
}

/** The page, written from the table. */
export async function retentionPage(root = "."): Promise<string> {
  const lines = await linesOf(root);
  const rooms = tablesByRoom(root)
    .filter(([, names]) => names.length > 0)
    .map(([room, names]) => {
      const rows = names.map((name) => {
        const line = lines[name]!;
        return `| \`${name}\` | ${term(line)} | ${line.why} | ${remover(line)} |`;
      });
      return `## ${room}\n\n| table | kept | because | removed by |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
    });
  return `# How long everything is kept\n\n${INTRODUCTION}\n\n${rooms.join("\n")}`;
}

const INTRODUCTION = `Made from \`${TABLE}\` by \`npm run retention\`; a check refuses a table without a line, and this page when it is out of step.
Jobs stand in \`${JOBS}\`. Figures are not here but in release files: two years, at most 20 quarters shown. Whole records and accounts have no job
that ends them at their term yet; until one does, what goes with them stays with them.`;
