import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "#tests/door.ts";
import { openVisitor, type Visitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";

const MIB = 1024 * 1024;
let server: RunningServer;
let dirk: Visitor;

beforeAll(async () => {
  server = await startServer({ world: "demo" });
  dirk = openVisitor(server);
  await (await openDoor(server)).signIn(dirk, { email: "dirk@zorgspiegel.example", mobile: "+31610000003" });
});
afterAll(() => server.remove());

const peak = () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** A form with one file of so many megabytes, made while it is sent. */
async function send(where: string, field: string, megabytes: number, visitor: Visitor = dirk) {
  const head = `--grens\r\nContent-Disposition: form-data; name="${field}"; filename="values.csv"\r\n\r\n`;
  const pieces = [
    Buffer.from(head),
    ...Array<Buffer>(megabytes).fill(Buffer.alloc(MIB, "1")),
    Buffer.from("\r\n--grens--\r\n"),
  ];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { origin: server.url, cookie, "content-type": "multipart/form-data; boundary=grens" };
  const init = { method: "POST", headers, body, duplex: "half", redirect: "manual" } as RequestInit;
  const answer = await fetch(server.url + where, init);
  return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
}
const left = () => {
  const folder = path.join(server.dataDir, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};

test.skipIf(process.platform !== "linux")(
  "F03: a file of 200 MB is streamed to disk and takes no memory; one that is too large is refused with 413, and nothing is left",
  async () => {
    await send("/leveringen/nieuw", "files", 1);
    const before = peak();
    // The other files are missing: it was taken whole and then refused.
    expect((await send("/leveringen/nieuw", "files", 200)).status).toBe(422);
    expect((await send("/leveringen/nieuw", "files", 260)).status).toBe(413);
    expect(peak() - before).toBeLessThan(80);
    expect(left()).toEqual([]);
    expect((await dirk.get("/leveringen")).status).toBe(200);
  },
);

test("F01 F03: a piece goes to an upload of one's own alone, under a name that is known, and no further than announced", async () => {
  const { text } = await dirk.post("/leveringen/uploads", { "values.csv": String(MIB), "../x": "5" });
  const { id } = JSON.parse(text) as { id: string };
  const place = `/leveringen/uploads/${id}`;
  expect((await send(`${place}?offset=0`, "../../x", 1)).status).toBe(409);
  expect((await send(`${place}?offset=5`, "values.csv", 1)).status).toBe(409);
  expect((await send(`${place}?offset=0`, "values.csv", 2)).status).toBe(413);
  const offsets = JSON.parse((await dirk.get(place)).text) as { offsets: Record<string, number> };
  expect(offsets.offsets["values.csv"]).toBeLessThanOrEqual(MIB);
  const stranger = await send(`${place}?offset=0`, "values.csv", 1, openVisitor(server));
  expect([stranger.status, stranger.location]).toEqual([302, "/inloggen"]);
  expect(readdirSync(path.join(server.dataDir, "uploads", id))).toEqual(["values.csv"]);
});

test("F03: more than any file may be is refused before it is sent", async () => {
  expect((await dirk.post("/leveringen/uploads", { "values.csv": String(300 * MIB) })).status).toBe(413);
  expect((await dirk.post("/leveringen/uploads", { "values.csv": "-1" })).status).toBe(413);
});
