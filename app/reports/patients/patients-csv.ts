import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireFresh, requireReports } from "#app/platform/rights/guards.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { askedOf, listAddress } from "./asked.ts";
import { exportWorkList } from "./export.server.ts";
import { openPatients } from "./open-patients.server.ts";

/** A file with patients is never behind a link. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireReports(request, new URL(request.url).searchParams.get("praktijk"));
  throw new NotFound();
}

/** The work list as a file to take along. */
export async function action({ request, params }: ActionFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const at = openPatients(practice, params.indicator);
  const asked = askedOf(query, at.indicator);
  const list = listAddress({ indicatorId: at.indicator.id, practice: query.get("praktijk") }, asked);
  requireFresh(actor, list);
  try {
    return fileAnswer(await exportWorkList(actor, at, asked, actor.language ?? languageOf(request)), "attachment");
  } catch (error) {
    if (error instanceof Conflict) return redirect(list, 303);
    throw error;
  }
}
