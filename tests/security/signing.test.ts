import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuTimerOf } from "#tests/cpu-time.ts";
import { openPostOffice, type PostOffice } from "#tests/post.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { beside } from "../journeys/beside.ts";

const NAME = "Noor van den Berghe-Özdemir";
let server: RunningServer;
let post: PostOffice;

/** A browser without script: keeps cookies, follows nothing by itself. */
class Visitor {
  readonly jar = new Map<string, string>();
  async ask(path: string, form?: Record<string, string>) {
    const headers: Record<string, string> = {
      cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join("; "),
    };
    if (form) headers.origin = server.url;
    const body = form && new URLSearchParams(form);
    const answer = await fetch(server.url + path, { method: form ? "POST" : "GET", headers, body, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    // Read to the end, or the connection is kept for an answer that nobody wants.
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  private keep(cookie: string) {
    const [pair = "", ...attributes] = cookie.split("; ");
    const [name = "", value = ""] = pair.split("=");
    if (attributes.includes("Max-Age=0")) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let i = 0; i < 300; i++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not come");
}

async function sent(): Promise<string> {
  const before = post.mails.length;
  await beside(server, "sendAuthorization");
  return until(() =>
    post.mails
      .slice(before)
      .map((mail) => /\/m\/[\w-]{43}/.exec(mail.text)?.[0])
      .find(Boolean),
  );
}

async function texts(): Promise<string[]> {
  const inbox = (await (await fetch(`${server.url}/dev/inbox.json`)).json()) as { channel: string; text: string }[];
  return inbox.filter((one) => one.channel === "sms").map((one) => one.text);
}

/** Up to the code: what the browser would post to sign. */
async function toCode(visitor: Visitor, link: string): Promise<Record<string, string>> {
  await visitor.ask(link);
  const { text: page } = await visitor.ask("/machtiging/ondertekenen");
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? "";
  const shown = { version: field("version"), documentHash: field("documentHash") };
  const before = (await texts()).length;
  const answer = await visitor.ask("/machtiging/ondertekenen", { ...shown, name: NAME, consent: "yes" });
  expect(answer.headers.get("location")).toBe("/machtiging/code");
  const code = await until(async () => /^\d{6}/.exec((await texts())[before] ?? "")?.[0]);
  return { ...shown, code, intent: "confirm" };
}

beforeAll(async () => {
  post = await openPostOffice();
  server = await startServer({ env: { SMTP_URL: post.url } });
});
afterAll(async () => {
  await server.remove();
  await post.close();
});

describe("signing over HTTP", () => {
  it("L03: the first visit moves the secret into a cookie that scripts cannot read, and away from the address", async () => {
    const link = await sent();
    const answer = await new Visitor().ask(link);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/machtiging"]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-signing=.*Secure; HttpOnly; SameSite=Lax/);
    expect(server.output()).not.toContain(link.slice(3));
  });

  it("L01: twenty looks of scanners, with and without cookies, use nothing up", async () => {
    const link = await sent();
    for (let i = 0; i < 10; i++) await (await fetch(server.url + link, { redirect: "follow" })).text();
    for (let i = 0; i < 10; i++) await fetch(server.url + link, { method: "HEAD", redirect: "manual" });
    const visitor = new Visitor();
    const form = await toCode(visitor, link);
    expect((await visitor.ask("/machtiging/code", form)).headers.get("location")).toBe("/machtiging/ondertekend");
  });

  it("G03: sixteen confirms at once sign once; replay and Back sign nothing and end at the thanks", async () => {
    const link = await sent();
    const visitor = new Visitor();
    const form = await toCode(visitor, link);
    const jar = new Map(visitor.jar);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => {
        const same = new Visitor();
        for (const [name, value] of jar) same.jar.set(name, value);
        return same.ask("/machtiging/code", form);
      }),
    );
    expect(answers.filter((one) => one.headers.get("location") === "/machtiging/ondertekend")).toHaveLength(1);
    expect(answers.filter((one) => one.status >= 500)).toEqual([]);
    const replay = new Visitor();
    for (const [name, value] of jar) replay.jar.set(name, value);
    expect((await replay.ask("/machtiging/code", form)).headers.get("location")).toBe("/machtiging");
    expect((await replay.ask("/machtiging")).status).toBe(410);
  });

  it("G01 I03: extra, doubled, wrong and huge fields sign nothing and break nothing", async () => {
    const visitor = new Visitor();
    const form = await toCode(visitor, await sent());
    const tries: Record<string, string>[] = [
      { ...form, code: "9".repeat(400_000) },
      { ...form, version: "x" },
      { ...form, intent: "sign" },
      { ...form, version: "2" },
      { ...form, documentHash: "0".repeat(64) },
    ];
    for (const body of tries) {
      const answer = await visitor.ask("/machtiging/code", body);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get("location")).not.toBe("/machtiging/ondertekend");
    }
  });

  it("H03: the document is served as what it is, never kept by caches, and not without the link", async () => {
    const visitor = new Visitor();
    await visitor.ask(await sent());
    const answer = await visitor.ask("/machtiging/document.pdf");
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await new Visitor().ask("/machtiging/document.pdf")).status).toBe(303);
    expect((await new Visitor().ask("/status/document/machtiging.pdf")).status).toBe(404);
  });

  it("G05: the check page answers rubbish, a zip and a PDF bomb in a moment, and keeps nothing", async () => {
    for (const bytes of [
      Buffer.from("hello"),
      Buffer.from("PK\u0003\u0004".repeat(1000)),
      Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(7_000_000, "/ByteRange [0 ")]),
    ]) {
      const body = new FormData();
      body.set("file", new Blob([bytes]), "x.pdf");
      const worked = cpuTimerOf(server.pid());
      const answer = await fetch(`${server.url}/controle`, { method: "POST", body, headers: { origin: server.url } });
      expect(answer.status).toBe(200);
      expect(worked(), "milliseconds").toBeLessThan(2_000);
      expect(await answer.text()).toMatch(/geen PDF|geen zegel|beschadigd|meer dan één zegel/);
    }
  });
});
