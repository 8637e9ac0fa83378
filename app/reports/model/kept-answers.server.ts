import { config } from "#app/shared/config.server.ts";
import type { PublishedRelease } from "#app/reports/figures/kept-releases.server.ts";

/** Some thousand pages' worth; the one not asked for longest goes first. */
const MOST = 500;
const kept = new Map<string, unknown>();

/**
 * What follows from release files alone is worked out once: they never change, so the answer stands as long as the same
 * files are shown. Ask for rights before; give everything else it depends on in `asked`.
 */
export async function keptAnswer<T>(releases: PublishedRelease[], asked: string[], make: () => Promise<T>): Promise<T> {
  const key = [config.dataDir, ...asked, ...releases.map(({ file }) => file)].join("|");
  if (kept.has(key)) {
    const found = kept.get(key) as T;
    kept.delete(key);
    kept.set(key, found);
    return found;
  }
  const made = await make();
  if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
  kept.set(key, made);
  return made;
}
