import path from "node:path";
import type { DeliveredPractice } from "#app/reports/figures/write-lists.server.ts";
import { startRelease } from "#app/reports/figures/write-release.server.ts";
import { summarise } from "#app/reports/figures/release-summary.ts";
import type { Comparison, Fault } from "#db/schema/reports.ts";
import { type DetailsOrder, detailsBuild } from "../patients/build-details.server.ts";
import { faultList } from "#app/reports/format/fault-list.ts";
import type { Manifest } from "#app/reports/format/manifest.ts";
import { compare, nothingBefore } from "./plausible.ts";
import { readPractices } from "./read-practices.server.ts";
import { readValues } from "./read-values.server.ts";

export type BuildOrder = {
  folder: string;
  /** Where the release file is made; it must not exist. */
  file: string;
  manifest: Manifest;
  manifestHash: string;
  /** Ids ascending. */
  indicators: string[];
  rates: boolean[];
  /** When the delivery brings rows of patients. */
  details?: DetailsOrder;
  /** Release file to compare with, when there is one. */
  before?: string;
};

export type Step = "practices" | "values" | "patients" | "benchmarks" | "comparison";
/** What is wrong; or, when nothing is, how the release differs from the one before. */
export type Built = { faults: Fault[]; comparison?: Comparison };

/**
 * Checks every row of a delivery and writes its release file; runs in a worker thread, as it holds its thread throughout.
 * @param progress the step, and the share of it that is done
 * @returns the file is whole when nothing is wrong
 */
export function buildRelease(order: BuildOrder, progress: (step: Step, share: number) => void): Built {
  const { manifest, folder } = order;
  progress("practices", 0);
  const practiceList = faultList("practices.csv");
  const practices = readPractices(path.join(folder, "practices.csv"), manifest.files["practices.csv"], practiceList);
  // Without a sound list of practices every figure would be one of an unknown practice.
  if (practiceList.faults.length > 0) return { faults: practiceList.faults };

  const writer = startRelease(order.file, {
    about: {
      period: manifest.period,
      measuredOn: manifest.measureDate,
      deliveryId: manifest.deliveryId,
      source: manifest.source,
      catalogueVersion: manifest.catalogueVersion,
      manifest: order.manifestHash,
    },
    indicators: order.indicators.map((id, number) => ({ id, unit: order.rates[number] ? "per_1000" : "percent" })),
    practices,
  });
  const list = faultList("values.csv");
  const facts = manifest.files["values.csv"];
  const expected = {
    period: manifest.period,
    practices: new Map(practices.map(({ agb }, number) => [Number(agb), number])),
    indicators: order.indicators,
    rates: order.rates,
  };
  const details =
    order.details &&
    detailsBuild(
      order.details,
      practices.map(({ agb }) => agb),
      order.indicators,
    );
  const share = (step: Step, all: number) => (bytes: number) => progress(step, Math.min(1, bytes / Math.max(1, all)));
  try {
    const add: typeof writer.add = (practice, indicator, numerator, denominator, weighed) => {
      writer.add(practice, indicator, numerator, denominator, weighed);
      details?.note(practice, indicator, numerator, denominator);
    };
    readValues(
      path.join(folder, "values.csv"),
      facts,
      expected,
      list,
      details ? add : writer.add,
      share("values", facts.bytes),
    );
    if (list.faults.length === 0 && details)
      list.faults.push(
        ...details.build(path.join(folder, "details.csv"), share("patients", order.details!.facts.bytes)),
      );
    if (list.faults.length === 0) {
      progress("benchmarks", 0);
      writer.finish();
      progress("comparison", 0);
      return { faults: [], comparison: compareWith(order, practices) };
    }
  } catch (error) {
    writer.abandon();
    throw error;
  }
  writer.abandon();
  return { faults: list.faults };
}

function compareWith({ file, before, manifest }: BuildOrder, practices: DeliveredPractice[]): Comparison {
  const merged = practices.filter(({ formerly }) => formerly.length > 0);
  const formerly = new Map(merged.map((one) => [Number(one.agb), one.formerly.map(Number)]));
  if (before !== undefined) return compare(summarise(file), summarise(before), formerly);
  // The control totals were found right: no need to read the whole file for them.
  const { numerator, denominator } = manifest.files["values.csv"].controlTotals;
  return nothingBefore({ practices: practices.length, numerator, denominator }, formerly);
}
