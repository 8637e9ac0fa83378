import { z } from "zod";
import { parseForm, readForm } from "#app/shared/form.ts";
import { median } from "./median.ts";

const SIZES = [100, 1_000, 10_000] as const;
const ROUNDS = 9;

export type FormsBench = {
  /** Time per field in microseconds: of the parser, and of a bare walk over the same form. */
  perField: { fields: number; ours: number; bare: number }[];
  /** Milliseconds to refuse the body of a form with 80,000 names. */
  refused: number;
};

/** As a form of ours: a few fields by name, and tick boxes of one name without end. */
const schema = z.object({ name: z.string().max(400), paragraphs: z.array(z.string().max(20)) });

/** The parser of forms at growing sizes, by turns: half of the fields are tick boxes, half have names nobody knows; medians. */
export async function benchForms(): Promise<FormsBench> {
  const cases = SIZES.map((fields) => {
    const form = new FormData();
    form.append("name", "De Linde");
    for (let i = 1; i < fields; i++) form.append(i % 2 ? "paragraphs" : `field${i}`, String(i));
    return { fields, form, ours: [] as number[], bare: [] as number[] };
  });
  for (let round = -2; round < ROUNDS; round++)
    for (const one of cases) {
      // As many fields in all at each size, so that one tick of the clock weighs the same.
      const times = 20_000 / one.fields;
      const ours = spent(times, () => parseForm(schema, one.form)) / one.fields;
      const bare = spent(times, () => new Map(one.form)) / one.fields;
      if (round < 0) continue;
      one.ours.push(ours);
      one.bare.push(bare);
    }
  const perField = cases.map(({ fields, ours, bare }) => ({ fields, ours: median(ours), bare: median(bare) }));
  return { perField, refused: await refusal() };
}

/** Microseconds of one run. */
function spent(times: number, work: () => unknown): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return ((performance.now() - start) * 1_000) / times;
}

async function refusal(): Promise<number> {
  const body = Array.from({ length: 80_000 }, (_, i) => `f${i}=`).join("&");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const request = new Request("http://localhost/", { method: "POST", headers, body });
    const start = performance.now();
    const taken = await readForm(request).then(
      () => true,
      () => false,
    );
    if (taken) throw new Error("80,000 fields were taken");
    times.push(performance.now() - start);
  }
  return median(times);
}
