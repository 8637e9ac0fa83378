import type { RunningServer } from "./server.ts";

/** An answer with its body read. */
export type Answer = { status: number; headers: Headers; location: string | null; text: string; bytes: Buffer };

type Fields = Record<string, string | string[]>;

/** A visitor with a cookie jar who follows nothing by itself. */
export type Visitor = {
  cookies: Map<string, string>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Posts a form as a page of ours would: own origin, urlencoded. */
  post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Answer>;
  /** Follows redirects by GET, at most ten. */
  follow: (answer: Answer) => Promise<Answer>;
};

/** Opens a visitor of a server; each has cookies of its own. */
export function openVisitor(server: Pick<RunningServer, "url">): Visitor {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers(init.headers);
    if (cookie && !headers.has("cookie")) headers.set("cookie", cookie);
    const answer = await fetch(new URL(path, server.url), { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) keep(line);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      headers: answer.headers,
      location: answer.headers.get("location"),
      text: bytes.toString(),
      bytes,
    };
  }

  function keep(line: string) {
    const [pair = ""] = line.split(";", 1);
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (/;\s*max-age=0(?:;|$)/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  const get: Visitor["get"] = (path, headers = {}) => ask(path, { headers });
  const post: Visitor["post"] = (path, fields = {}, headers = {}) => {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
    return ask(path, { method: "POST", body, headers: { origin: server.url, ...headers } });
  };
  const follow: Visitor["follow"] = async (first) => {
    let answer = first;
    for (let hops = 0; answer.location && hops < 10; hops++) answer = await get(answer.location);
    return answer;
  };
  return { cookies, get, post, follow };
}
