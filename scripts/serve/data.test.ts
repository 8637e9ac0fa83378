import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataDoors } from "./data.ts";
import { declarations } from "./declared.ts";

const page = (id: string, path: string, handle?: object, parentId = "root") => [
  id,
  { id, path, parentId, module: { handle } },
];
const build = {
  routes: Object.fromEntries([
    ["root", { id: "root", path: "", module: {} }],
    page("front", ""),
    page("list", "lijst"),
    page("live", "lijst/:id", { script: true }),
    page("fixed", "lijst/vast"),
    page("deep", "lijst/:id/meer", {}, "live"),
    page("not-found", "*"),
  ]),
} as unknown as ServerBuild;

let server: http.Server;
beforeAll(async () => {
  const app = express();
  app.use(dataDoors(declarations(build)), (_request, response) => void response.end("served"));
  server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());

async function statusOf(path: string, method = "GET"): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const sent = http.request({ port, path, method }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}

describe("O-06 data addresses", () => {
  it("O-06 a page that sends client script has its data, and so has what stands inside it", async () => {
    for (const path of ["/lijst/12.data", "/lijst/12.data?_routes=live", "/lijst/12/meer.data", "/LIJST/12.data"])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
    expect(await statusOf("/lijst/12.data", "POST")).toBe(200);
  });

  it("O-06 every other page has none, however it is asked for", async () => {
    for (const path of [
      "/_root.data",
      "/.data",
      "/lijst.data",
      "/lijst.data?_routes=live",
      "/lijst/vast.data",
      "/LIJST/Vast.data",
      "/lijst/%76ast.data",
      "/nergens.data",
      "/lijst.DATA",
      "/lijst.data/",
      "/lijst.dat%61",
      "/lijst?_data=list",
      "/lijst?%5Fdata=list",
      "/lijst/12?_data=live",
    ]) {
      expect([path, await statusOf(path)]).toEqual([path, 404]);
      expect([path, await statusOf(path, "POST")]).toEqual([path, 404]);
    }
  });

  it("O-06 pages themselves are left alone", async () => {
    for (const path of ["/", "/lijst", "/lijst/vast", "/lijst/12", "/lijst?data=1", "/nergens.datas"])
      expect([path, await statusOf(path)]).toEqual([path, 200]);
  });
});
