/** Beside a running server, in a process of its own: the demo register, a care group, and somebody of the desk who is signed in. */
import { keepUp, terms } from "#app/platform/settings/in-force.server.ts";
import { answerTerms } from "#app/platform/doors/terms.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { startSession } from "#app/platform/doors/sessions.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { anAgent, withRegister } from "#tests/registration-world.ts";

await keepUp();
await withRegister();
const agent = await anAgent();
const facts = { requestId: "", address: "127.0.0.1", client: "journey" };
const session = await transaction((tx) =>
  startSession(tx, accountDoor, { ownerId: agent.accountId, way: "app", facts }),
);
await answerTerms(agent, terms().version, true);
console.log(JSON.stringify({ session }));
await closeDatabase();
