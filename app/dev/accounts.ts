import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "#app/shared/config.server.ts";
import { requireDevelopment } from "./only.server.ts";

/** Accounts that the demo was filled with, with their passwords. */
export function loader({ request }: LoaderFunctionArgs) {
  requireDevelopment(request);
  const file = path.join(config.dataDir, "accounts.json");
  const accounts: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  return Response.json(accounts);
}
