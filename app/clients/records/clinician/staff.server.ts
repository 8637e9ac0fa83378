import { and, eq, gte, isNull, ne, or } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { environmentStaff } from "#db/schema/records.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { accountById, type Account } from "#app/platform/doors/account.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { nameAndAddress, type Invited, type NewPerson } from "#app/platform/doors/operators/add.server.ts";
import { requireAsked } from "#app/platform/doors/operators/asked.server.ts";
import { sameName } from "#app/platform/doors/operators/same-name.ts";
import type { StaffPlace, SystemActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { appointStaff } from "./appoint.server.ts";

/**
 * Lets a person work for an environment, from today on. Somebody without an account is invited; somebody with one keeps it,
 * when it is the same person by name. `known` tells which of the two.
 * @throws NotFound without such an environment; Forbidden without an active supervisor who asked; Invalid for a clinician
 * without code, or a last day that has passed; Conflict when the place is taken already, the code is another's, or the
 * address is of somebody else or of the operator
 */
export async function addStaff(
  actor: SystemActor,
  person: NewPerson,
  place: StaffPlace,
): Promise<Invited & { known: boolean }> {
  const environment = environmentOf(place.environmentId);
  if ((place.role === "clinician") !== (place.clinicianCode !== null)) throw new Invalid({ code: "clinician_only" });
  if (person.endsOn !== null && person.endsOn < today()) throw new Invalid({ until: "past" });
  return transaction(async (tx) => {
    await requireAsked(tx, actor, { act: place.role, about: `${nameAndAddress(person)}: ${environment.name}` });
    const known = await samePerson(tx, person);
    const invited = known
      ? { accountId: known.id, handoverCode: null }
      : await inviteAccount(tx, actor, { ...person, endsOn: null, agb: null, practiceName: environment.name });
    await refuseTakenCode(tx, place, invited.accountId);
    await appointStaff(tx, actor, invited.accountId, place, { endsOn: person.endsOn, again: known === null });
    return { ...invited, known: known !== null };
  });
}

/** The account that keeps, or null when one is to be invited. */
async function samePerson(tx: Transaction, person: NewPerson): Promise<Account | null> {
  const found = await accountAt(person.email, tx);
  const account = found && (await accountById(found.id, tx));
  if (!account || !found) return null;
  if (account.operatorRole !== null) throw new Conflict("of_the_operator");
  if (!sameName(account, person)) throw new Conflict("other_name");
  if (found.state !== "ended") return account;
  // Invited anew it would have again what it had at the practice.
  if ((await practiceRights(account.id, tx)).length > 0) throw new Conflict("ended_at_practice");
  return null;
}

/** Not ended before today. */
const running = () => or(isNull(environmentStaff.endsOn), gte(environmentStaff.endsOn, today()));

/** Under one code two people would see each other's clients. */
async function refuseTakenCode(
  tx: Transaction,
  { environmentId, clinicianCode }: StaffPlace,
  accountId: string,
): Promise<void> {
  if (clinicianCode === null) return;
  const same = and(
    eq(environmentStaff.environmentId, environmentId),
    eq(environmentStaff.clinicianCode, clinicianCode),
    ne(environmentStaff.accountId, accountId),
    running(),
  );
  const [taken] = await tx.select({ id: environmentStaff.id }).from(environmentStaff).where(same);
  if (taken) throw new Conflict("code_taken");
}
