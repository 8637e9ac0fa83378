/** Production as an operator sets it up: own keys, a mail server and SMS provider on loopback, a proxy that ends TLS. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request as ask } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from "@playwright/test";
import { openOtherSide } from "#tests/endurance/other-side.ts";
import { productionSettings } from "#tests/security/production.ts";
import { startServer } from "#tests/server.ts";
import { inboxOf, type Inbox } from "./inbox.ts";

export const PORTAL = "https://portaal.zorgpoort.nl";
export const LINDE = "https://mijn.zorgpoort.nl";

export type Production = {
  inbox: Inbox;
  /** What a command of `npm run` printed. @throws when it ends with another code than 0 */
  command: (name: string, ...args: string[]) => Promise<string>;
  /** As `command`, for what is refused: what it said, and its code. */
  refused: (name: string, ...args: string[]) => Promise<{ status: number | null; said: string }>;
  /** Starts the server and opens the browser; the database must be there. */
  serve: () => Promise<void>;
  /** A person's own browser window, at the portal or at the environment. */
  person: (origin: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What the server wrote. */
  output: () => string;
  close: () => Promise<void>;
};

/**
 * Settings are made for the occasion, or read from the file of settings that `PRODUCTION_SETTINGS` names, so that the
 * keys of `docs/operations.md` can be tried.
 */
export async function openProduction(launch: LaunchOptions): Promise<Production> {
  const other = await openOtherSide();
  const dataDir = mkdtempSync(path.join(tmpdir(), "zorgpoort-production-"));
  const given = process.env.PRODUCTION_SETTINGS;
  const {
    AGB_URL: _,
    PORT: __,
    ...made
  }: Record<string, string> = given ? settingsIn(given) : { ...(await productionSettings()), ...other.env };
  const settings: Record<string, string> = {
    ...made,
    ...{
      MODE: "production",
      DATA_DIR: dataDir,
      PUBLIC_URL: PORTAL,
      ENVIRONMENT_HOSTS: `delinde=${new URL(LINDE).host}`,
    },
    ...{ TRUST_PROXY: "loopback", SMTP_URL: other.env.SMTP_URL ?? "", LANG: "nl_NL.UTF-8" },
  };
  // Beside the mail server in this process, which must go on answering.
  const run = (name: string, args: string[]) =>
    new Promise<{ status: number | null; said: string }>((resolve, reject) => {
      const env = { ...process.env, ...settings };
      const child = spawn(process.execPath, ["scripts/bootstrap.mjs", name, ...args], { env });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
      child.on("error", reject);
      child.on("close", (status) => resolve({ status, said }));
    });
  const closing: (() => Promise<unknown>)[] = [
    async () => rmSync(dataDir, { recursive: true, force: true }),
    other.close,
  ];
  let browser: Browser | undefined;
  let output = () => "";

  async function serve() {
    const hook = `--import=${path.resolve("tests/endurance/sms-by-loopback.ts")}`;
    const smsPort = other.env.SMS_PORT ?? "";
    const server = await startServer({ dataDir, env: { ...settings, SMS_PORT: smsPort, NODE_OPTIONS: hook } });
    closing.push(server.stop);
    output = server.output;
    const proxy = await openProxy(server.port, settings);
    closing.push(proxy.close);
    const rules = [PORTAL, LINDE].map((origin) => `MAP ${new URL(origin).host}:443 127.0.0.1:${proxy.port}`).join(",");
    browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), `--host-resolver-rules=${rules}`] });
    closing.push(() => browser?.close() ?? Promise.resolve());
  }
  return {
    inbox: await inboxOf(
      () => other.accepted.filter(({ channel }) => channel === "mail").map(asMessage),
      async () => other.accepted.filter(({ channel }) => channel === "sms").map(asMessage),
    ),
    command: async (name, ...args) => {
      const { status, said } = await run(name, args);
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${said}`);
      return said;
    },
    refused: (name, ...args) => run(name, args),
    serve,
    person: async (origin, options = {}) => {
      if (!browser) throw new Error("the server does not run yet");
      const context = await browser.newContext({
        baseURL: origin,
        locale: "nl-NL",
        ignoreHTTPSErrors: true,
        ...options,
      });
      context.setDefaultTimeout(20_000);
      return context.newPage();
    },
    output: () => output(),
    close: async () => {
      for (const end of closing.reverse()) await end();
    },
  };
}

const kept = new Map<string, ReturnType<typeof messageOf>>();
type Accepted = Awaited<ReturnType<typeof openOtherSide>>["accepted"][number];
const messageOf = ({ channel, reference, to, subject, text }: Accepted) => {
  return { channel, id: reference, to: to.replace(/^(?=31)/, "+"), subject, text, html: "" };
};
/** One object per message, because an inbox remembers which it has given out. */
function asMessage(one: Accepted) {
  const message = kept.get(one.reference) ?? messageOf(one);
  kept.set(one.reference, message);
  return message;
}

/** `NAME=value` per line, as a service manager reads it. */
function settingsIn(file: string): Record<string, string> {
  const lines = readFileSync(file, "utf8").split("\n");
  return Object.fromEntries(
    lines.flatMap((line) =>
      /^\w+=/.test(line) ? [line.replace(/="(.*)"$/, "=$1").split(/=(.*)/s, 2) as [string, string]] : [],
    ),
  );
}

/** What stands in front of the process: ends TLS, and says which host was asked for, by whom. */
async function openProxy(port: number, settings: Record<string, string>) {
  // Any pair of certificate and key will do: the browser is told to take it.
  const pair = { cert: readFileSync(settings.SEAL_CERTIFICATE ?? ""), key: readFileSync(settings.SEAL_KEY ?? "") };
  const proxy = createServer(pair, (request, response) => {
    const { host = "", ...headers } = request.headers;
    const forwarded = { "x-forwarded-host": host, "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" };
    const onward = ask(
      {
        host: "127.0.0.1",
        port,
        method: request.method,
        path: request.url,
        headers: { ...headers, host, ...forwarded },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((ready) => proxy.listen(0, "127.0.0.1", ready));
  const close = async () => {
    proxy.closeAllConnections();
    await new Promise<void>((done) => proxy.close(() => done()));
  };
  return { port: (proxy.address() as AddressInfo).port, close };
}
