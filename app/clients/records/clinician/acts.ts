import { z } from "zod";
import { nothing } from "#app/shared/acts.ts";
import { words } from "#app/shared/fields/words.ts";

const days = z.string().default("").transform(Number);

/** What a clinician can do with one part of an own client. */
export const partActs = {
  note: z.object({ note: words() }),
  block: z.object({ reason: words() }),
  lift: nothing,
  hold: z.object({ days, holdReason: words() }),
  release: nothing,
  longer: z.object({ days, second: z.string().default("") }),
  longer_confirm: nothing,
};
