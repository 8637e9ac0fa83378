import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor, PracticeRights } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { pick, type Language } from "#app/shared/i18n.ts";
import { transaction } from "#db/client.server.ts";
import { catalogueVersion, type Indicator } from "../definitions/catalogue.ts";
import { overview } from "../figures/read-overview.server.ts";
import { reportFor } from "#app/reports/model/indicator.server.ts";
import { type Asked, mayOpen, overviewFor, programmeNames } from "#app/reports/model/overview.server.ts";
import type { Scope } from "#app/reports/model/report.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { fileOf, type Form, type Table } from "./file.ts";
import { indicatorTable } from "./indicator-table.ts";
import { overviewTable } from "./overview-table.ts";
import { texts } from "./texts.ts";

type Leaving = { name: string; mediaType: string; bytes: Buffer };

/**
 * Every quarter of one indicator as a file; that it left stands in the log (NEN 7513).
 * @throws NotFound when it is not open to this person, or nothing was published
 */
export async function exportIndicator(
  actor: AccountActor,
  practice: PracticeRights,
  asked: { indicator: Indicator; scope: Scope; language: Language; form: Form },
): Promise<Leaving> {
  const { indicator, scope, language, form } = asked;
  if (!practice.reports || !mayOpen(practice, indicator)) throw new NotFound();
  const report = await reportFor(practice, indicator, scope);
  if (!report) throw new NotFound();
  const origin = originOf(actor, practice, language, report.last);
  const table = indicatorTable(report, indicator, origin, language);
  const detail = { form, period: report.last.period, scope };
  return leave(
    actor,
    practice,
    { table, form, name: `cijfers-${indicator.id}-${report.last.period}` },
    indicator.id,
    detail,
  );
}

/**
 * The newest quarter of every chosen indicator as a file, logged likewise.
 * @throws NotFound when nothing was published
 */
export async function exportOverview(
  actor: AccountActor,
  practice: PracticeRights,
  asked: Asked & { language: Language; form: Form },
): Promise<Leaving> {
  if (!practice.reports) throw new NotFound();
  const { language, form } = asked;
  const [found, shown] = [await overview(practice.agb), await overviewFor(practice, asked, language)];
  if (!found || !shown) throw new NotFound();
  const rows = shown.groups.flatMap((group) => group.rows);
  const choice = choiceWords(practice, asked, language);
  const table = overviewTable(rows, found, choice, originOf(actor, practice, language, found), language);
  const detail = { form, period: found.period, choice };
  return leave(actor, practice, { table, form, name: `rapportages-${found.period}` }, "overview", detail);
}

function originOf(
  actor: AccountActor,
  { name, agb }: PracticeRights,
  language: Language,
  { period, measuredOn }: { period: string; measuredOn: string },
) {
  const demo = config.mode !== "production";
  return { practice: { name, agb }, person: actor.name, at: now(), language, demo, period, measuredOn };
}

function choiceWords(practice: PracticeRights, asked: Asked, language: Language): string {
  const words = pick(texts, language);
  const programme = programmeNames(practice, language).find((one) => one.value === asked.programme)?.label;
  const chosen = [
    programme && words.filters.programme(programme),
    asked.search && words.filters.search(asked.search),
    asked.verdict && words.filters.verdict(pick(reportTexts, language).verdicts[asked.verdict]),
    asked.changed && words.filters.changed,
  ].filter((one) => typeof one === "string" && one !== "");
  return chosen.length > 0 ? chosen.join(", ") : words.everything;
}

async function leave(
  actor: AccountActor,
  practice: PracticeRights,
  made: { table: Table; form: Form; name: string },
  id: string,
  detail: Record<string, string>,
): Promise<Leaving> {
  const { mediaType, ending, bytes } = await fileOf(made.table, made.form);
  await transaction((tx) =>
    audit(tx, actor, {
      event: "report.export",
      id,
      version: catalogueVersion,
      organisation: practice.agb,
      basis: practice.authorizationIds.join(" "),
      detail: { ...detail, rows: made.table.rows.length },
    }),
  );
  return { name: `${made.name}.${ending}`, mediaType, bytes };
}
