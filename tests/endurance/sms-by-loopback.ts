/**
 * Loaded into the server before anything else (`--import`): what the SMS client sends to its provider goes to the
 * loopback port in `SMS_PORT` instead. So the real adapter is used, and what the provider accepted is seen from outside.
 */
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const port = Number(process.env.SMS_PORT);
const real = https.request;

https.request = ((options: https.RequestOptions, ...rest: []) =>
  options.hostname === "rest.messagebird.com"
    ? http.request({ ...options, hostname: "127.0.0.1", port })
    : real(options, ...rest)) as typeof https.request;
syncBuiltinESMExports();
