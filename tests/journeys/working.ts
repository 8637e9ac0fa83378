import { execFileSync } from "node:child_process";
import type { BrowserContext } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";

type Working = Record<"gp" | "colleague" | "employee", string> & {
  authorizationId: string;
  membershipId: string;
  email: string;
  colleagueEmail: string;
  employeeName: string;
  gpName: string;
};

/** Makes a practice at work beside a running server; gives the sessions of its two practitioners and of an employee. */
export function working(server: RunningServer): Working {
  const env = { ...process.env, MODE: "test", DATA_DIR: server.dataDir, PUBLIC_URL: server.url };
  const run = ["tests/journeys/working-practice.ts"];
  return JSON.parse(execFileSync(process.execPath, run, { env }).toString()) as Working;
}

/** Gives a browser somebody's session. */
export async function enter(context: BrowserContext, session: string): Promise<void> {
  const place = { domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" as const };
  await context.addCookies([{ name: "__Host-session", value: session, ...place }]);
}
