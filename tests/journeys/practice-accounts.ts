/**
 * Run as a program of its own on the data of a running server with a desk (`practice-desk.ts`): accounts of clients of the
 * practice, one of a child and one of somebody of whom nobody knows the age.
 */
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { aPerson } from "#tests/client-world.ts";

const environmentId = "delinde";
const people = [
  { firstName: "Mira", lastName: "Vos", birthDate: "2018-05-03", externalId: "2001", bsn: "999990020" },
  { firstName: "Yusuf", lastName: "Aydin", birthDate: "0000-00-00", externalId: "2002", bsn: "999990032" },
  { firstName: "Greet", lastName: "de Boer", birthDate: "1948-07-21", externalId: "2003" },
  { firstName: "Sanne", lastName: "Postma", birthDate: "1991-02-11", externalId: "2004" },
];
for (const given of people) {
  const person = await aPerson({ environmentId, ...given });
  const { id: personId, firstName, lastName, bsnIndex } = person;
  const state = { state: "active" as const, acceptedTerms: 1, createdAt: now(), bsnIndex, digidLinkedAt: now() };
  await transaction(async (tx) => {
    await tx.insert(clientAccounts).values({ id: newId(), environmentId, personId, firstName, lastName, ...state });
  });
}
await closeDatabase();
