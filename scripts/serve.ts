import "./configured.ts";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Request } from "express";
import { config } from "#app/shared/config.server.ts";
import { answerable, oneValue } from "./serve/answers.ts";
import { limitBody } from "./serve/body.ts";
import { dataDoors } from "./serve/data.ts";
import { declarations } from "./serve/declared.ts";
import { compress, hashedFiles, rootFiles } from "./serve/files.ts";
import { headers } from "./serve/headers.ts";
import { demoDoors, oneHost } from "./serve/host.ts";
import { httpServer } from "./serve/listen.ts";
import { methods, sameOrigin } from "./serve/origin.ts";
import { byRoom } from "./serve/rooms.ts";
import { addressWords, identify, processLog } from "./serve/request.ts";
import { sides } from "./serve/sides.ts";

/** `npm run serve`: the process. Knows nothing of the business; whatever has state comes out of the build. */
type Portal = {
  startFaults: () => Promise<string[]>;
  startWarnings: () => string[];
  startPortal: () => { stop: () => Promise<void> };
  answering: <T>(work: () => T) => T;
  keepUp: () => Promise<unknown>;
};

process.env.NODE_ENV ??= "production";
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
const { startFaults, startWarnings, startPortal, answering, keepUp } = build.entry.module as unknown as Portal;
const faults = await startFaults();
if (faults.length > 0) {
  console.error(`The portal cannot start:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  process.exit(1);
}

for (const warning of startWarnings()) console.error(`Mind: ${warning}.`);

const production = config.mode === "production";
const { protocol, host } = new URL(config.publicUrl);
// In production only our own hosts come through; the scheme is what people see, whatever the proxy speaks.
const known = production ? new Set([host, ...config.environmentHosts.values()]) : undefined;
const own = (request: Request) => `${production ? protocol : `${request.protocol}:`}//${request.headers.host ?? ""}`;
const log = processLog(config.logLevel, addressWords(build));
const declared = declarations(build);
const remix = byRoom(answerable(build), (room) => createRequestHandler({ build: room, mode: "production" }));

const app = express();
app.disable("x-powered-by");
app.disable("etag");
app.set("trust proxy", config.trustProxy === "no" ? false : config.trustProxy);
app.use(identify, headers, log.line, oneHost(known), sides(config.environmentHosts, protocol));
app.use(demoDoors(!production));
app.use(compress);
app.use("/assets", hashedFiles);
app.use(rootFiles, methods(declared), sameOrigin(declared, own), dataDoors(declared), limitBody(declared));
// A database that does not answer is told by the page that needs it.
app.use(
  (_request, _response, next) =>
    void keepUp().then(
      () => next(),
      () => next(),
    ),
);
app.use(oneValue, (request, response, next) => answering(() => remix(request, response, next)));
app.use(log.fault);

const portal = startPortal();
const server = httpServer(app);
server.listen(config.port, config.host, () => {
  const address = server.address();
  console.log(`Zorgpoort listens on port ${typeof address === "object" && address ? address.port : config.port}.`);
});
server.on("error", (error) => {
  console.error(`Port ${config.port} cannot be listened on: ${error.message}`);
  process.exit(1);
});

/** Takes no new requests, lets the running ones and the message in hand finish, closes the database. */
function shutDown() {
  setTimeout(() => process.exit(1), 10_000).unref();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
  server.close(() => void portal.stop().then(() => process.exit(0)));
  // A browser keeps its line open after the answer it was waiting for.
  setInterval(() => server.closeIdleConnections(), 50).unref();
}
process.once("SIGTERM", shutDown);
process.once("SIGINT", shutDown);
