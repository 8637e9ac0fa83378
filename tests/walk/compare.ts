import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";

const pages = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();

/** The lines that went and came, without where they stand. */
function change(before: string, after: string): string {
  const { stdout } = spawnSync("diff", ["-U0", "-b", before, after], { encoding: "utf8", maxBuffer: 1 << 28 });
  return stdout
    .split("\n")
    .slice(2)
    .filter((line) => /^[+-]/.test(line))
    .map((line) => line.replace(/^([+-]) +/, "$1 "))
    .join("\n");
}

/** Prints where two walks differ, the same change on many pages once. @returns whether they are alike */
export function compare(before: string, after: string): boolean {
  const [had, has] = [pages(before), pages(after)];
  const gone = had.filter((name) => !has.includes(name));
  const came = has.filter((name) => !had.includes(name));
  const changes = new Map<string, string[]>();
  for (const name of had.filter((one) => has.includes(one))) {
    const found = change(path.join(before, name), path.join(after, name));
    if (found) changes.set(found, [...(changes.get(found) ?? []), name]);
  }
  for (const name of gone) console.log(`gone  ${name}`);
  for (const name of came) console.log(`came  ${name}`);
  for (const [lines, on] of [...changes].sort(([, a], [, b]) => b.length - a.length)) {
    const named = on.length > 4 ? [...on.slice(0, 3), `and ${on.length - 3} more`] : on;
    console.log(`\n== on ${on.length}: ${named.join(", ")}\n${lines}`);
  }
  const differing = [...changes.values()].flat().length;
  console.log(
    `\n${had.length} and ${has.length} pages, ${gone.length} gone, ${came.length} came, ${differing} differ.`,
  );
  return gone.length + came.length + differing === 0;
}
