import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { sides } from "./sides.ts";

const hosts = new Map([
  ["getij", "getij.example"],
  ["netwerk", "netwerk.example"],
]);

/** What becomes of a path as a program sends it, untouched: `served`, or status and address. */
async function asked(host: string, path: string, method = "GET"): Promise<string> {
  const app = express().use(sides(hosts, "https:"), (_, response) => void response.end("served"));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sent = httpRequest({ port, host: "127.0.0.1", path, method, headers: { host } }).end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  server.close();
  if (answer.statusCode === 200) return "served";
  return [answer.statusCode, answer.headers.location].filter(Boolean).join(" ");
}

describe("hosts of environments", () => {
  it("P-07 H11: no other spelling of an address serves an environment on a host that is not its own", async () => {
    const other = "zorgpoort.example";
    for (const path of [
      "/mijn/getij",
      "/mijn/getij/inloggen",
      "/MIJN/getij/inloggen",
      "/%6Dijn/getij/inloggen",
      "/mijn/%67etij/inloggen",
      "/mijn/getij.data",
      "/account/../mijn/getij",
      "/mijn/delinde/../getij/inloggen",
    ]) {
      expect([path, (await asked(other, path)).slice(0, 3)]).toEqual([path, "302"]);
      expect([path, await asked(other, path, "POST")]).toEqual([path, "404"]);
    }
    expect(await asked(other, "/mijn/getij/hulp?x=1")).toBe("302 https://getij.example/mijn/getij/hulp?x=1");
    for (const path of ["/", "/inloggen", "/mijn/delinde/inloggen", "/assets/a.js"])
      expect(await asked(other, path)).toBe("served");
  });

  it("P-07 H11: the host of an environment serves that environment and what all share, however it is spelled", async () => {
    const own = "getij.example";
    for (const path of [
      "/mijn/getij",
      "/mijn/getij.data?_routes=x",
      "/mijn/getij/inloggen.data",
      "/assets/a.js",
      "/taal",
    ])
      expect([path, await asked(own, path)]).toEqual([path, "served"]);
    for (const path of [
      "/inloggen",
      "/mijn/netwerk",
      "/mijn/getij/../netwerk/inloggen",
      "/mijn/getij/%2e%2e/%2e%2e/inloggen",
      "/assets/../inloggen",
    ])
      expect([path, await asked(own, path)]).toEqual([path, "404"]);
    expect(await asked(own, "/")).toBe("302 /mijn/getij");
  });
});
