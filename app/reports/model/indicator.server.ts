import type { PracticeRights } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { opaque } from "#app/shared/opaque.ts";
import { indicatorById, indicators, type Indicator } from "#app/reports/definitions/catalogue.ts";
import { indicator as figuresOf, published } from "#app/reports/figures/read.server.ts";
import { keptAnswer } from "./kept-answers.server.ts";
import { reportOf, type Report, type Scope } from "./report.ts";
import { mayOpen } from "./overview.server.ts";

/** The indicator of this id. @throws NotFound when there is none, or it is not open to this person */
export function openIndicator(practice: PracticeRights, id: string | undefined): Indicator {
  const found = id === undefined ? undefined : indicatorById(id);
  if (!found || !mayOpen(practice, found)) throw new NotFound();
  return found;
}

/** The report of one indicator, or null when nothing was published of it for this practice. */
export async function reportFor(practice: PracticeRights, indicator: Indicator, scope: Scope): Promise<Report | null> {
  const figures = await figuresOf(practice.agb, indicator.id, scope);
  return figures && reportOf(indicator, figures, scope);
}

/** The same, packed for a page. */
export async function packedReport(practice: PracticeRights, indicator: Indicator, scope: Scope) {
  const asked = ["report", practice.agb, indicator.id, scope];
  return keptAnswer(await published(), asked, async () => opaque(await reportFor(practice, indicator, scope)));
}

/** The indicators before and after this one in its programme. */
export function neighbours(indicator: Indicator): { previous: Indicator | null; next: Indicator | null } {
  const programme = indicators.filter((one) => one.programme === indicator.programme);
  const place = programme.indexOf(indicator);
  return { previous: programme[place - 1] ?? null, next: programme[place + 1] ?? null };
}
