import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catalogueVersion } from "#app/reports/definitions/catalogue.ts";
import { PRACTICES_HEADER_WIDE } from "#app/reports/deliveries/read-practices.server.ts";
import { VALUES_HEADER } from "#app/reports/deliveries/read-values.server.ts";
import { DETAILS_HEADER } from "#app/reports/patients/read-details.server.ts";
import { inventFigures } from "./figures-model.ts";
import { inventPatients, keepInvented } from "./invented-patients.ts";

export type DemoPractice = { agb: string; careGroup: string | null; name?: string };

export type DemoOptions = {
  /** How many practices in all, real ones included. */
  practices: number;
  /** How many quarters, the last of them `lastPeriod`. */
  periods: number;
  /** `2026-Q3` unless told. */
  lastPeriod?: string;
  seed: number;
  /** Practices of the demo world that are to have figures, with the name of their care group. */
  realPractices: DemoPractice[];
  /** For how many of the last quarters those practices also have patients; none unless told. */
  patientPeriods?: number;
};

const CARE_GROUP_SIZE = 40;
const NAMES = ["De Eik", "Het Baken", "De Brug", "Zonneweide", "De Kade", "Het Veer", "De Molen"];
const REGIONS = ["Duinen", "Polder", "Heuvelland", "Rivierengebied", "Heide", "Waddenkust"];

/**
 * Writes one delivery per quarter of an invented country, oldest first: `<folder>/<period>/`.
 * @returns the folders, in the order in which they are to be imported
 */
export function writeDemoDelivery(folder: string, options: DemoOptions): string[] {
  const practices = peopled(options);
  const world = inventFigures(practices.length, options.seed);
  const real = new Set(options.realPractices.map(({ agb }) => agb));
  return quarters(options.lastPeriod ?? "2026-Q3", options.periods).map((period, quarter) => {
    world.next();
    const rows: string[] = [];
    const patients: string[] = [];
    const measureDate = lastDay(period);
    const withPatients = quarter >= options.periods - (options.patientPeriods ?? 0);
    const totals = { numerator: 0, denominator: 0, expected: 0 };
    practices.forEach(({ agb }, number) => {
      const figures = world.figures(number).sort((a, b) => (a.indicator < b.indicator ? -1 : 1));
      if (world.isMissing() && !real.has(agb)) return;
      for (const { indicator, numerator, denominator, expected } of figures) {
        rows.push(`${agb};${indicator};${period};${numerator};${denominator};${expected ?? ""}`);
        totals.expected += Math.round((expected ?? 0) * 1000);
        totals.numerator += numerator;
        totals.denominator += denominator;
      }
      if (withPatients && real.has(agb)) patients.push(...inventPatients(agb, figures, measureDate, options.seed));
    });
    const place = path.join(folder, period);
    mkdirSync(place, { recursive: true });
    const write = (name: string, header: string, lines: string[]) => {
      const bytes = Buffer.from(`${[header, ...lines].join("\n")}\n`);
      writeFileSync(path.join(place, name), bytes);
      return { rows: lines.length, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    };
    const listed = practices.map(({ agb, careGroup, name }, n) =>
      [agb, careGroup ?? "", REGIONS[n % REGIONS.length], world.listSize(n), named(n, name), ""].join(";"),
    );
    const manifest = {
      schema: "zorgpoort-delivery/1",
      deliveryId: `demo-${period.toLowerCase()}`,
      source: "demo",
      period,
      measureDate,
      createdAt: `${measureDate}T22:00:00Z`,
      catalogueVersion,
      supersedes: null,
      files: {
        "practices.csv": write("practices.csv", PRACTICES_HEADER_WIDE, listed),
        "values.csv": {
          ...write("values.csv", `${VALUES_HEADER};expected`, rows),
          controlTotals: { ...totals, expected: totals.expected / 1000 },
        },
        ...(withPatients && {
          "details.csv": { ...write("details.csv", DETAILS_HEADER, patients), keepUntil: keepInvented(period) },
        }),
      },
    };
    writeFileSync(path.join(place, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    return place;
  });
}

/** Under which name a practice agreed to be seen by its care group: two in three do. */
const named = (number: number, name?: string) =>
  number % 3 === 0 ? "" : (name ?? `Praktijk ${NAMES[number % NAMES.length]} ${number}`);

/** The real practices and as many nameless ones as are missing, by code. */
function peopled({ practices, realPractices }: DemoOptions): DemoPractice[] {
  const given = [...new Set(realPractices.flatMap(({ careGroup }) => careGroup ?? []))];
  const wanted = Math.max(given.length, Math.round(practices / CARE_GROUP_SIZE));
  const groups = Array.from({ length: wanted }, (_, n) => given[n] ?? `Zorggroep ${n + 1}`);
  const list = new Map(realPractices.map((practice) => [practice.agb, practice]));
  for (let n = 0; list.size < practices; n++) {
    const agb = `019${String(n).padStart(5, "0")}`;
    // One in twenty works outside any care group.
    if (!list.has(agb)) list.set(agb, { agb, careGroup: n % 20 === 7 ? null : groups[n % groups.length]! });
  }
  return [...list.values()].sort((a, b) => (a.agb < b.agb ? -1 : 1));
}

function quarters(last: string, count: number): string[] {
  const end = Number(last.slice(0, 4)) * 4 + Number(last.slice(6)) - 1;
  return Array.from({ length: count }, (_, n) => {
    const quarter = end - count + 1 + n;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}

function lastDay(period: string): string {
  return `${period.slice(0, 4)}-${["03-31", "06-30", "09-30", "12-31"][Number(period.slice(6)) - 1]!}`;
}
