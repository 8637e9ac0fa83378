import type { ActionFunctionArgs } from "@remix-run/node";
import { readFormAbout, requireReachAtRest } from "#app/platform/rights/reach.server.ts";
import { keepDraft } from "./draft.server.ts";

/** The page keeps what is typed, two minutes before the session ends (F5); nobody pressed anything. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireReachAtRest(request, params);
  const place = new URL(request.url).searchParams.get("plaats") ?? "";
  await keepDraft(actor, place, await readFormAbout(request, actor));
  return new Response(null, { status: 204 });
}
