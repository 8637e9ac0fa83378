import { z } from "zod";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { own } from "#app/shared/own.ts";
import data from "./indicators.json" with { type: "json" };

const words = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

const source = z.strictObject({ title: z.string().min(1), year: z.number().int().nullable(), url: z.url() });

const codeList = z.strictObject({
  system: z.enum(["nhg", "icpc", "atc"]),
  label: words,
  codes: z.array(z.string().min(1)).min(1),
});

/** A value somebody published, in the unit of the indicator; for reading beside, never a benchmark. */
const published = z.strictObject({
  value: z.number(),
  qualifier: z.enum(["more_than", "less_than", "almost"]).optional(),
  sd: z.number().optional(),
  year: z.string(),
  population: z.string(),
  source: z.string(),
  note: z.string().optional(),
});

const indicator = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,4}-P?\d{2,3}$/),
  programme: z.string(),
  name: words,
  kind: z.enum(["population", "process", "outcome", "medication", "safety", "choice", "volume"]),
  direction: z.enum(["higher", "lower", "neutral"]),
  /** Figures are stored as a fraction: 0.255 is 25.5 percent, or 255 per 1000. */
  unit: z.enum(["percent", "per_1000"]),
  numerator: words,
  denominator: words,
  /** 0: the state on the measurement date. */
  windowMonths: z.number().int().min(0),
  minDenominator: z.number().int().min(1),
  codes: z.array(z.string()),
  /** "source": read in the named source; "usual": the customary definition, to be checked against the guideline document. */
  basis: z.enum(["source", "usual"]),
  sources: z.array(z.string()),
  published: z.array(published),
});

const catalogue = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d+$/),
  date: z.iso.date(),
  sources: z.record(z.string(), source),
  codeLists: z.record(z.string(), codeList),
  indicators: z.array(indicator).min(1),
});

export type Source = z.infer<typeof source>;
export type CodeList = z.infer<typeof codeList>;
export type Indicator = Omit<z.infer<typeof indicator>, "codes" | "sources" | "published"> & {
  codes: CodeList[];
  sources: Source[];
  published: (Omit<z.infer<typeof published>, "source"> & { source: Source })[];
};

const read = catalogue.parse(data);

function named<T>(list: Record<string, T>, key: string, at: string): T {
  const found = own(list, key);
  if (!found) throw new Error(`the indicator catalogue names "${key}" at ${at} but does not hold it`);
  return found;
}

/** All indicators, in the order in which they are shown. */
export const indicators: Indicator[] = read.indicators.map((entry) => ({
  ...entry,
  codes: entry.codes.map((key) => named(read.codeLists, key, entry.id)),
  sources: entry.sources.map((key) => named(read.sources, key, entry.id)),
  published: entry.published.map((value) => ({ ...value, source: named(read.sources, value.source, entry.id) })),
}));

const byId = new Map(indicators.map((entry) => [entry.id, entry]));
if (byId.size !== indicators.length) throw new Error("the indicator catalogue holds an id twice");
for (const { id, programme } of indicators) {
  if (!programmes.some((known) => known.id === programme)) throw new Error(`unknown programme "${programme}" at ${id}`);
}

/** The version deliveries refer to. */
export const catalogueVersion = read.version;

/** When this version was made, `YYYY-MM-DD`. */
export const catalogueDate = read.date;

/** The indicator with this id, or undefined when the catalogue has none. */
export function indicatorById(id: string): Indicator | undefined {
  return byId.get(id);
}
