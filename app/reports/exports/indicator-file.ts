import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { openIndicator } from "#app/reports/model/indicator.server.ts";
import { scopeOf } from "#app/reports/model/scope-slugs.ts";
import { exportIndicator } from "./export.server.ts";
import { formOf } from "./file.ts";

/** The figures of one indicator as a file to keep. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const indicator = openIndicator(practice, params.indicator);
  const form = formOf(params.file);
  if (!form) throw new NotFound();
  const language = actor.language ?? languageOf(request);
  const asked = { indicator, scope: scopeOf(query), language, form };
  return fileAnswer(await exportIndicator(actor, practice, asked), "attachment");
}
