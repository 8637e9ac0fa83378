import type { LoaderFunctionArgs } from "@remix-run/node";
import { devInbox } from "#app/platform/messages/dev-inbox.server.ts";
import { requireDevelopment } from "./only.server.ts";

/** Mails and SMS messages that a demo sent, oldest first; `?to=` for one recipient. */
export async function loader({ request }: LoaderFunctionArgs) {
  requireDevelopment(request);
  return Response.json(await devInbox(new URL(request.url).searchParams.get("to")));
}
