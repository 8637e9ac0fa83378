import type { Party } from "./identity-provider.ts";
import type { Connection } from "./settings.server.ts";

/** What an answer has to fit: us, the connection, the question it answers, and the moment. */
export type Expected = { party: Party; connection: Connection; resolveId: string; at: Date };
