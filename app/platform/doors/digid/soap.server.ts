import { request } from "node:https";
import { LARGEST } from "./strict-xml.server.ts";

/** The other side cannot be reached, is too slow, or says nothing that could be an answer. */
export class Outage extends Error {}

const LONGEST_MS = 10_000;

/**
 * Posts a message over mutual TLS and gives the answer's bytes. No redirects, no more than 256 kB, ten seconds.
 * @param tls our key and certificate, and the authority that the other side's must come from
 * @throws Outage
 */
export function postSoap(
  address: string,
  body: string,
  tls: { key: string; cert: string; ca: string },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new Outage(reason));
    const asked = request(
      address,
      {
        ...tls,
        method: "POST",
        rejectUnauthorized: true,
        minVersion: "TLSv1.2",
        agent: false,
        signal: AbortSignal.timeout(LONGEST_MS),
        headers: {
          "Content-Type": "text/xml; charset=utf-8",
          "Content-Length": Buffer.byteLength(body),
          SOAPAction: '"http://www.oasis-open.org/committees/security"',
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        if (
          answer.statusCode !== 200 ||
          !/^(?:text|application)\/(?:soap\+)?xml\b/.test(answer.headers["content-type"] ?? "")
        ) {
          asked.destroy();
          return fail(`status ${answer.statusCode ?? 0}`);
        }
        answer.on("data", (part: Buffer) => {
          size += part.byteLength;
          if (size > LARGEST) asked.destroy(new Outage("too large"));
          else parts.push(part);
        });
        answer.on("end", () => resolve(Buffer.concat(parts)));
        answer.on("error", () => fail("broken off"));
      },
    );
    asked.on("error", (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
    asked.end(body);
  });
}
