import { z } from "zod";
import { reference } from "#app/shared/fields/words.ts";

/** What somebody can do on the page of the own account. Without a session named, all others end. */
export const accountActs = {
  end: z.object({ session: reference.optional() }),
  password: z.object({ current: z.string().catch(""), password: z.string().catch("") }),
};
