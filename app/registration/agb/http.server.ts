import { z } from "zod";
import { config } from "#app/shared/config.server.ts";
import type { AgbRegister, Answer, Party, Relation } from "./register.ts";

const TIMEOUT_MS = 4000;
const day = z.string().transform((moment) => moment.slice(0, 10));
const dates = { aanvang: day, einde: day.nullish() };
const coded = z.object({ code: z.string(), omschrijving: z.string().nullish() });
const text = z.string().nullish();

/** Fields of the official query service (version 2) that are used; birth date and sex are not even read. */
const person = z.object({
  agbCode: z.string(),
  ...dates,
  voorletters: text,
  tussenvoegsel: text,
  achternaam: z.string(),
  geboortenaamTussenvoegsel: text,
  geboortenaam: text,
  zorgsoort: coded,
  kwalificaties: z.array(z.object({ code: z.string() })).nullish(),
});
const organisation = z.object({
  agbCode: z.string(),
  ...dates,
  naam: z.string(),
  handelsnaam: text,
  zorgsoort: coded,
  kwalificaties: z.array(z.object({ code: z.string() })).nullish(),
  adressen: z.array(z.object({ plaats: text })).nullish(),
  communicatiegegevens: z.array(z.object({ gegeven: z.string(), type: coded })).nullish(),
});
const relationList = z.object({
  relaties: z.array(z.object({ agbCode: z.string(), ...dates, type: coded })),
});

/** Asks once, for at most four seconds; anything but a good answer or a clear "not known" is `unreachable`. */
async function ask<T>(path: string, shape: z.ZodType<T>): Promise<Answer<T>> {
  const { url = "", token = "" } = config.agb ?? {};
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/v2/${path}`, {
      headers: { accept: "application/json", authorization: token },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return { state: "absent" };
    if (!response.ok) return { state: "unreachable" };
    return { state: "found", value: shape.parse(await response.json()) };
  } catch {
    return { state: "unreachable" };
  }
}

const joined = (prefix: string | null | undefined, name: string) => (prefix ? `${prefix} ${name}` : name);

function toPerson(found: z.output<typeof person>): Party {
  return {
    agb: found.agbCode,
    kind: "person",
    name: joined(found.tussenvoegsel, found.achternaam),
    initials: found.voorletters ?? null,
    birthName: found.geboortenaam ? joined(found.geboortenaamTussenvoegsel, found.geboortenaam) : null,
    tradeName: null,
    careKind: found.zorgsoort.code,
    qualifications: found.kwalificaties?.map((one) => one.code) ?? [],
    phone: null,
    email: null,
    place: null,
    startsOn: found.aanvang,
    endsOn: found.einde ?? null,
  };
}

function toPractice(kind: "organisation" | "location", found: z.output<typeof organisation>): Party {
  const contacts = found.communicatiegegevens?.map((one) => one.gegeven.trim()) ?? [];
  return {
    agb: found.agbCode,
    kind,
    name: found.naam,
    initials: null,
    birthName: null,
    tradeName: found.handelsnaam ?? null,
    careKind: found.zorgsoort.code,
    qualifications: found.kwalificaties?.map((one) => one.code) ?? [],
    phone: contacts.find((one) => /^\+?[\d\s()-]{9,20}$/.test(one)) ?? null,
    email: contacts.find((one) => one.includes("@")) ?? null,
    place: found.adressen?.[0]?.plaats ?? null,
    startsOn: found.aanvang,
    endsOn: found.einde ?? null,
  };
}

const map = <A, B>(answer: Answer<A>, change: (value: A) => B): Answer<B> =>
  answer.state === "found" ? { state: "found", value: change(answer.value) } : answer;

/** The official query service. A practice may be a legal entity or a location, so both are asked. */
export const serviceRegister: AgbRegister = {
  source: "register_service",
  async findPractitioner(agb) {
    return map(await ask(`zorgverleners/${agb}`, person), toPerson);
  },
  async findPractice(agb) {
    const entity = await ask(`ondernemingen/${agb}`, organisation);
    if (entity.state !== "absent") return map(entity, (found) => toPractice("organisation", found));
    return map(await ask(`vestigingen/${agb}`, organisation), (found) => toPractice("location", found));
  },
  async relations(agb) {
    for (const kind of ["zorgverleners", "ondernemingen", "vestigingen"]) {
      const found = await ask(`${kind}/${agb}/relaties/totaal`, relationList);
      if (found.state === "absent") continue;
      return map(found, ({ relaties }) =>
        relaties.map((one): Relation => {
          const ended = one.einde ?? null;
          const named = one.type.omschrijving ?? one.type.code;
          return { agbA: agb, agbB: one.agbCode, kind: named, startsOn: one.aanvang, endsOn: ended };
        }),
      );
    }
    return { state: "found", value: [] };
  },
};
