import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { config } from "./config.server.ts";

const ZONE = "Europe/Amsterdam";
const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});
const hourFormat = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", hourCycle: "h23" });

// Demo and test may run ahead of the real time; the shift outlives a restart, or a killed process would travel back.
let known: { dataDir: string; shift: number } | undefined;
const file = () => path.join(config.dataDir, "clock.json");

function shifted(): number {
  if (config.mode === "production") return 0;
  if (known?.dataDir !== config.dataDir) {
    const shift = existsSync(file()) ? (JSON.parse(readFileSync(file(), "utf8")) as { shift: number }).shift : 0;
    known = { dataDir: config.dataDir, shift };
  }
  return known.shift;
}

/** Reads the clock of a demo or test anew: another process may have moved it. */
export function rereadClock(): void {
  known = undefined;
}

/** The moment it is. Every business rule asks here, never the system. */
export function now(): Date {
  return new Date(Date.now() + shifted());
}

/** The date it is in the Netherlands, `YYYY-MM-DD`. */
export function today(): string {
  return dutchDate(now());
}

/** The Dutch calendar date of a moment, `YYYY-MM-DD`. */
export function dutchDate(moment: Date): string {
  return dayFormat.format(moment);
}

/** The hour it is in the Netherlands at a moment, 0 to 23. */
export function dutchHour(moment: Date): number {
  return Number(hourFormat.format(moment)) % 24;
}

/** Moves the clock of a demo or test to `moment`, forward only. */
export function setClock(moment: Date): void {
  if (config.mode === "production") throw new Error("the clock of production cannot be set");
  const ahead = moment.getTime() - Date.now();
  if (ahead < shifted()) throw new Error("the clock only goes forward");
  writeFileSync(`${file()}.new`, JSON.stringify({ shift: ahead }));
  renameSync(`${file()}.new`, file());
  known = { dataDir: config.dataDir, shift: ahead };
}
