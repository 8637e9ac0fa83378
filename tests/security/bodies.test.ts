import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { raw, statusOf } from "./raw.ts";

const MIB = 1024 * 1024;
let server: RunningServer;

beforeAll(async () => {
  // Each upload comes from a network of its own: one may have thirty documents checked in ten minutes.
  server = await startServer({ env: { TRUST_PROXY: "loopback" } });
});
afterAll(() => server.remove());

const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8"))?.[1] ?? 0) / 1024;

const HEAD = Buffer.from(
  '--grens\r\nContent-Disposition: form-data; name="file"; filename="document.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n',
);
const TAIL = Buffer.from("\r\n--grens--\r\n");
const piece = Buffer.alloc(MIB / 2, "1");

/** An upload of so many half megabytes to the check of a document, by somebody at this address. */
async function upload(address: string, halves: number): Promise<{ status: number; text: string; headers: Headers }> {
  const pieces = [HEAD, ...Array<Buffer>(halves).fill(piece), TAIL];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = pieces.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
  });
  const headers = {
    origin: server.url,
    "x-forwarded-for": address,
    "x-forwarded-host": `localhost:${server.port}`,
    "content-type": "multipart/form-data; boundary=grens",
  };
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answer = await fetch(`${server.url}/controle`, init);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
const address = (i: number) => `10.7.${i}.1`;
const left = () => {
  const folder = path.join(server.dataDir, "receiving");
  return existsSync(folder) ? readdirSync(folder) : [];
};

test.skipIf(process.platform !== "linux")(
  "M-93: forty strangers who bring a document at once are all answered, and none of it is held whole",
  async () => {
    for (let i = 100; i < 103; i++) expect((await upload(address(i), 15)).status).toBe(200);
    // What forty requests take whatever they bring: buffers of their lines, and room that the collector takes for them.
    await Promise.all(Array.from({ length: 40 }, (_, i) => upload(address(120 + i), 1)));
    const before = peak();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => upload(address(i), 15)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers[0]?.text).toContain("Deze PDF heeft geen zegel van ons.");
    expect(peak() - before, "megabytes more").toBeLessThan(75);
    expect(left()).toEqual([]);
  },
);

test("M-93: a document that is too large is said to be, and nothing of it is left", async () => {
  const answer = await upload(address(200), 19);
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(/te groot/);
  expect((await upload(address(201), 40)).status).toBe(422);
  expect(left()).toEqual([]);
});

const lines = (place: string, length: number, more: string[] = []) =>
  [
    `POST ${place} HTTP/1.1`,
    `Host: localhost:${server.port}`,
    `Origin: ${server.url}`,
    `Content-Type: multipart/form-data; boundary=grens`,
    `Content-Length: ${length}`,
    ...more,
    "",
    "",
  ].join("\r\n");

test("M-93: who may not bring a file hears so before one byte of it is sent", async () => {
  for (const place of ["/leveringen/producten", "/leveringen/nieuw"]) {
    const answer = await raw(server, lines(place, 20 * MIB), 1_500);
    expect([place, statusOf(answer)]).toEqual([place, 302]);
    expect(answer).toMatch(/^location: \/inloggen/im);
  }
});

/** A connection that begins something and never ends it. */
function stalled(bytes: Buffer): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes, () => resolve(socket)));
    socket.on("error", () => undefined);
    socket.resume();
  });
}
const begun = (i: number) =>
  Buffer.concat([Buffer.from(lines("/controle", 9 * MIB, [`X-Forwarded-For: ${address(i)}`])), HEAD]);

test(
  "M-94 M-97: over the most at once a stranger is asked to come back, forms go on, and who does not go on is let go",
  { timeout: 90_000 },
  async () => {
    const slow = await Promise.all(Array.from({ length: 60 }, (_, i) => stalled(begun(i))));
    const closed = slow.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    // Each try comes from a network of its own: until all sixty have begun, one that gets through is counted.
    let nth = 211;
    await expect
      .poll(async () => (await upload(address(nth++), 1)).status, { timeout: 9_000, interval: 250 })
      .toBe(503);
    const refused = await upload(address(210), 1);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.text).toContain("<h1>");
    expect(refused.text).toMatch(/opnieuw/);
    expect((await openVisitor(server).post("/taal", { taal: "nl" })).status).toBe(303);
    expect((await openVisitor(server).post("/controle", { checkCode: "ABCD" })).status).toBe(200);
    await Promise.all(closed);
    // Who sends sees the end of a line a moment before the server has cleared away after it.
    await expect
      .poll(async () => (await upload(address(nth++), 1)).status, { timeout: 2_000, interval: 250 })
      .toBe(200);
    await expect.poll(left, { timeout: 2_000 }).toEqual([]);
  },
);

test(
  "M-94: fat forms that do not end fill their own room only: an ordinary form is taken all the while",
  { timeout: 60_000 },
  async () => {
    const fat = (length: number) =>
      Buffer.concat([
        Buffer.from(
          lines("/taal", length).replace("multipart/form-data; boundary=grens", "application/x-www-form-urlencoded"),
        ),
        Buffer.alloc(MIB - 10, "a"),
      ]);
    const slow = await Promise.all(Array.from({ length: 100 }, () => stalled(fat(MIB - 1))));
    const big = (size: number) => openVisitor(server).post("/taal", { taal: "nl", x: "a".repeat(size) });
    await expect.poll(async () => (await big(900_000)).status, { timeout: 10_000 }).toBe(503);
    expect((await big(100)).status).toBe(303);
    expect((await big(10_000)).status).toBe(303);
    for (const socket of slow) socket.destroy();
    await expect.poll(async () => (await big(900_000)).status, { timeout: 10_000 }).toBe(303);
  },
);
