import { z } from "zod";
import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import { finishAttempt } from "#app/platform/doors/attempts.server.ts";
import { createPerson } from "#app/clients/records/create-person.server.ts";
import { bsnIndex, personByBsn } from "#app/clients/records/person.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { birthDateOf, birthParts } from "#app/shared/fields/day.ts";
import { optionalName, personName } from "#app/shared/fields/name.ts";
import { refuseChild } from "../child/refuse-child.server.ts";
import { digidProof } from "../link/proof.server.ts";
import { begin, openAccount } from "./enter.server.ts";

/** What somebody new tells a network: who it is; with one name that is the last name. The number comes from DigiD. */
export const newPersonForm = z
  .object({
    firstName: optionalName.default(""),
    lastName: personName,
    ...birthParts,
  })
  .strict()
  .transform(({ firstName, lastName, ...parts }, context) => {
    const birthDate = birthDateOf(parts, today());
    if (birthDate === null) context.addIssue({ code: "custom", message: "birth", path: ["day"] });
    return { firstName, lastName, birthDate: birthDate ?? "" };
  });

/**
 * Lets somebody new into a network, at most ten minutes after DigiD proved the number: person, account and session at once.
 * @throws Conflict when the proof is too old, or the person is known meanwhile; Invalid under 12 (`day: "child"`)
 */
export async function joinNetwork(
  actor: StrangerActor,
  environment: Environment,
  token: string | null,
  who: { firstName: string; lastName: string; birthDate: string },
  device: string | null,
): Promise<{ session: string }> {
  const found = environment.unknownPerson === "create" ? await digidProof(environment, token) : null;
  if (!found) throw new Conflict("proof_late");
  if (ownDoorAt(who.birthDate, today(), false) !== "open") await refuseChild(actor, environment.id);
  return transaction(async (tx) => {
    await finishAttempt(tx, found.attempt.id);
    const index = bsnIndex(environment.id, found.proof.bsn);
    if (await personByBsn(environment.id, index, tx)) throw new Conflict("known_meanwhile");
    const person = await createPerson(tx, { environmentId: environment.id, bsn: found.proof.bsn, ...who });
    const account = await openAccount(tx, actor, person);
    return begin(tx, actor, account, found.proof, device);
  });
}
