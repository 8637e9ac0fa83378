import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { runDueJobs } from "#app/jobs/run.server.ts";
import { deliverDue } from "#app/platform/messages/deliver.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";
import { requireDevelopment } from "./only.server.ts";

const DURATION = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/;
/** A door of this machine alone, which programs come through. */
export const handle = { from: "anybody" } satisfies RouteRules;
const asked = z.union([z.object({ advance: z.string().regex(DURATION) }), z.object({ set: z.iso.datetime() })]);

/** The moment it is in the demo. */
export function loader({ request }: LoaderFunctionArgs) {
  requireDevelopment(request);
  return Response.json({ now: now().toISOString() });
}

/** Moves the clock of the demo, forward only; what is due then has been done before the answer comes. */
export async function action({ request }: ActionFunctionArgs) {
  requireDevelopment(request);
  const parsed = asked.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ error: "advance (P3DT2H) or set (ISO moment in UTC)" }, { status: 400 });
  const moment = "set" in parsed.data ? new Date(parsed.data.set) : later(parsed.data.advance);
  if (moment < now()) return Response.json({ error: "the clock only goes forward" }, { status: 400 });
  setClock(moment);
  await runDueJobs();
  await deliverDue();
  return Response.json({ now: now().toISOString() });
}

function later(duration: string): Date {
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (DURATION.exec(duration) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return new Date(now().getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}
