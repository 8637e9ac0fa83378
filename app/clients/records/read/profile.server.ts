import { type Reads, transaction } from "#db/client.server.ts";
import { accountNames } from "#app/platform/doors/names.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { staffAccounts } from "#app/platform/rights/staff-accounts.server.ts";
import { fullName } from "#app/shared/person-name.ts";
import { treatingCodes } from "../care/treating.server.ts";
import { type Contact, openContent } from "../content.ts";
import { maskedBsn, type Person } from "../person.server.ts";
import { concerned, linkOf, type Opened, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";
import { readable } from "./readable.server.ts";

/** What the record system knows of a person. */
export type Profile = {
  name: string;
  birthDate: string;
  /** Masked; null without BSN, or signed in without DigiD. */
  bsn: string | null;
  /** Null: not known, or cannot be shown at this moment. */
  contact: Contact | null;
  /** Names of the own clinicians, as far as they work with this portal. */
  clinicians: string[];
};

/** The client's own data, to read (G-08); one line in the log. */
export async function lookAtProfile(
  actor: ClientActor,
  environment: Environment,
): Promise<Opened<{ profile: Profile }>> {
  return transaction(async (tx) => {
    const person = await concerned(tx, actor, environment);
    const link = await linkOf(tx, person);
    const because = whyShut(environment, actor, "profile", person, link);
    if (because || !person) return { open: false, because: because ?? "nobody", link };
    await logLook(tx, actor, person, {
      event: "profile.look",
      id: person.id,
      version: person.importedAt.toISOString(),
    });
    const contact = person.contact;
    return {
      open: true,
      link,
      profile: {
        name: fullName(person),
        birthDate: person.birthDate,
        // What is bound to the BSN is for the session of DigiD only.
        bsn: actor.way === "digid" ? readable(actor, "record_people", person.id, () => maskedBsn(person)) : null,
        contact:
          contact === null
            ? null
            : readable(actor, "record_people", person.id, () => openContent("record_people", person.id, contact)),
        clinicians: await clinicianNames(tx, person),
      },
    };
  });
}

async function clinicianNames(tx: Reads, person: Person): Promise<string[]> {
  const codes = await treatingCodes(tx, person.environmentId, person.id);
  const accounts = await accountNames(await staffAccounts(tx, person.environmentId, { role: "clinician", codes }), tx);
  return [...accounts.values()].map(({ name }) => name).toSorted();
}
