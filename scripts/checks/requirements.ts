import { existsSync } from "node:fs";
import path from "node:path";
import { ownFiles, read } from "./files.ts";

const LIST = "docs/requirements.md";
const ID = /^(?:[A-Z]-\d{2}|[A-Z]\d{1,2})$/;
const TITLE = /\b(?:test|testWith|it|describe)(?:\.\w+)*(?:\((?:[^()]|\([^()]*\))*\))?\(\s*(["'`])((?:(?!\1).)+)\1/g;

/** The list of requirements is true: what it calls built is proven by a test that names it. */
export function requirements(root = "."): string[] {
  const rows = read(LIST, root)
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && ID.test(cells[1]!));
  const known = new Set(rows.map((cells) => cells[1]!));
  const titled = titles(root);
  const faults = rows.flatMap(([, id = "", , state = "", proof = ""]) => rowFaults({ id, state, proof }, titled, root));
  for (const [file, ids] of titled) {
    for (const id of ids) if (!known.has(id)) faults.push(`${file}: names ${id}, which is not in ${LIST}`);
  }
  return faults;
}

type Row = { id: string; state: string; proof: string };

function rowFaults({ id, state, proof }: Row, titled: Map<string, Set<string>>, root: string): string[] {
  if (!["planned", "built"].includes(state)) return [`${LIST} ${id}: state ${state}`];
  if (state === "planned") return [];
  const files = proof
    .replace(/`/g, "")
    .split(/[\s,]+/)
    .filter(Boolean);
  if (files.length === 0) return [`${LIST} ${id}: built, without proof`];
  return files.flatMap((file) => {
    if (!existsSync(path.join(root, file))) return [`${LIST} ${id}: ${file} is not there`];
    return titled.get(file)?.has(id) ? [] : [`${LIST} ${id}: no test title in ${file} carries it`];
  });
}

/** Test file → ids at the start of its titles, as in `I-05 I-06 the desk …`. */
function titles(root: string): Map<string, Set<string>> {
  const files = ["app", "db", "scripts", "tests"].flatMap((folder) => ownFiles(folder, root));
  return new Map(
    files
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => [file, new Set([...read(file, root).matchAll(TITLE)].flatMap((match) => leadingIds(match[2]!)))]),
  );
}

function leadingIds(title: string): string[] {
  const words = title.split(/[\s,:·]+/);
  const end = words.findIndex((word) => !ID.test(word));
  return words.slice(0, end < 0 ? words.length : end);
}
