import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { read } from "./files.ts";

const TITLE = "## Map of the house";
/** Grounds without rooms of their own: what stands in them is files. */
const PLAIN = new Set(["shared", "ui", "jobs", "site", "dev"]);

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Wing or ground → its rooms, as the map has them: a line that begins `  name/` under `app/`, and every `name/` up to the next. */
function shown(map: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  let rooms: Set<string> | undefined;
  for (const line of map.split("\n")) {
    if (/^\S/.test(line)) rooms = undefined;
    if (line.startsWith("app/")) rooms = new Set();
    if (!rooms) continue;
    const wing = /^ {2}([\w-]+)\//.exec(line);
    if (wing) found.set(wing[1]!, (rooms = new Set()));
    for (const [, name] of line.slice(wing?.[0].length ?? 0).matchAll(/(?<=^|[\s(])([\w-]+)\/(?=[\s,)]|$)/g))
      rooms.add(name!);
  }
  return found;
}

/** The map in the README shows every wing and room that is on disk, and none that is not. */
export function houseMap(root = "."): string[] {
  const map = read("README.md", root).split(TITLE)[1]?.split("\n## ")[0] ?? "";
  const seen = shown(map);
  const at = (...parts: string[]) => path.join(root, "app", ...parts);
  const wings = foldersOf(at());
  const missing = (place: string) => `README.md: the map does not show app/${place}`;
  const extra = (place: string) => `README.md: the map shows app/${place}, which is not there`;
  const absent = [...seen.keys()].filter((wing) => !existsSync(at(wing)));
  const rooms = wings
    .filter((wing) => seen.has(wing))
    .flatMap((wing) => {
      const told = seen.get(wing)!;
      const there = PLAIN.has(wing) ? [] : foldersOf(at(wing)).filter((room) => !told.has(room));
      return [
        ...there.map((room) => missing(`${wing}/${room}`)),
        ...[...told].filter((room) => !existsSync(at(wing, room))).map((room) => extra(`${wing}/${room}`)),
      ];
    });
  return [...wings.filter((wing) => !seen.has(wing)).map(missing), ...absent.map(extra), ...rooms];
}
