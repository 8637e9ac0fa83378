import path from "node:path";
import { startRelease } from "#app/reports/figures/write-release.server.ts";
import type { Fault } from "#db/schema/reports.ts";
import { type DetailsOrder, detailsBuild } from "../patients/build-details.server.ts";
import { faultList } from "./fault-list.ts";
import type { Manifest } from "./manifest.ts";
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
};

export type Step = "practices" | "values" | "patients" | "benchmarks";

/**
 * Checks every row of a delivery and writes its release file; runs in a worker thread, as it holds its thread throughout.
 * @param progress the step, and the share of it that is done
 * @returns what is wrong; the file is whole when nothing is
 */
export function buildRelease(order: BuildOrder, progress: (step: Step, share: number) => void): Fault[] {
  const { manifest, folder } = order;
  progress("practices", 0);
  const practiceList = faultList("practices.csv");
  const practices = readPractices(path.join(folder, "practices.csv"), manifest.files["practices.csv"], practiceList);
  // Without a sound list of practices every figure would be one of an unknown practice.
  if (practiceList.faults.length > 0) return practiceList.faults;

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
      return [];
    }
  } catch (error) {
    writer.abandon();
    throw error;
  }
  writer.abandon();
  return list.faults;
}
