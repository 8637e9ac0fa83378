import { z } from "zod";
import { MIB } from "#app/shared/bytes.ts";
import type { Audience } from "#db/schema/reports.ts";
import { AUDIENCES } from "./audience.ts";

/** The most bytes of the file of a product. */
export const LARGEST = 20 * MIB;
const MOST_CODES = 500;
const title = z.string().trim().max(120, "long");
/** Codes as people paste them: one per line, or with spaces, commas or semicolons between. */
const codesIn = (text: string) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** What goes with a product. Codes, not words: `texts.ts` has the words. */
export const productForm = z
  .object({
    titleNl: title.min(1, "required"),
    titleEn: title.optional(),
    period: z.string().regex(/^20\d\d(?:-Q[1-4])?$/, "choose"),
    to: z.enum(AUDIENCES, "choose"),
    careGroup: z.string().trim().max(200, "long").optional(),
    agb: z.string().optional(),
  })
  .superRefine(({ to, careGroup, agb }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (to === "care_group" && !careGroup) say("careGroup", "choose");
    if (to !== "practices") return;
    const codes = codesIn(agb ?? "");
    if (codes.length === 0) say("agb", "required");
    else if (codes.length > MOST_CODES) say("agb", "many");
    else if (codes.some((code) => !/^\d{8}$/.test(code))) say("agb", "code");
  });

/** Why a product is taken back. */
export const withdrawForm = z.object({ reason: z.string().trim().min(1, "required").max(400, "long") });

export type ProductInput = { titleNl: string; titleEn: string | null; period: string; audience: Audience };

/** What the form says, as it is kept. */
export function productInput(typed: z.output<typeof productForm>): ProductInput {
  const { titleNl, titleEn, period } = typed;
  return { titleNl, titleEn: titleEn || null, period, audience: audienceIn(typed) };
}

function audienceIn({ to, careGroup, agb }: z.output<typeof productForm>): Audience {
  if (to === "care_group") return { to, name: careGroup ?? "" };
  if (to === "practices") return { to, agb: codesIn(agb ?? "") };
  return { to };
}
