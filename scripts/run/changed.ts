import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const git = (...args: string[]): string[] => {
  try {
    const said = execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return said.split("\n").filter((line) => line !== "");
  } catch {
    return [];
  }
};

/** Files that differ from where this branch left `main` (on `main` itself: from what is committed), new ones included. */
export function changedFiles(): string[] {
  const [base = "HEAD"] = [...git("merge-base", "HEAD", "main"), ...git("merge-base", "HEAD", "origin/main")];
  const changed = [...git("diff", "--name-only", base), ...git("ls-files", "--others", "--exclude-standard")];
  return [...new Set(changed)].filter((file) => existsSync(file)).sort();
}
