import { transaction } from "#db/client.server.ts";
import { audit } from "#app/audit/record.server.ts";
import type { AccountActor, PracticeRights } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { Language } from "#app/shared/i18n.ts";
import { catalogueVersion, type Indicator } from "../definitions/catalogue.ts";
import { reportFor } from "../pages/indicator.server.ts";
import { mayOpen } from "../pages/overview.server.ts";
import type { Scope } from "../report.ts";
import { paintReport } from "./paint.server.tsx";

/**
 * The report of one indicator as PDF; that it left the portal stands in the log (NEN 7513).
 * @throws NotFound when it is not open to this person, or nothing was published
 */
export async function exportReport(
  actor: AccountActor,
  practice: PracticeRights,
  asked: { indicator: Indicator; scope: Scope; language: Language },
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const { indicator, scope, language } = asked;
  if (!practice.reports || !mayOpen(practice, indicator)) throw new NotFound();
  const report = await reportFor(practice, indicator, scope);
  if (!report) throw new NotFound();
  const demo = config.mode !== "production";
  const bytes = await paintReport({ report, indicator, language, practice, demo, person: actor.name, at: now() });
  await transaction((tx) =>
    audit(tx, actor, {
      event: "report.export",
      action: "R",
      object: { type: "report", id: indicator.id, version: catalogueVersion },
      organisation: practice.agb,
      purpose: "quality_improvement",
      basis: practice.authorizationIds.join(" "),
      detail: { format: "pdf", period: report.last.period, scope, quarters: report.points.length },
    }),
  );
  return { name: `rapport-${indicator.id}-${report.last.period}.pdf`, mediaType: "application/pdf", bytes };
}
