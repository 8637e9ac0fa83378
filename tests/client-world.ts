/** Clients with their records, straight into the tables: invented people. What a test is about it makes with the verbs. */
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { recordFile, storeFile } from "#app/platform/files/store.server.ts";
import { type AppointmentContent, type Contact, type PartContent, sealContent } from "#app/clients/records/content.ts";
import { bsnIndex, sealBsn } from "#app/clients/records/person.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import {
  appointments,
  careRelations,
  partRemarks,
  people,
  recordLinks,
  recordParts,
  treatments,
} from "#db/schema/records.ts";

let last = 0;
const next = () => ++last;

type Person = typeof people.$inferSelect;
type Owner = Pick<Person, "id" | "environmentId">;

/** A person in the records of an environment (default: the institution); without `bsn` none is known. */
export async function aPerson(
  given: Partial<Omit<typeof people.$inferInsert, "bsn" | "contact">> & {
    bsn?: string | null;
    contact?: Partial<Contact>;
  } = {},
): Promise<Person> {
  const id = given.id ?? newId();
  const { bsn = null, contact, ...rest } = given;
  const environmentId = given.environmentId ?? "getij";
  const row = {
    id,
    environmentId,
    externalId: `P${next()}`,
    firstName: "Roos",
    lastName: "Vermeer",
    birthDate: "1984-03-12",
    importedAt: now(),
    lineHash: "",
    ...rest,
    bsn: bsn === null ? null : sealBsn(id, bsn),
    bsnIndex: bsn === null ? null : bsnIndex(environmentId, bsn),
    contact: sealContent("record_people", id, {
      street: "Dijkweg 4",
      postcode: "1234 AB",
      town: "Waterdam",
      phone: "06 12345678",
      email: "roos@voorbeeld.example",
      insurer: "Zorgzeker",
      ...contact,
    }),
  };
  await transaction(async (tx) => {
    await tx.insert(people).values(row);
  });
  return row;
}

/** A client who accepted the terms in force, signed in; `cookie` is the header of the browser. */
export async function aClient(
  person: Person,
  given: {
    way?: "digid" | "mail";
    level?: number | null;
    account?: Partial<typeof clientAccounts.$inferInsert>;
  } = {},
): Promise<{ actor: ClientActor; cookie: string; account: typeof clientAccounts.$inferSelect }> {
  const way = given.way ?? "digid";
  const environment = environmentOf(person.environmentId);
  const values = {
    id: newId(),
    environmentId: person.environmentId,
    state: "active" as const,
    personId: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    bsnIndex: person.bsnIndex,
    language: "nl" as const,
    acceptedTerms: environment.terms.version,
    createdAt: now(),
    ...given.account,
  };
  const level = given.level === undefined ? (way === "digid" ? 25 : null) : given.level;
  const facts = { requestId: "test", address: "192.0.2.1", client: "test" };
  const { account, token } = await transaction(async (tx) => {
    const [row] = await tx.insert(clientAccounts).values(values).returning();
    const started = await startSession(tx, clientDoor(row!.environmentId), { ownerId: row!.id, way, level, facts });
    return { account: row!, token: started };
  });
  const cookie = `__Host-client-${person.environmentId}=${token}`;
  const actor = await clientVisitor(new Request("http://localhost/", { headers: { cookie } }), environment);
  if (!actor) throw new Error("no session");
  return { actor, cookie, account };
}

/** An appointment, by default in three days at 14:00 Dutch winter time, for 45 minutes. */
export async function anAppointment(
  owner: Owner,
  given: Partial<Omit<typeof appointments.$inferInsert, "content">> & { content?: Partial<AppointmentContent> } = {},
) {
  const id = given.id ?? newId();
  const { content, ...rest } = given;
  const row = {
    id,
    environmentId: owner.environmentId,
    personId: owner.id,
    externalId: `A${next()}`,
    withdrawnAt: null,
    state: "planned" as const,
    startsAt: new Date("2026-11-27T13:00:00Z"),
    minutes: 45,
    importedAt: now(),
    changedAt: now(),
    lineHash: "",
    ...rest,
    content: sealContent("appointments", id, {
      kind: "Gesprek",
      withWhom: "Hanneke Bos",
      location: "Polikliniek Waterdam",
      address: "Kade 12, Waterdam",
      how: "visit",
      preparation: null,
      ...content,
    }),
  };
  await transaction(async (tx) => {
    await tx.insert(appointments).values(row);
  });
  return row;
}

/** A course of treatment; open unless `endedOn` is given. */
export async function aTreatment(
  owner: Owner,
  given: Partial<Omit<typeof treatments.$inferInsert, "content">> & { name?: string } = {},
) {
  const id = given.id ?? newId();
  const { name = "Cognitieve gedragstherapie", ...rest } = given;
  const row = {
    id,
    environmentId: owner.environmentId,
    personId: owner.id,
    externalId: `T${next()}`,
    withdrawnAt: null,
    startedOn: "2026-02-01",
    endedOn: null,
    importedAt: now(),
    lineHash: "",
    ...rest,
    content: sealContent("treatments", id, { name, department: "Volwassenen" }),
  };
  await transaction(async (tx) => {
    await tx.insert(treatments).values(row);
  });
  return row;
}

/** A part of a record: text, or with `bytes` a document that is in the store. */
export async function aPart(
  owner: Owner,
  given: Partial<Omit<typeof recordParts.$inferInsert, "content">> & {
    content?: Partial<PartContent>;
    bytes?: Uint8Array;
  } = {},
) {
  const id = given.id ?? newId();
  const { content: some, bytes, ...rest } = given;
  const content: PartContent = {
    title: "Verslag van het gesprek",
    author: "Hanneke Bos",
    authorRole: "psycholoog",
    text: bytes ? null : "U vertelde hoe het gaat.\n\nWij spraken af dat u elke dag naar buiten gaat.",
    fileName: bytes ? "brief.pdf" : null,
    mediaType: bytes ? "application/pdf" : null,
    size: bytes?.byteLength ?? null,
    unavailable: null,
    ...some,
  };
  const stored = bytes
    ? await storeFile({ kind: "record_part", name: content.fileName!, mediaType: content.mediaType!, bytes })
    : null;
  const row = {
    id,
    environmentId: owner.environmentId,
    personId: owner.id,
    treatmentId: null,
    externalId: `O${next()}`,
    withdrawnAt: null,
    kind: "report" as const,
    occurredOn: "2026-11-10",
    version: 1,
    unavailable: false,
    importedAt: now(),
    changedAt: now(),
    lineHash: "",
    fileId: stored?.id ?? null,
    ...rest,
    content: sealContent("record_parts", id, content),
  };
  await transaction(async (tx) => {
    if (stored) await recordFile(tx, stored);
    await tx.insert(recordParts).values(row);
  });
  return row;
}

/** The record link of a person; linked unless said otherwise. */
export async function aLink(owner: Owner, given: Partial<typeof recordLinks.$inferInsert> = {}) {
  const state = given.state ?? "linked";
  const row = {
    id: newId(),
    environmentId: owner.environmentId,
    personId: owner.id,
    state,
    askedAt: state === "asked" ? now() : null,
    linkedAt: state === "linked" || state === "unlinked" ? now() : null,
    linkedBy: null,
    linkedByName: "Hanneke Bos",
    unlinkedAt: state === "unlinked" ? now() : null,
    ...given,
  };
  await transaction(async (tx) => {
    await tx.insert(recordLinks).values(row);
  });
  return row;
}

/** A clinician (by code) who treats a person, from today on. */
export async function aCareRelation(owner: Owner, clinicianCode: string, endsOn: string | null = null) {
  const row = {
    id: newId(),
    environmentId: owner.environmentId,
    personId: owner.id,
    clinicianCode,
    startsOn: today(),
    endsOn,
  };
  await transaction(async (tx) => {
    await tx.insert(careRelations).values(row);
  });
  return row;
}

/** A remark beside a part. */
export async function aRemark(
  owner: Owner,
  partId: string,
  kind: "disagreement" | "statement" = "disagreement",
  text = "De cliënt is het niet eens met deze zin.",
) {
  const id = newId();
  const row = {
    id,
    environmentId: owner.environmentId,
    personId: owner.id,
    partId,
    kind,
    text: sealField(text, { table: "part_remarks", column: "text", row: id }),
    writtenBy: newId(),
    writtenByName: "Hanneke Bos",
    writtenAt: now(),
  };
  await transaction(async (tx) => {
    await tx.insert(partRemarks).values(row);
  });
  return row;
}
