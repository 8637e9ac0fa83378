/** Beside a running server, in a process of its own: somebody who may activate an account. */
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";

await keepUp();
const [email = ""] = process.argv.slice(2);
const person = { firstName: "Noor", lastName: "Hoekstra", email, mobile: "+31610000071", language: "nl" as const };
const clock = { kind: "system", name: "journey" } as const;
await transaction((tx) => inviteAccount(tx, clock, { ...person, agb: null, practiceName: "De Linde" }));
await closeDatabase();
