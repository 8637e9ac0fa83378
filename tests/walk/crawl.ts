import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Answer, Visitor } from "#tests/http.ts";
import { bodyLines } from "./body.ts";
import { kindOf } from "./kinds.ts";
import { plain, type Names } from "./plain.ts";
import { ways } from "./html.ts";

/** So many pages of one kind and with the same questions behind it. */
const MOST = 8;
const SKIPPED = /^\/(?:uitloggen|assets\/|dev\/)|\/uitloggen(?:$|\?)/;
const UNTOLD = new Set([
  "date",
  "x-request-id",
  "connection",
  "keep-alive",
  "content-length",
  "content-encoding",
  "transfer-encoding",
]);

export type Seen = { address: string; status: number };

/** Where a page leads by GET, as path and query, in reading order. */
function leads(at: string, answer: Answer, names: Names): string[] {
  const base = new URL(at, "http://here");
  const found: string[] = [];
  const add = (href: string, text: string) => {
    const to = URL.canParse(href, base) ? new URL(href, base) : undefined;
    if (to?.origin !== base.origin) return;
    names.name(to.pathname + to.search, text);
    found.push(to.pathname + to.search);
  };
  if (answer.location) add(answer.location, "");
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return found;
  const { links, forms } = ways(answer.text);
  for (const { href, text } of links) add(href, text);
  for (const form of forms.filter(({ method }) => method === "get")) {
    const action = new URL(form.action || base.pathname, base);
    const [button] = form.buttons;
    const given = [...form.fields, ...(button?.name ? [button] : [])];
    const asked = [given, ...form.choices.map((one) => [...given.filter(({ name }) => name !== one.name), one])];
    for (const fields of asked) {
      const query = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
      add(`${action.pathname}?${query.toString()}`, "");
    }
  }
  return found;
}

/** What is kept of an answer: status, headers, body, with placeholders. */
export function kept(answer: Answer, names: Names): string {
  const headers = [...answer.headers]
    .filter(([name]) => !UNTOLD.has(name) && name !== "set-cookie")
    .map(([name, value]) => `${name}: ${value}`);
  const cookies = answer.headers
    .getSetCookie()
    .map((line) => `set-cookie: ${line.replace(/=[^;]*/, "=[value]").replace(/expires=[^;]*/i, "expires=[time]")}`);
  const type = answer.headers.get("content-type") ?? "";
  const all = [String(answer.status), ...[...headers, ...cookies].sort(), "", ...bodyLines(type, answer)];
  return `${all.map((line) => plain(line, names).trimEnd()).join("\n")}\n`;
}

/** The name of the file that keeps an address. */
const fileName = (address: string) =>
  `${
    address
      .replace(/^\//, "")
      .replace(/[^\p{L}\p{N}[\]~=&?.,-]+/gu, "_")
      .slice(0, 180) || "front"
  }.txt`;

/** Follows every link and GET form of this site from the beginnings, breadth first, and keeps what came. */
export async function crawl(visitor: Visitor, beginnings: string[], folder: string, names: Names): Promise<Seen[]> {
  mkdirSync(folder, { recursive: true });
  const waiting = [...beginnings];
  const met = new Set(waiting);
  const times = new Map<string, number>();
  const seen: Seen[] = [];
  for (const address of waiting) {
    const kind = kindOf(address);
    const nth = (times.get(kind) ?? 0) + 1;
    if (nth > MOST) continue;
    times.set(kind, nth);
    const answer = await visitor.get(address);
    const called = plain(decodeURIComponent(address), names);
    writeFileSync(path.join(folder, fileName(called)), `${called}\n${kept(answer, names)}`);
    seen.push({ address: called, status: answer.status });
    for (const to of leads(address, answer, names)) {
      if (met.has(to) || SKIPPED.test(to)) continue;
      met.add(to);
      waiting.push(to);
    }
  }
  return seen;
}
