import type { ActionFunctionArgs } from "@remix-run/node";
import { requireClientAtRest } from "#app/platform/rights/client-guards.server.ts";
import { readForm } from "#app/shared/form.ts";
import { keepDraft } from "./draft.server.ts";

/** The page keeps what is typed, two minutes before the session ends (F5); nobody pressed anything. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireClientAtRest(request, params.environment);
  const place = new URL(request.url).searchParams.get("plaats") ?? "";
  await keepDraft(actor, place, await readForm(request));
  return new Response(null, { status: 204 });
}
