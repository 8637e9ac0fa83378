import { z } from "zod";
import { compact } from "./written.ts";

/** The code of a factor, without what people and messages put between its signs. What it is worth its verb says. */
export const factorCode = z.string().transform(compact).catch("");
