import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of a request apart from who makes it. The server process overwrites these headers, so nobody forges them. */
export type RequestFacts = { requestId: string; address: string; client: string };

export const REQUEST_ID = "x-request-id";
export const CLIENT_ADDRESS = "x-client-address";

/** Facts of a request for log and limits. */
export function requestFacts(request: Request): RequestFacts {
  return {
    requestId: request.headers.get(REQUEST_ID) ?? "",
    address: request.headers.get(CLIENT_ADDRESS) ?? "",
    client: (request.headers.get("user-agent") ?? "").slice(0, 200),
  };
}

const answer = new AsyncLocalStorage<Map<string, unknown>>();

/** Runs the work for one request; what it reads with `oncePerAnswer` is forgotten with it. */
export function answering<T>(work: () => T): T {
  return answer.run(new Map(), work);
}

/** Reads once what several loaders of one page ask for; outside `answering` each time anew. */
export function oncePerAnswer<T>(what: string, read: () => T): T {
  const known = answer.getStore();
  if (!known) return read();
  if (!known.has(what)) known.set(what, read());
  return known.get(what) as T;
}
