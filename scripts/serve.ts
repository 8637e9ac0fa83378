import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { config } from "#app/shared/config.server.ts";
import { answerable, onePolicy } from "./serve/answers.ts";
import { limitBody } from "./serve/body.ts";
import { headers } from "./serve/headers.ts";
import { methods, sameOrigin } from "./serve/origin.ts";
import { identify, log } from "./serve/request.ts";

/** `npm run serve`: the process. Knows nothing of the business; whatever has state comes out of the build. */
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
type Portal = { startPortal: () => { stop: () => Promise<void> } };

const own = (request: express.Request) =>
  config.mode === "production" ? config.publicUrl : `${request.protocol}://${request.headers.host ?? ""}`;

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", config.trustProxy === "no" ? false : config.trustProxy);
app.use(identify, headers, log(config.logLevel), methods);
app.use(
  "/assets",
  express.static("build/client/assets", {
    immutable: true,
    maxAge: "1y",
    fallthrough: true,
    index: false,
    redirect: false,
  }),
  (_request, response) => void response.status(404).type("text/plain").send("Not found.\n"),
);
app.get("/favicon.svg", (_request, response) => {
  response.sendFile(path.resolve("build/client/favicon.svg"));
});
app.use(sameOrigin(own), limitBody);
const remix = createRequestHandler({ build: answerable(build), mode: "production" });
app.all("*", onePolicy, (request, response, next) => void remix(request, response, next));

const portal = (build.entry.module as unknown as Portal).startPortal();
const server = app.listen(config.port, "127.0.0.1", () => {
  const address = server.address();
  console.log(`Zorgpoort listens on port ${typeof address === "object" && address ? address.port : config.port}.`);
});
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.maxConnections = 1000;

function shutDown() {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => void portal.stop().then(() => process.exit(0)));
  server.closeIdleConnections();
}
process.once("SIGTERM", shutDown);
process.once("SIGINT", shutDown);
