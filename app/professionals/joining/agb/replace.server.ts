import { eq, inArray } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { agbParties, agbRelations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { canonicalJson } from "#app/shared/canonical-json.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { Party, Relation } from "./register.ts";

export type Replaced = { added: number; changed: number; removed: number; unchanged: number };

const CHUNK = 400;
const keyOf = (relation: Relation) => [relation.agbA, relation.agbB, relation.kind, relation.startsOn].join("|");
const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

function* chunks<T>(all: T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
}

/**
 * Makes the register table equal to a judged file: writes only what differs, in short transactions, so that a server beside it
 * keeps answering. Broken off and run again it ends the same.
 * @param progress called with how many of the rows have been dealt with
 */
export async function replaceRegister(
  actor: SystemActor,
  file: { parties: Party[]; relations: Relation[] },
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Replaced> {
  const heldParties = new Map((await db.select().from(agbParties)).map((row) => [row.agb, row]));
  const heldRelations = new Map((await db.select().from(agbRelations)).map((row) => [keyOf(row), row]));
  const result: Replaced = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  const total = file.parties.length + file.relations.length;
  let done = 0;
  const count = (held: unknown, alike: boolean) => {
    if (!held) result.added += 1;
    else if (alike) result.unchanged += 1;
    else result.changed += 1;
  };
  for (const part of chunks(file.parties)) {
    const differing = part.filter((party) => {
      const held = heldParties.get(party.agb);
      count(held, same(held, party));
      heldParties.delete(party.agb);
      return !same(held, party);
    });
    await transaction(async (tx) => {
      for (const party of differing)
        await tx.insert(agbParties).values(party).onConflictDoUpdate({ target: agbParties.agb, set: party });
    });
    progress((done += part.length), total);
  }
  for (const part of chunks(file.relations)) {
    // Judged before the transaction, which may be run twice.
    const judged = part.map((relation) => {
      const held = heldRelations.get(keyOf(relation));
      count(held, held?.endsOn === relation.endsOn);
      heldRelations.delete(keyOf(relation));
      return { relation, held };
    });
    await transaction(async (tx) => {
      for (const { relation, held } of judged) {
        if (!held) await tx.insert(agbRelations).values({ id: newId(), ...relation });
        else if (held.endsOn !== relation.endsOn)
          await tx.update(agbRelations).set({ endsOn: relation.endsOn }).where(eq(agbRelations.id, held.id));
      }
    });
    progress((done += part.length), total);
  }
  await removeRest(
    [...heldParties.keys()],
    [...heldRelations.values()].map((row) => row.id),
  );
  result.removed = heldParties.size + heldRelations.size;
  await transaction((tx) => audit(tx, actor, { event: "register.import", detail: result }));
  return result;
}

async function removeRest(codes: string[], relationIds: string[]): Promise<void> {
  for (const part of chunks(codes)) {
    await transaction(async (tx) => {
      await tx.delete(agbParties).where(inArray(agbParties.agb, part));
    });
  }
  for (const part of chunks(relationIds)) {
    await transaction(async (tx) => {
      await tx.delete(agbRelations).where(inArray(agbRelations.id, part));
    });
  }
}
