import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { titled } from "#app/ui/title.ts";
import { Chooser } from "./chooser.tsx";
import { choiceOf } from "./choice.server.ts";
import { Meeting } from "./meeting.tsx";
import { offerFor } from "./prepare.server.ts";
import { topicsFor } from "./topics.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const language = actor.language ?? languageOf(request);
  const { topics, scope, fault } = choiceOf(practice, query);
  const named = query.get("praktijk") ? practice.agb : null;
  if (fault) {
    const offer = await offerFor(practice, "", language);
    const chosen = topics.map(({ id }) => id);
    return data({ choosing: { offer, chosen, scope, practice: named, fault }, meeting: null }, 422);
  }
  const shown = await topicsFor(actor, practice, { topics, scope, language });
  const meeting = { topics: shown, scope, practice: named, name: practice.name, on: today() };
  return data({ choosing: null, meeting });
}

export const meta = titled("Praktijkvergadering", "Practice meeting");

export default function Show() {
  const { choosing, meeting } = useLoaderData<typeof loader>();
  return meeting ? <Meeting {...meeting} /> : <Chooser {...choosing} />;
}
