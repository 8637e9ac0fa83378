import type { Reads } from "#db/client.server.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { staffAccounts } from "#app/platform/rights/staff-accounts.server.ts";
import { plusDays } from "#app/shared/working-days.ts";
import { treatingCodes } from "../care/treating.server.ts";
import type { Person } from "../person.server.ts";
import type { PartRow } from "../read/parts.server.ts";
import { holdsOf, isStanding } from "./standing.server.ts";

/** How the hold of a part stands, for a clinician who treats the client. */
export type HoldLook = {
  /** `opensOn`: the day on which the client sees the part by itself. */
  standing: { opensOn: string; by: string; mine: boolean } | null;
  /** This version was held before and cannot be held again. */
  heldBefore: boolean;
  /** That a colleague was asked to confirm; `opensOn` is the day with the days that were asked for. */
  longer: { by: string; of: string; mine: boolean; confirmed: boolean; opensOn: string } | null;
  /** Who could be asked: colleagues who treat the client today. */
  colleagues: { id: string; name: string }[];
};

/** Reads it in the transaction of the look at the part. */
export async function holdLook(tx: Reads, actor: StaffActor, person: Person, part: PartRow): Promise<HoldLook> {
  const holds = (await holdsOf(tx, person)).filter(({ partId }) => partId === part.id);
  const hold = holds.find(isStanding);
  const heldBefore = holds.some(({ version }) => version === part.version);
  if (!hold) return { standing: null, heldBefore, longer: null, colleagues: [] };
  const confirmed = hold.longerConfirmedAt !== null;
  return {
    standing: { opensOn: hold.opensOn, by: hold.heldByName, mine: hold.heldBy === actor.accountId },
    heldBefore,
    longer:
      hold.longerAskedOf === null
        ? null
        : {
            ...{ by: hold.heldByName, of: hold.longerAskedOfName ?? "", mine: hold.longerAskedOf === actor.accountId },
            ...{ confirmed, opensOn: confirmed ? hold.opensOn : plusDays(hold.opensOn, hold.longerDays ?? 0) },
          },
    colleagues: await colleaguesOf(tx, actor, person),
  };
}

/** Other clinicians who treat a person today and work with this portal. */
export async function colleaguesOf(
  tx: Reads,
  actor: StaffActor,
  { id: personId, environmentId }: Person,
): Promise<{ id: string; name: string }[]> {
  const codes = await treatingCodes(tx, environmentId, personId);
  const ids = await staffAccounts(tx, environmentId, { role: "clinician", codes });
  const names = await accountNames(
    ids.filter((id) => id !== actor.accountId),
    tx,
  );
  return [...names.values()].map(({ id, name }) => ({ id, name }));
}
