import type { AccountActor } from "#app/shared/actor.ts";
import { requireFresh } from "#app/platform/rights/guards.server.ts";
import { oncePerAnswer } from "#app/shared/request.server.ts";
import { askedOf, listAddress } from "./asked.ts";
import { shownLists } from "./detail-files.server.ts";
import { type Look, lookAtList, patientRef } from "./look.server.ts";
import type { PatientsAt } from "./open-patients.server.ts";
import { standingReason } from "./reason.server.ts";
import { shownRows } from "./view.ts";
import type { Asked } from "./work-list.ts";

/** Under this name the one look of an answer is kept, whether the page or a revealed row began it. */
export const LOOK = "patients.look";

/**
 * What the page of patients shows: that there are none, the question for a reason, or the list.
 * @throws redirect to the page for a fresh code, when a reason was given and the last code is too old
 */
export async function patientsPage(actor: AccountActor, at: PatientsAt, query: URLSearchParams) {
  const lists = await shownLists(at.practice.agb, at.indicator.id);
  if (lists.length === 0) return { kind: "none" as const };
  const reason = await standingReason(actor, at);
  if (!reason) return { kind: "reason" as const };
  const asked = askedOf(query, at.indicator);
  const here = listAddress({ indicatorId: at.indicator.id, practice: query.get("praktijk") }, asked);
  if (!reason.openedAt) requireFresh(actor, here);
  const look = await oncePerAnswer(LOOK, () => lookAtList(actor, at, asked));
  return { kind: "list" as const, view: viewOf(look, at, asked) };
}

function viewOf(look: Look, at: PatientsAt, asked: Asked) {
  const { reason, list, lists, all, chosen } = look;
  const { period, measuredOn, keepUntil } = list;
  return {
    asked,
    purpose: reason.purpose,
    until: reason.expiresAt.toISOString(),
    period,
    periods: lists.map((one) => one.period),
    measuredOn,
    keepUntil,
    all,
    found: chosen.length,
    ...shownRows(look, asked, (row) => patientRef(at.practice.agb, row)),
  };
}

export type View = ReturnType<typeof viewOf>;
