import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openVisitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";
import { raw, statusOf } from "./raw.ts";

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.remove());

const form = "application/x-www-form-urlencoded";

/** Most memory the process ever held, in MB. */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

/** A body of `megabytes` without end in sight: in pieces, and its length not told. */
function stream(megabytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(1024 * 1024).fill(97);
  let left = megabytes;
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(piece);
      else controller.close();
    },
  });
}

async function big(path: string, body: BodyInit): Promise<number> {
  const headers = { origin: server.url, "content-type": form };
  const init = { method: "POST", headers, body, duplex: "half", redirect: "manual" } as RequestInit;
  const answer = await fetch(server.url + path, init);
  await answer.arrayBuffer();
  return answer.status;
}

test.skipIf(process.platform !== "linux")(
  "X01: a body of 100 MB is refused with 413 and takes no memory, told or not told",
  async () => {
    await openVisitor(server).post("/taal", { taal: "nl" });
    const before = peak();
    expect(await big("/taal", stream(100))).toBe(413);
    expect(await big("/inloggen", "a".repeat(100 * 1024 * 1024))).toBe(413);
    expect(await big("/controle", stream(100))).toBe(413);
    expect(peak() - before).toBeLessThan(50);
    expect((await openVisitor(server).get("/")).status).toBe(200);
  },
);

test("X01: the limit is a byte sharp, and nothing is done with a body over it", async () => {
  const fits = `taal=en&x=${"a".repeat(1024 * 1024 - 10)}`;
  expect(fits).toHaveLength(1024 * 1024);
  expect(await big("/taal", fits)).toBe(303);
  expect(await big("/taal", `${fits}a`)).toBe(413);
});

test("X01: headers of 64 KB are 431, ten thousand fields are refused", async () => {
  const long = `GET / HTTP/1.1\r\nHost: localhost:${server.port}\r\nX-Long: ${"a".repeat(64 * 1024)}\r\n\r\n`;
  expect(statusOf(await raw(server, long))).toBe(431);
  expect(await big("/inloggen", "a=1&".repeat(10_000))).toBe(413);
});

test("X01: 500 slow clients do not slow down the others, and are let go with 408", { timeout: 60_000 }, async () => {
  const host = `Host: localhost:${server.port}\r\n`;
  const act = `POST /taal HTTP/1.1\r\n${host}Origin: ${server.url}\r\nContent-Type: ${form}\r\nContent-Length: 1000\r\n\r\n`;
  const slow: Slow[] = [];
  for (let i = 0; i < 500; i++) {
    // Thirds: headers that never end, a body that never ends, and a reader that takes nothing.
    const bytes = [`GET / HTTP/1.1\r\n${host}X-Slow: `, `${act}taal=`, `GET / HTTP/1.1\r\n${host}\r\n`.repeat(20)][
      i % 3
    ]!;
    slow.push(open(bytes, i % 3 !== 2));
  }
  const drip = setInterval(() => {
    for (const [i, one] of slow.entries()) if (i % 3 !== 2 && !one.closed()) one.socket.write("a");
  }, 1_000);
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const from = performance.now();
    expect((await openVisitor(server).get("/inloggen")).status).toBe(200);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1_000);
  const heads = slow.filter((_, i) => i % 3 === 0);
  await expect.poll(() => heads.every((one) => one.closed()), { timeout: 20_000, interval: 250 }).toBe(true);
  expect(heads.filter((one) => statusOf(one.answer()) === 408).length).toBeGreaterThan(heads.length * 0.9);
  clearInterval(drip);
  for (const one of slow) one.socket.destroy();
});

type Slow = { socket: Socket; closed: () => boolean; answer: () => string };

function open(bytes: string, reads: boolean): Slow {
  let answer = "";
  let over = false;
  const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes));
  if (reads) socket.on("data", (part) => (answer += part.toString("latin1")));
  else socket.pause();
  socket.on("error", () => undefined);
  socket.on("close", () => (over = true));
  return { socket, closed: () => over, answer: () => answer };
}

test("X07: asked to stop, it finishes what runs, takes nothing new, and ends with 0 within seconds", async () => {
  const own = await startServer();
  const visits = Array.from({ length: 20 }, () => openVisitor(own).get("/"));
  await Promise.race(visits);
  const from = performance.now();
  await Promise.all([own.stop(), ...visits.map((visit) => visit.catch(() => undefined))]);
  expect(performance.now() - from).toBeLessThan(5_000);
  await own.start();
  expect((await openVisitor(own).get("/")).status).toBe(200);
  await own.remove();
});
