import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { lookAtLog } from "#app/clients/records/read/looks.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { dutchDate, today } from "#app/shared/clock.server.ts";
import { csvOf } from "#app/shared/csv.ts";
import { Forbidden } from "#app/shared/errors.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { formatTime } from "#app/ui/format.ts";
import { askedLooks } from "./asked.ts";
import { periodOf } from "./period.server.ts";
import { isOwn, saidLook } from "./said.ts";
import { texts } from "./texts.ts";

/** The same lines as the page, one by one, to keep. The number is that of the line in the log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const asked = askedLooks(request.url, today());
  const look = await lookAtLog(actor, environment, { ...periodOf(asked), how: "file" });
  if (!look.open) throw new Forbidden("log_shut");
  const language = actor.language ?? languageOf(request);
  const words = pick(texts, language);
  const lines = look.lines.filter((line) => asked.own || !isOwn(line, actor.accountId));
  const rows = lines.map((line) => {
    const said = saidLook(line, actor.accountId, environment, words);
    const when = [{ date: dutchDate(line.at) }, formatTime(line.at, language)];
    const done = said.done ? words.yes : words.no;
    return [...when, said.who, said.role, said.organisation, said.action, said.what, said.why, done, line.seq ?? ""];
  });
  const bytes = csvOf([words.columns, ...rows], "excel");
  return fileAnswer({ name: "wie-keek.csv", mediaType: "text/csv; charset=utf-8", bytes }, "attachment");
}
