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
