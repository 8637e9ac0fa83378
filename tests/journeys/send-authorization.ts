/** Beside a running server, in a process of its own: a request that the desk has seen, with its authorization sent. */
import { parseArgs } from "node:util";
import { aRequest, send } from "#tests/signing-world.ts";

const { values } = parseArgs({ options: { mobile: { type: "string" } } });
const request = await aRequest(values.mobile === "none" ? { mobile: null } : {});
await send(request.id);
console.log(JSON.stringify({ requestId: request.id, number: request.number }));
