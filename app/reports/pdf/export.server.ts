import { transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Language } from "#app/shared/i18n.ts";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { catalogueVersion, type Indicator, indicators } from "../definitions/catalogue.ts";
import { marksFor } from "../goals/find.server.ts";
import { reportFor } from "#app/reports/model/indicator.server.ts";
import { mayOpen } from "#app/reports/model/overview.server.ts";
import type { Report, Scope } from "#app/reports/model/report.ts";
import { paintReport } from "./paint.server.tsx";
import { paintProgramme } from "./programme.server.tsx";
import type { Taken } from "./stamp.ts";

type Leaving = { name: string; mediaType: string; bytes: Buffer };

/**
 * The report of one indicator as PDF; that it left the portal stands in the log (NEN 7513).
 * @throws NotFound when it is not open to this person, or nothing was published
 */
export async function exportReport(
  actor: AccountActor,
  practice: PracticeRights,
  asked: { indicator: Indicator; scope: Scope; language: Language },
): Promise<Leaving> {
  const { indicator, scope, language } = asked;
  if (!practice.reports || !mayOpen(practice, indicator)) throw new NotFound();
  const report = await reportFor(practice, indicator, scope);
  if (!report) throw new NotFound();
  const marks = await marksFor(actor, practice, indicator.id);
  const bytes = await paintReport({ report, indicator, ...marks, ...takenBy(actor, practice, language) });
  const { period } = report.last;
  await record(actor, practice, indicator.id, { format: "pdf", period, scope, quarters: report.points.length });
  return { name: `rapport-${indicator.id}-${period}.pdf`, mediaType: "application/pdf", bytes };
}

/**
 * The report of a whole programme as PDF, of what is open to this person; logged likewise.
 * @throws NotFound when there is no such programme, none of it is open, or nothing was published
 */
export async function exportProgramme(
  actor: AccountActor,
  practice: PracticeRights,
  asked: { programme: string | undefined; scope: Scope; language: Language },
): Promise<Leaving> {
  const { scope, language } = asked;
  const programme = programmes.find((one) => one.id === asked.programme);
  const open = indicators.filter((one) => one.programme === programme?.id && mayOpen(practice, one));
  if (!practice.reports || !programme) throw new NotFound();
  const reports: { indicator: Indicator; report: Report }[] = [];
  for (const indicator of open) {
    const report = await reportFor(practice, indicator, scope);
    if (report) reports.push({ indicator, report });
  }
  const [first] = reports;
  if (!first) throw new NotFound();
  const missing = open.filter((one) => !reports.some(({ indicator }) => indicator === one));
  const title = programme.name[language];
  const bytes = await paintProgramme({ title, reports, missing, ...takenBy(actor, practice, language) });
  const { period } = first.report.last;
  await record(actor, practice, programme.id, { format: "pdf", period, scope, indicators: reports.length });
  return { name: `programma-${programme.id}-${period}.pdf`, mediaType: "application/pdf", bytes };
}

function takenBy(actor: AccountActor, practice: PracticeRights, language: Language): Taken {
  return { practice, person: actor.name, at: now(), language, demo: config.mode !== "production" };
}

type Detail = Record<string, string | number>;

async function record(actor: AccountActor, practice: PracticeRights, id: string, detail: Detail): Promise<void> {
  await transaction((tx) =>
    audit(tx, actor, {
      event: "report.export",
      id,
      version: catalogueVersion,
      organisation: practice.agb,
      basis: practice.authorizationIds.join(" "),
      detail,
    }),
  );
}
