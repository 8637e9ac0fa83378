import { db } from "#db/client.server.ts";
import { secondsLeft } from "#app/clients/accounts/stay.server.ts";
import { personById } from "#app/clients/records/person.server.ts";
import { aboutOf, reachFrom } from "#app/platform/rights/reach.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { NotFound } from "#app/shared/errors.ts";
import { fullName } from "#app/shared/person-name.ts";
import type { EnvironmentShell } from "#app/ui/shell.tsx";

/**
 * Who is signed in, and whom the page is about when that is somebody else. A relation that does not stand says nothing
 * here; the page itself refuses.
 */
export async function aboutShell(
  environment: Environment,
  client: ClientActor | null,
  relationId: string | undefined,
): Promise<Pick<EnvironmentShell, "client" | "helps">> {
  if (!client) return { client: null, helps: null };
  const reach = await reachFrom({ actor: client, environment }, relationId).catch((error: unknown) => {
    if (error instanceof NotFound) return { actor: client };
    throw error;
  });
  const { actor } = reach;
  const person = actor.relation && actor.clientId ? await personById(environment.id, actor.clientId, db) : null;
  return {
    client: {
      name: client.name,
      secondsLeft: secondsLeft(client),
      ready: client.termsAccepted,
      about: aboutOf(actor),
    },
    helps: person ? { at: clientPlace(actor), name: fullName(person) } : null,
  };
}
