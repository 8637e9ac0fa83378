/** Beside a running server, in a process of its own: a request that the desk has seen, with its authorization sent. */
import { parseArgs } from "node:util";
import { keepUp } from "#app/platform/settings/in-force.server.ts";
import { aRequest, send } from "#tests/signing-world.ts";

await keepUp();
const { values } = parseArgs({ options: { mobile: { type: "string" } } });
const request = await aRequest(values.mobile === "none" ? { mobile: null } : {});
await send(request.id);
console.log(JSON.stringify({ requestId: request.id, number: request.number }));
