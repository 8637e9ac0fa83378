import { read } from "./files.ts";

type Entry = { version?: string; integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> };

/**
 * Every optional package that the lockfile names is in it, with its hash. npm leaves out a platform's package that the
 * registry lacked on the day of locking, and `npm ci` on that platform then refuses.
 */
export function lockfile(): string[] {
  const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Entry> };
  const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string> | undefined>;
  return [
    ...exactPins(manifest),
    ...Object.entries(lock.packages).flatMap(([place, entry]) => missing(place, entry, lock.packages)),
  ];
}

function exactPins(manifest: Record<string, Record<string, string> | undefined>): string[] {
  const lists = ["dependencies", "devDependencies", "optionalDependencies", "overrides"].map(
    (name) => manifest[name] ?? {},
  );
  return lists.flatMap((list) =>
    Object.entries(list).flatMap(([name, version]) =>
      /^\d+\.\d+\.\d+/.test(version) ? [] : [`package.json: ${name} is not an exact version`],
    ),
  );
}

function missing(place: string, entry: Entry, packages: Record<string, Entry>): string[] {
  const faults = Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !above(place).some((folder) => packages[`${folder}node_modules/${name}`]))
    .map((name) => `${place || "package.json"}: ${name} is not in the lockfile`);
  if (place !== "" && !entry.link && !entry.integrity) faults.push(`${place}: no hash`);
  return faults;
}

/** Folders in which Node looks for a package from `place`, nearest first. */
function above(place: string): string[] {
  if (place === "") return [""];
  const up = place.lastIndexOf("/node_modules/");
  return [`${place}/`, ...(up < 0 ? [""] : above(place.slice(0, up)))];
}
