import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { titled } from "#app/ui/title.ts";
import { askedOf } from "#app/reports/model/asked.ts";
import { Chooser, type Choosing } from "./chooser.tsx";
import { choiceOf } from "./choice.server.ts";
import { offerFor } from "./prepare.server.ts";

export async function loader({ request }: LoaderFunctionArgs): Promise<Choosing> {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const language = actor.language ?? languageOf(request);
  const { topics, scope } = choiceOf(practice, query);
  const offer = await offerFor(practice, askedOf(query).programme, language);
  const chosen = topics.length > 0 ? topics.map(({ id }) => id) : (offer?.suggested ?? []);
  return { offer, chosen, scope, practice: query.get("praktijk") ? practice.agb : null, fault: null };
}

export const meta = titled("Vergadering voorbereiden", "Prepare a meeting");

export default function Prepare() {
  return <Chooser {...useLoaderData<typeof loader>()} />;
}
