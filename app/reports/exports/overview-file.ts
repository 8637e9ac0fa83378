import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { askedOf } from "#app/reports/model/asked.ts";
import { exportOverview } from "./export.server.ts";
import { formOf } from "./file.ts";

/** The figures of all chosen indicators as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const form = formOf(params.file);
  if (!form) throw new NotFound();
  const language = actor.language ?? languageOf(request);
  return fileAnswer(await exportOverview(actor, practice, { ...askedOf(query), language, form }), "attachment");
}
