import { and, desc, eq } from "drizzle-orm";
import { transaction, type Reads } from "#db/client.server.ts";
import { clientAccounts, clientMatches } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { type Person, personsIn } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { type OwnDoor, opensOn, ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import { accountIn } from "../mailed/accounts.server.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { accountCourse } from "./account-case.server.ts";
import type { Difference } from "./differs.ts";
import { staffOf } from "./staff.server.ts";

const PAGE = 25;

/** How an account stands, for whoever looks after it. paused: it is there, and its owner may not come in alone. */
export const standings = ["waiting", "paused", "matched", "refused", "closed"] as const;
export type Standing = (typeof standings)[number];

/** An account in a list. `door` says why a paused one is shut. */
export type ListedAccount = {
  id: string;
  name: string;
  birthDate: string;
  email: string | null;
  standing: Standing;
  door: OwnDoor;
  /** Number of the matched person in the system of origin. */
  number: string | null;
};

export type AccountPage = {
  rows: ListedAccount[];
  found: number;
  page: number;
  pages: number;
  counts: Record<Standing, number>;
};

const sameLetters = (value: string) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/**
 * The accounts of clients of the own environment by last name, 25 a page: those only whose name, address or number holds
 * `search`, and that stand as asked. One line in the log that names each person shown; what was searched for is not in it.
 * @param asked.page from 1 on; beyond the last it is the last
 */
export async function lookAtAccounts(
  actor: StaffActor,
  asked: { search: string; standing: Standing | null; page: number },
): Promise<AccountPage> {
  const environmentId = staffOf(actor);
  return transaction(async (tx) => {
    const all = await listed(tx, environmentId);
    const wanted = sameLetters(asked.search);
    const holding = all.filter(({ name, email, number }) =>
      sameLetters([name, email, number].filter(Boolean).join("\n")).includes(wanted),
    );
    const counts = Object.fromEntries(
      standings.map((one) => [one, holding.filter(({ standing }) => standing === one).length]),
    ) as Record<Standing, number>;
    const found = holding.filter(({ standing }) => asked.standing === null || standing === asked.standing);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    const rows = found.slice((page - 1) * PAGE, page * PAGE);
    await audit(tx, actor, {
      event: wanted ? "client.accounts_search" : "client.accounts_list",
      id: environmentId,
      organisation: environmentId,
      subjectIds: rows.flatMap(({ personId }) => personId ?? []),
      detail: { found: found.length, page },
    });
    return { rows: rows.map(({ personId: _, ...row }) => row), found: found.length, page, pages, counts };
  });
}

async function listed(tx: Reads, environmentId: string): Promise<(ListedAccount & { personId: string | null })[]> {
  const accounts = await tx
    .select()
    .from(clientAccounts)
    .where(eq(clientAccounts.environmentId, environmentId))
    .orderBy(clientAccounts.id);
  const ids = [...new Set(accounts.flatMap(({ personId }) => personId ?? []))];
  const persons = await personsIn(environmentId, ids, tx);
  return accounts.toSorted(byName).map((account) => {
    const person = account.personId === null ? undefined : persons.get(account.personId);
    const { id, firstName, lastName, email, personId } = account;
    const birthDate = person?.birthDate ?? account.birthDate ?? "0000-00-00";
    const about = { name: `${firstName} ${lastName}`.trim(), birthDate, number: person?.externalId ?? null };
    return { id, email, personId, ...about, ...standingOf(account, birthDate) };
  });
}

/** As a Dutch list is sorted: capitals and accents make no difference of their own. */
const byName = (a: ClientAccount, b: ClientAccount) =>
  a.lastName.localeCompare(b.lastName, "nl") || a.firstName.localeCompare(b.firstName, "nl");

function standingOf(account: ClientAccount, birthDate: string): { standing: Standing; door: OwnDoor } {
  const door = ownDoorAt(birthDate, today(), account.ageSeenAt !== null);
  if (account.state === "signed_up") return { standing: "waiting", door };
  if (account.state === "refused" || account.state === "closed") return { standing: account.state, door };
  return { standing: door === "open" ? "matched" : "paused", door };
}

/**
 * One account of the own environment with its receipts, newest first; who looked is a line in the log.
 * @throws NotFound for one of another environment, as if it did not exist (H11)
 */
export async function lookAtAccount(actor: StaffActor, id: string) {
  const environmentId = staffOf(actor);
  return transaction(async (tx) => {
    const account = await accountIn(environmentId, id, tx);
    if (!account) throw new NotFound();
    const matches = await tx
      .select()
      .from(clientMatches)
      .where(and(eq(clientMatches.accountId, account.id), eq(clientMatches.environmentId, environmentId)))
      .orderBy(desc(clientMatches.matchedAt), desc(clientMatches.id));
    const ids = [
      ...new Set([account.personId, ...matches.map(({ personId }) => personId)].flatMap((one) => one ?? [])),
    ];
    const persons = await personsIn(environmentId, ids, tx);
    const line = { event: "client.account_look", id: account.id, organisation: environmentId } as const;
    await audit(tx, actor, { ...line, subjectIds: ids });
    const own = account.personId === null ? undefined : persons.get(account.personId);
    const birthDate = own?.birthDate ?? account.birthDate ?? "0000-00-00";
    return {
      account,
      birthDate,
      opensOn: opensOn(birthDate),
      course: await accountCourse(tx, account.id),
      person: own ? shown(own) : null,
      receipts: matches.map(({ checked, personId, ...match }) => {
        const person = persons.get(personId);
        return { ...match, person: person ? shown(person) : null, checked: JSON.parse(checked) as Difference[] };
      }),
      ...standingOf(account, birthDate),
    };
  });
}

const shown = ({ firstName, lastName, birthDate, externalId }: Person) => ({
  name: `${firstName} ${lastName}`.trim(),
  birthDate,
  number: externalId,
});
