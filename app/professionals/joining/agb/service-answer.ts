import { z } from "zod";
import { dutchDate } from "#app/shared/clock.server.ts";

/**
 * Shapes of the answers of the AGB query service, version 2, as its contract has them (`AGBCode`, `Aanvang`,
 * `Zorgsoort.Code`, `Relaties`); names of fields are read whatever their case. Of persons neither birth date nor sex is
 * in a shape, so neither is kept. Source: the published OpenAPI description of the service.
 */
const DEEPEST = 8;

/** The same answer with the names of its fields in small letters. @throws RangeError when it is nested without end */
export function inSmallLetters(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new RangeError("nested too deep");
  if (Array.isArray(value)) return value.map((one) => inSmallLetters(one, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.toLowerCase(), inSmallLetters(one, depth + 1)]),
  );
}

// Moments stand without zone and mean Dutch time; one that names a zone is brought there first.
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((moment) =>
    /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(moment) ? dutchDate(new Date(moment)) : moment.slice(0, 10),
  );
const dates = { aanvang: day, einde: day.nullish().transform((end) => end ?? null) };
const filled = (value: string | null | undefined) => value?.trim() || null;
const text = z.string().nullish().transform(filled);
const coded = z.object({ code: z.string().trim(), omschrijving: text });
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((all) => all ?? []);
const agbCode = z.string().regex(/^\d{8}$/);

const party = {
  agbcode: agbCode,
  ...dates,
  zorgsoort: coded,
  kwalificaties: list(z.object({ code: z.string().trim(), aanvang: day.nullish(), einde: dates.einde })),
};

export const personAnswer = z.object({
  ...party,
  voorletters: text,
  tussenvoegsel: text,
  achternaam: z.string().trim().min(1),
  geboortenaamtussenvoegsel: text,
  geboortenaam: text,
});

export const practiceAnswer = z.object({
  ...party,
  naam: z.string().trim().min(1),
  handelsnaam: text,
  adressen: list(z.object({ ...dates, plaats: text, type: coded.nullish() })),
  communicatiegegevens: list(z.object({ ...dates, gegeven: z.string().trim(), type: coded })),
});

export const relationsAnswer = z.object({
  relaties: list(z.object({ ...dates, agbcode: agbCode, type: coded, rol: coded.nullish() })),
});

export type PersonAnswer = z.output<typeof personAnswer>;
export type PracticeAnswer = z.output<typeof practiceAnswer>;
export type RelationsAnswer = z.output<typeof relationsAnswer>;
