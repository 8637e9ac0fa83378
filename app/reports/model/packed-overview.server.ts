import type { PracticeRights } from "#app/shared/actor.ts";
import type { Language } from "#app/shared/i18n.ts";
import { opaque } from "#app/shared/opaque.ts";
import { published } from "#app/reports/figures/read.server.ts";
import { keptAnswer } from "./kept-answers.server.ts";
import { type askedOf, isListing } from "./asked.ts";
import { cardsOf } from "#app/reports/model/cards.ts";
import { overviewFor } from "./overview.server.ts";

/** The overview packed for its page: a list with every row that was asked for, or each programme in short. */
export async function packedOverview(practice: PracticeRights, asked: ReturnType<typeof askedOf>, language: Language) {
  const { programme, search, verdict, changed } = asked;
  const rights = JSON.stringify(practice.reportGroups);
  const key = ["overview", practice.agb, rights, language, programme, search, verdict ?? "", String(changed)];
  return keptAnswer(await published(), key, async () => {
    const found = await overviewFor(practice, asked, language);
    if (!found) return opaque(null);
    const listing = isListing(asked);
    return opaque({ ...found, groups: listing ? found.groups : [], cards: listing ? [] : cardsOf(found.groups) });
  });
}
