import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { sealContent } from "#app/clients/records/content.ts";
import { bsnIndex, sealBsn } from "#app/clients/records/person.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { appointments, people, recordLinks, recordParts, treatments } from "#db/schema/records.ts";
import { newDatabase } from "#tests/settings.ts";

export const ENVIRONMENT = "getij";
const DAY = 86_400_000;

/**
 * A data folder with so many clients of one institution, each with an account, an appointment and a part of a record,
 * and one among them who is signed in, with 12 appointments and 40 parts; returns her cookie.
 */
export async function benchClientWorld(dataDir: string, clients: number): Promise<string> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "zorgpoort.db");
  newDatabase(file);
  crowd(file, clients);
  process.env.MODE = "test";
  process.env.DATA_DIR = dataDir;
  reloadConfig();
  const token = await transaction((tx) => oneAmongThem(tx));
  await closeDatabase();
  return `__Host-client-${ENVIRONMENT}=${token}`;
}

/** The others, straight in SQL: only their number matters, nobody opens what they hold. */
function crowd(file: string, clients: number): void {
  const connection = new Database(file);
  connection.exec("pragma synchronous = off; pragma cache_size = -200000;");
  const each = `with recursive each(n) as (select 1 union all select n + 1 from each where n < ${clients})`;
  const id = (kind: string) => `printf('01900000-%04x-7000-8${kind}00-%012x', n >> 8, n)`;
  const sealed = `'v1.k1.' || hex(randomblob(60))`;
  const at = Date.now() - 90 * DAY;
  connection.exec(`begin;
    insert into record_people (id, environment_id, external_id, first_name, last_name, birth_date, bsn, bsn_index, imported_at, line_hash)
      ${each} select ${id("1")}, '${ENVIRONMENT}', 'C' || n, 'Bo', 'Naam ' || n, date('1940-01-01', (n % 25000) || ' days'), ${sealed}, hex(randomblob(16)), ${at}, 'x' from each;
    insert into client_accounts (id, environment_id, state, person_id, first_name, last_name, mail_door, bsn_index, accepted_terms, created_at)
      ${each} select ${id("2")}, '${ENVIRONMENT}', 'active', ${id("1")}, 'Bo', 'Naam ' || n, 0, hex(randomblob(16)), 2, ${at} from each;
    insert into appointments (id, environment_id, person_id, external_id, state, starts_at, minutes, content, imported_at, changed_at, line_hash)
      ${each} select ${id("3")}, '${ENVIRONMENT}', ${id("1")}, 'A' || n, 'planned', ${at} + (n % 300) * ${DAY}, 45, ${sealed}, ${at}, ${at}, 'x' from each;
    insert into record_parts (id, environment_id, person_id, external_id, kind, occurred_on, version, content, unavailable, imported_at, changed_at, line_hash)
      ${each} select ${id("4")}, '${ENVIRONMENT}', ${id("1")}, 'P' || n, 'letter', date('2020-01-01', (n % 2000) || ' days'), 1, ${sealed}, 0, ${at}, ${at}, 'x' from each;
    commit; analyze;`);
  connection.close();
}

type Tx = Parameters<Parameters<typeof transaction>[0]>[0];

async function oneAmongThem(tx: Tx): Promise<string> {
  const moment = now();
  const [personId, accountId, treatmentId] = [newId(), newId(), newId()];
  const base = { environmentId: ENVIRONMENT, importedAt: moment, lineHash: "x" };
  const name = { firstName: "Fatima", lastName: "Yilmaz-de Wit" };
  const bsn = { bsn: sealBsn(personId, "999991772"), bsnIndex: bsnIndex(ENVIRONMENT, "999991772") };
  await tx.insert(people).values({ ...base, id: personId, externalId: "me", ...name, birthDate: "1980-04-02", ...bsn });
  const account = {
    id: accountId,
    environmentId: ENVIRONMENT,
    state: "active" as const,
    personId,
    ...name,
    bsnIndex: bsn.bsnIndex,
    acceptedTerms: environmentOf(ENVIRONMENT).terms.version,
    createdAt: moment,
  };
  const [row] = await tx.insert(clientAccounts).values(account).returning();
  await tx.insert(recordLinks).values({ id: newId(), ...base, personId, state: "linked", linkedAt: moment });
  const course = sealContent("treatments", treatmentId, { name: "Behandeling stemming", department: null });
  await tx
    .insert(treatments)
    .values({ ...base, id: treatmentId, personId, externalId: "me-t", startedOn: "2026-01-10", content: course });
  for (let i = 0; i < 12; i++) {
    const id = newId();
    const content = sealContent("appointments", id, {
      kind: "Gesprek",
      withWhom: "Karin Molenaar",
      location: "Het Getij, Kade 4",
      address: "Kade 4, Waterdam",
      how: "visit",
      preparation: null,
    });
    const startsAt = new Date(moment.getTime() + (i - 5) * 7 * DAY);
    const more = { state: "planned" as const, minutes: 45, changedAt: moment };
    await tx.insert(appointments).values({ ...base, ...more, id, personId, externalId: `me-${i}`, startsAt, content });
  }
  for (let i = 0; i < 40; i++) {
    const id = newId();
    const content = sealContent("record_parts", id, {
      title: `Verslag ${i + 1}`,
      author: "Karin Molenaar",
      authorRole: "behandelaar",
      text: "Wij spraken over de afgelopen weken.",
      fileName: null,
      mediaType: null,
      size: null,
      unavailable: null,
    });
    const occurredOn = `2026-${String((i % 11) + 1).padStart(2, "0")}-15`;
    const more = { kind: "report" as const, treatmentId, version: 1, changedAt: moment };
    await tx.insert(recordParts).values({ ...base, ...more, id, personId, externalId: `me-${i}`, occurredOn, content });
  }
  const facts = { requestId: "", address: "", client: "" };
  return startSession(tx, clientDoor(row!.environmentId), { ownerId: row!.id, way: "digid", level: 25, facts });
}
