import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { scopeOf } from "#app/reports/model/scope-slugs.ts";
import { exportProgramme } from "./export.server.ts";

/** The report of a programme as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const asked = { programme: params.programme, scope: scopeOf(query), language: actor.language ?? languageOf(request) };
  return fileAnswer(await exportProgramme(actor, practice, asked), "attachment");
}
