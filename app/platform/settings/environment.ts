import type { Settings } from "./schema.ts";

/** One organisation's client side, as data: name, look, door, rules. No code knows an environment by name. */
export type Environment = Settings["environments"][number];

/** What a client may open; each with its own door. */
export type Category = Environment["opens"]["digid"][number];

/** One version of the terms of an environment. */
export type ClientTerms = Environment["terms"];
