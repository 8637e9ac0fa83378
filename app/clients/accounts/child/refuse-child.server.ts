import { transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Invalid } from "#app/shared/errors.ts";

/**
 * Refuses a sign-up with the birth date of a child; that it was tried is logged, and nothing of who it was.
 * @throws Invalid always, at the first field of the birth date, so that a slip can be mended
 */
export async function refuseChild(actor: StrangerActor, environmentId: string): Promise<never> {
  const line = { event: "client.sign_up", outcome: "refused", reason: "child" } as const;
  await transaction((tx) =>
    audit(tx, actor, { ...line, object: "environment", id: environmentId, organisation: environmentId }),
  );
  throw new Invalid({ day: "child" });
}
