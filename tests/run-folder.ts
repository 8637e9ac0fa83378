import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const NAME = /^zorgpoort-run-(\d+)-/;

/** Every temporary folder of a run lies in one, which goes when the run ends; what a killed run left goes with the next. */
export default function runFolder(): () => void {
  const place = tmpdir();
  if (NAME.test(path.basename(place))) return () => undefined;
  for (const name of readdirSync(place)) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid && !alive(Number(pid))) rmSync(path.join(place, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(path.join(place, `zorgpoort-run-${process.pid}-`));
  process.env.TMPDIR = folder;
  return () => {
    process.env.TMPDIR = place;
    rmSync(folder, { recursive: true, force: true });
  };
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
