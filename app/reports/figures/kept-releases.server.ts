import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { openRelease, type Release } from "./open-release.server.ts";

export type PublishedRelease = { period: string; file: string; measuredOn: string };

// Kept on the process, as development evaluates modules again.
const process_ = globalThis as { zorgpoortReleases?: Map<string, Release> };
/** A few more than the periods of a trend: superseded files are let go, the ones in use stay open. */
const MOST_OPEN = 40;

/** Where release files live. */
export function releasesFolder(): string {
  return path.join(config.dataDir, "releases");
}

/** The open files of these releases, in the same order; opened at first use and kept, as they never change. */
export function keptReleases<T extends PublishedRelease>(published: T[]): (T & { release: Release })[] {
  const kept = (process_.zorgpoortReleases ??= new Map<string, Release>());
  const folder = releasesFolder();
  if (kept.size > MOST_OPEN) closeReleases();
  return published.map((facts) => {
    const place = path.join(folder, facts.file);
    let release = kept.get(place);
    if (!release) {
      release = openRelease(place);
      kept.set(place, release);
    }
    return { ...facts, release };
  });
}

/** Closes all release files; the next read opens what it needs. */
export function closeReleases(): void {
  for (const release of process_.zorgpoortReleases?.values() ?? []) release.close();
  process_.zorgpoortReleases?.clear();
}
