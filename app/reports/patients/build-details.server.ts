import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Fault } from "#db/schema/reports.ts";
import { faultList } from "#app/reports/format/fault-list.ts";
import type { FileFacts } from "#app/reports/format/manifest.ts";
import { startLists } from "../figures/sealed-lists.server.ts";
import { force } from "../figures/write-release.server.ts";
import { readDetails } from "./read-details.server.ts";

/** Everything the thread needs that builds the file; it knows no configuration. */
export type DetailsOrder = {
  /** Where the file comes to stand. */
  file: string;
  key: Uint8Array;
  release: string;
  facts: FileFacts;
  measureDate: string;
};

/** Remembers the figures of a delivery and builds the file of its patients against them. */
export type DetailsBuild = {
  /** Notes a figure; practice and indicator by their place in the lists. */
  note: (practice: number, indicator: number, numerator: number, denominator: number) => void;
  /** Checks `details.csv` and writes its file. @returns what is wrong; nothing is left of the file then */
  build: (place: string, progress: (bytes: number) => void) => Fault[];
};

/** Prepares the file of patients of one delivery; runs in the thread that builds its release. */
export function detailsBuild(order: DetailsOrder, practices: string[], indicators: string[]): DetailsBuild {
  const practiceAt = new Map(practices.map((agb, at) => [agb, at]));
  const indicatorAt = new Map(indicators.map((id, at) => [id, at]));
  const cells = practices.length * indicators.length;
  const numerators = new Int32Array(cells);
  const denominators = new Int32Array(cells).fill(-1);
  const expected = {
    measureDate: order.measureDate,
    practices: new Set(practices),
    indicators: new Set(indicators),
    figure(practice: string, indicator: string) {
      const cell = practiceAt.get(practice)! * indicators.length + indicatorAt.get(indicator)!;
      const denominator = denominators[cell]!;
      return denominator < 0 ? undefined : { numerator: numerators[cell]!, denominator };
    },
  };
  return {
    note(practice, indicator, numerator, denominator) {
      const cell = practice * indicators.length + indicator;
      numerators[cell] = numerator;
      denominators[cell] = denominator;
    },
    build(place, progress) {
      const list = faultList("details.csv");
      if (!existsSync(place)) list.add(undefined, "missing");
      if (list.faults.length > 0) return list.faults;
      const temporary = `${order.file}.new`;
      rmSync(temporary, { force: true });
      const lists = startLists(temporary, order.key, order.release);
      try {
        readDetails(place, order.facts, expected, list, lists.add, progress);
        if (list.faults.length > 0) {
          lists.abandon();
          return list.faults;
        }
        lists.finish();
        chmodSync(temporary, 0o600);
        force(temporary);
        renameSync(temporary, order.file);
        force(path.dirname(order.file));
        return [];
      } catch (error) {
        lists.abandon();
        throw error;
      } finally {
        rmSync(temporary, { force: true });
      }
    },
  };
}
