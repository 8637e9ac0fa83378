import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { type Reads, transaction } from "#db/client.server.ts";
import { partBlocks, partRemarks, recordLinks, recordParts } from "#db/schema/records.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { fullName } from "#app/shared/person-name.ts";
import { openContent } from "../content.ts";
import { holdLook } from "../holds/for-clinician.server.ts";
import { holdsOf, isStanding } from "../holds/standing.server.ts";
import { readable } from "../read/readable.server.ts";
import type { Person } from "../person.server.ts";
import { linkOf } from "../read/gate.server.ts";
import { isEarlier, type PartRow } from "../read/parts.server.ts";
import { logCare } from "./log-care.server.ts";
import { ownClient } from "./own-clients.server.ts";
import { standing } from "../standing.ts";
import { partOfPerson } from "./own-part.server.ts";

/** An own client with the link and the titles of the parts; one line in the log. @throws NotFound for anybody else */
export async function lookAtClient(actor: StaffActor, personId: string) {
  return transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const rows = await tx
      .select()
      .from(recordParts)
      .where(standing.parts(person))
      .orderBy(desc(recordParts.occurredOn), desc(recordParts.id));
    const [link] = await tx.select().from(recordLinks).where(eq(recordLinks.personId, person.id));
    const blocked = new Set((await blocksOf(tx, person)).map(({ partId }) => partId));
    const held = new Set((await holdsOf(tx, person)).filter(isStanding).map(({ partId }) => partId));
    await logCare(tx, actor, person.id, { event: "clinician.look", id: person.id });
    return {
      ...shownPerson(person),
      link: { ...(await linkOf(tx, person)), by: link?.linkedByName ?? null },
      parts: rows.map((row) => {
        return { ...listedPart(actor, row), blocked: blocked.has(row.id), held: held.has(row.id) };
      }),
    };
  });
}

/** One part of an own client with what stands beside it; one line in the log. @throws NotFound for anybody else */
export async function lookAtClientPart(actor: StaffActor, personId: string, partId: string) {
  return transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const row = await partOfPerson(tx, person, partId);
    const remarks = await tx
      .select()
      .from(partRemarks)
      .where(and(eq(partRemarks.partId, row.id), eq(partRemarks.personId, person.id)))
      .orderBy(asc(partRemarks.writtenAt));
    await logCare(tx, actor, person.id, { event: "clinician.part_look", id: row.id, version: row.version });
    return {
      person: shownPerson(person),
      part: shownPart(actor, row),
      blocked: (await blocksOf(tx, person)).some((one) => one.partId === row.id),
      hold: await holdLook(tx, actor, person, row),
      remarks: remarks.map(({ id, kind, text, writtenByName, writtenAt, partVersion }) => ({
        ...{ id, kind, by: writtenByName, writtenAt, earlier: isEarlier(partVersion, row) },
        text: readable(actor, "part_remarks", id, () =>
          openField(text, { table: "part_remarks", column: "text", row: id }),
        ),
      })),
    };
  });
}

const blocksOf = (tx: Reads, person: Person) =>
  tx
    .select({ partId: partBlocks.partId })
    .from(partBlocks)
    .where(and(eq(partBlocks.personId, person.id), isNull(partBlocks.liftedAt)));

const shownPerson = (person: Person) => ({ id: person.id, birthDate: person.birthDate, name: fullName(person) });

/** What a list shows: never the text, which is a look of its own. */
function listedPart(actor: StaffActor, row: PartRow) {
  const { id, occurredOn, title } = shownPart(actor, row);
  return { id, occurredOn, title };
}

/** Title null: it cannot be shown at this moment; one such part never hides the others. */
function shownPart(actor: StaffActor, row: PartRow) {
  const open = readable(actor, "record_parts", row.id, () => openContent("record_parts", row.id, row.content));
  const { title = null, author = null, text = null } = open ?? {};
  const { id, kind, occurredOn, unavailable } = row;
  return { id, kind, occurredOn, unavailable, title, author, text };
}
