import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { db } from "#db/client.server.ts";
import { jobRuns } from "#db/schema/audit.ts";

/** The process can do its work: one question to the database. 503 when it does not answer. */
export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  try {
    await db.select({ id: jobRuns.id }).from(jobRuns).limit(1);
    return new Response("ready\n", { headers });
  } catch {
    return new Response("not ready\n", { status: 503, headers });
  }
}
