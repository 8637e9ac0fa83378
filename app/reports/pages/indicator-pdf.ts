import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { exportReport } from "../pdf/export.server.ts";
import { scopeOf } from "#app/reports/model/scope-slugs.ts";
import { openIndicator } from "#app/reports/model/indicator.server.ts";

/** The report as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, practice } = await requireReports(request, new URL(request.url).searchParams.get("praktijk"));
  const indicator = openIndicator(practice, params.indicator);
  const language = actor.language ?? languageOf(request);
  const scope = scopeOf(new URL(request.url).searchParams);
  return fileAnswer(await exportReport(actor, practice, { indicator, scope, language }), "attachment");
}
