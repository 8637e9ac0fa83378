import { and, inArray } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { step } from "#app/platform/cases/step.server.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { type Desk, kindsOf } from "./kinds.ts";
import { cases } from "./request-case.server.ts";
import { requester } from "./requester.server.ts";
import { ofPerson } from "./rows.server.ts";

/** The client takes a request back. @throws Conflict when it is answered or taken back already, or not the client's own */
export async function withdrawRequest(
  actor: ClientActor,
  environment: Environment,
  desk: Desk,
  id: string,
): Promise<void> {
  await transaction(async (tx) => {
    const person =
      desk === "practice"
        ? await openPerson(tx, actor, environment, "profile")
        : await requester(tx, actor, environment);
    const on = { id, where: and(ofPerson(person), inArray(clientRequests.kind, kindsOf(desk))) };
    if (desk === "practice") await step(tx, actor, cases.practice, "withdraw", on);
    else await step(tx, actor, cases.record, "withdraw", on);
  });
}
