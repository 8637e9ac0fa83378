import { and, asc, eq } from "drizzle-orm";
import { db, type Reads, transaction } from "#db/client.server.ts";
import { careRelations, people, recordLinks } from "#db/schema/records.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { Forbidden, NotFound } from "#app/shared/errors.ts";
import { fullName } from "#app/shared/person-name.ts";
import { runsToday } from "#app/shared/running.server.ts";
import type { Person } from "../person.server.ts";
import type { Link } from "../read/gate.server.ts";

/** Environment and code under which a clinician treats people. @throws Forbidden for whoever is no clinician */
export function clinicianOf(actor: StaffActor): { environmentId: string; code: string } {
  const { environmentId, role, clinicianCode } = actor.staff;
  if (role !== "clinician" || clinicianCode === null) throw new Forbidden("staff_only");
  return { environmentId, code: clinicianCode };
}

/** The people whom this clinician treats today, as a condition of the query itself: nobody else is ever read. */
function treatedBy(actor: StaffActor) {
  const { environmentId, code } = clinicianOf(actor);
  return and(
    eq(people.environmentId, environmentId),
    eq(careRelations.environmentId, environmentId),
    eq(careRelations.clinicianCode, code),
    runsToday(careRelations),
  );
}

/**
 * One own client of a clinician, in the transaction of the act.
 * @throws NotFound for everybody else: of another clinician or environment, or no longer treated
 */
export async function ownClient(tx: Reads, actor: StaffActor, personId: string): Promise<Person> {
  const [row] = await tx
    .select({ person: people })
    .from(people)
    .innerJoin(careRelations, eq(careRelations.personId, people.id))
    .where(and(treatedBy(actor), eq(people.id, personId)));
  if (!row) throw new NotFound();
  return row.person;
}

/** The own clients of a clinician, by id, to be asked for inside another query. */
export const ownClientIds = (from: Reads, actor: StaffActor) =>
  from
    .select({ id: people.id })
    .from(people)
    .innerJoin(careRelations, eq(careRelations.personId, people.id))
    .where(treatedBy(actor));

/** Names of the own clients of a clinician, by id, in the transaction of the look that shows them. */
export async function ownClientNames(tx: Reads, actor: StaffActor): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: people.id, firstName: people.firstName, lastName: people.lastName })
    .from(people)
    .innerJoin(careRelations, eq(careRelations.personId, people.id))
    .where(treatedBy(actor));
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}

/** How many of the own clients of a clinician wait for the link to their record. */
export async function linksAsked(actor: StaffActor): Promise<number> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(careRelations, eq(careRelations.personId, people.id))
    .innerJoin(recordLinks, eq(recordLinks.personId, people.id))
    .where(and(treatedBy(actor), eq(recordLinks.state, "asked")));
  return new Set(rows.map(({ id }) => id)).size;
}

/** An own client in a list. */
export type ListedClient = {
  id: string;
  name: string;
  birthDate: string;
  link: Link["state"];
  askedAt: Date | null;
};

const sameLetters = (value: string) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The own clients of a clinician by last name, those only whose name holds `search`. One line in the log that names
 * each of them; what was searched for is not in it.
 */
export async function lookAtOwnClients(actor: StaffActor, search: string): Promise<ListedClient[]> {
  return transaction(async (tx) => {
    const rows = await tx
      .select({ person: people, link: recordLinks })
      .from(people)
      .innerJoin(careRelations, eq(careRelations.personId, people.id))
      .leftJoin(recordLinks, eq(recordLinks.personId, people.id))
      .where(treatedBy(actor))
      .orderBy(asc(people.lastName), asc(people.firstName), asc(people.id));
    const wanted = sameLetters(search.trim());
    const list = rows
      .map(({ person, link }) => ({
        id: person.id,
        name: fullName(person),
        birthDate: person.birthDate,
        link: link?.state ?? ("none" as const),
        askedAt: link?.askedAt ?? null,
      }))
      .filter(({ name }) => sameLetters(name).includes(wanted));
    await audit(tx, actor, {
      event: wanted ? "clinician.search" : "clinician.list",
      id: clinicianOf(actor).code,
      organisation: actor.staff.environmentId,
      basis: "care_relation",
      subjectIds: list.map(({ id }) => id),
      detail: { found: list.length },
    });
    return list;
  });
}
