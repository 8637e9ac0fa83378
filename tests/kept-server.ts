import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { openClock } from "./clock.ts";
import { startServer, type RunningServer, type Wanted } from "./server.ts";

const DATABASE = "zorgpoort.db";
/** What processes know by heart: the database is put back by SQLite, a clock goes forward only, a key stays. */
const OWN = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, "clock.json", "seal.json", "digid"];
const HOUR = 3_600_000;

/** A server that goes on from test to test; each finds its database and files as they were when it started. */
export type KeptServer = RunningServer & {
  /** @returns false when it cannot: it was stopped, or its clock was moved out of the hour in which it started */
  putBack: () => Promise<boolean>;
};

/** Starts a server as `startServer` does, and keeps a copy of what it begins with. */
export async function startKept(wanted: Wanted): Promise<KeptServer> {
  const server = await startServer(wanted);
  const clock = openClock(server);
  const pid = server.pid();
  const began = await settled();
  const copy = mkdtempSync(path.join(tmpdir(), "zorgpoort-kept-"));
  const live = (file: string) => path.join(server.dataDir, file);
  const kept = (file: string) => path.join(copy, file);
  await copyDatabase(live(DATABASE), kept(DATABASE));
  const files = filesIn(server.dataDir);
  for (const file of files) cpSync(live(file), kept(file), { preserveTimestamps: true });

  /** What is due and under way is done when this returns. */
  function settled(): Promise<Date> {
    return clock.advance("PT1S");
  }
  async function putBack() {
    if (server.pid() !== pid || server.ended()) return false;
    if ((await settled()).getTime() - began.getTime() > HOUR) return false;
    await copyDatabase(kept(DATABASE), live(DATABASE));
    for (const file of filesIn(server.dataDir)) if (!files.includes(file)) rmSync(live(file));
    for (const file of files)
      if (!same(kept(file), live(file))) cpSync(kept(file), live(file), { preserveTimestamps: true });
    // A request takes over the settings of before, if a test changed them.
    await clock.now();
    return true;
  }
  const remove = async () => {
    await server.remove();
    rmSync(copy, { recursive: true, force: true });
  };
  return { ...server, putBack, remove };
}

/** The pages of one database over those of another, which may be open elsewhere. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Database(from);
  await source.backup(to, { progress: () => 0x7fffffff });
  source.close();
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    .filter((file) => !OWN.includes(file.split(path.sep)[0] ?? ""));

function same(one: string, other: string): boolean {
  if (!existsSync(other)) return false;
  const [a, b] = [statSync(one), statSync(other)];
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}
