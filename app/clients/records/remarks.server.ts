import { type Transaction, transaction } from "#db/client.server.ts";
import { partRemarks } from "#db/schema/records.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { logCare } from "./care/log-care.server.ts";
import { ownClient } from "./care/own-clients.server.ts";
import { partOfPerson } from "./care/own-part.server.ts";
import type { Person } from "./person.server.ts";

/** `version`: of the part that the writer read; without it the one that stands. */
type Remark = {
  partId: string;
  version?: number;
  kind: "disagreement" | "statement";
  text: string;
  by: { id: string; name: string };
};

/**
 * A clinician notes at a part that the client disagrees (G-08); sealed, and never changed afterwards, only added to.
 * @throws NotFound for a part of anybody but an own client
 */
export async function noteDisagreement(
  actor: StaffActor,
  personId: string,
  partId: string,
  text: string,
): Promise<void> {
  await transaction(async (tx) => {
    const person = await ownClient(tx, actor, personId);
    const by = { id: actor.accountId, name: actor.name };
    const { version } = await addRemark(tx, person, { partId, kind: "disagreement", text, by });
    await logCare(tx, actor, person.id, { event: "part.disagreement", id: partId, version });
  });
}

/**
 * Puts a remark beside a part, in the transaction of the act that it belongs to, which writes the line in the log.
 * @throws NotFound for a part of anybody else
 */
export async function addRemark(
  tx: Transaction,
  person: Pick<Person, "id" | "environmentId">,
  { partId, version, kind, text, by }: Remark,
): Promise<{ version: string }> {
  const part = await partOfPerson(tx, person, partId);
  const id = newId();
  await tx.insert(partRemarks).values({
    ...{ id, environmentId: person.environmentId, personId: person.id, partId, kind },
    partVersion: version ?? part.version,
    text: sealField(text, { table: "part_remarks", column: "text", row: id }),
    ...{ writtenBy: by.id, writtenByName: by.name, writtenAt: now() },
  });
  return { version: String(part.version) };
}
