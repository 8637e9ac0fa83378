import { existsSync } from "node:fs";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { indicatorById } from "#app/reports/definitions/catalogue.ts";
import type { Comparison } from "#db/schema/reports.ts";
import { deliveryById, type DeliveryRow, newestDeliveries } from "../deliveries/find.server.ts";
import { mayStep, type Step } from "../deliveries/states.ts";
import { levelsOf } from "./levels.ts";
import { type Running, runningCheck } from "./run-check.server.ts";
import { uploadFolder } from "#app/reports/deliveries/uploads-folder.server.ts";

const LISTED = 200;
const MOVERS = 10;

/** Deliveries for the list, newest first. Check rights first. */
export async function listOfDeliveries() {
  return (await newestDeliveries(LISTED)).map((row) => ({
    ...{ id: row.id, deliveryId: row.deliveryId, source: row.source, period: row.period, rows: row.rows },
    ...{ state: row.state, receivedAt: row.receivedAt.toISOString(), supersedes: row.supersedes },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    decided: decidedOf(row),
  }));
}

export type DeliveryView = Awaited<ReturnType<typeof viewOf>>;

/** All that a data manager may see of one delivery: never a figure of one practice. @throws NotFound */
export async function viewOf(id: string) {
  const row = await deliveryById(id);
  const running = runningCheck(id);
  const may = (step: Step) => mayStep(row.state, step);
  return {
    ...{ id, deliveryId: row.deliveryId, source: row.source, period: row.period, rows: row.rows, state: row.state },
    ...{ measuredOn: row.measuredOn, supersedes: row.supersedes, receivedBy: row.receivedBy, reason: row.reason },
    ...{ receivedAt: row.receivedAt.toISOString(), checkedAt: row.checkedAt?.toISOString() ?? null },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    decided: decidedOf(row),
    replaced: row.replacedId && (await deliveryById(row.replacedId)).deliveryId,
    faults: row.faults,
    levels: levelsOf(row.state, row.faults, row.comparison),
    preview: row.comparison && previewOf(row.comparison),
    running: running ? runningWords(running) : null,
    can: {
      publish: may("publish"),
      drop: may("drop") && !running,
      takeBack: may("takeBack"),
      check: may("begin") && !running && row.upload !== null && existsSync(uploadFolder(row.upload)),
    },
  };
}

const runningWords = ({ step, share }: Running) => ({ step, percent: Math.round(share * 100) });

const decidedOf = (row: Pick<DeliveryRow, "decidedAt" | "decidedBy" | "reason">) =>
  row.decidedAt && { at: row.decidedAt.toISOString(), by: row.decidedBy ?? "", reason: row.reason ?? "" };

/** What a data manager looks at before publishing: sums, practices by code, programmes and indicators that move most. */
function previewOf(comparison: Comparison) {
  const changes = comparison.indicators.flatMap(({ id, mean, meanBefore }) => {
    const known = indicatorById(id);
    if (!known || mean === null || meanBefore === null) return [];
    const { programme, name } = known;
    return [{ id, name, programme, mean, meanBefore, points: (mean - meanBefore) * 100 }];
  });
  const { before, totals, fresh, gone, moved, merged, findings } = comparison;
  return {
    ...{ before, totals, fresh, gone, moved, merged, findings },
    programmes: programmes.flatMap(({ id, name }) => {
      const own = changes.filter(({ programme }) => programme === id);
      if (own.length === 0) return [];
      const mean = own.reduce((sum, { points }) => sum + points, 0) / own.length;
      return [{ id, name, indicators: own.length, mean }];
    }),
    movers: changes.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, MOVERS),
  };
}
