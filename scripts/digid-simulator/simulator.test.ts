import { spawnSync } from "node:child_process";
import { createHash, createSign, randomUUID, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request as httpsRequest } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { XMLSerializer } from "@xmldom/xmldom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testWith } from "#tests/outside.ts";
import { simulatorClock } from "./clock.ts";
import type { Fault } from "./faults.ts";
import { passesElevenTest, people } from "./people.ts";
import { startSimulator } from "./start.ts";
import { child, parsed, vouched } from "./verify.ts";

const PORTAL = "http://localhost:4999";
const ENTITY = `${PORTAL}/mijn/praktijk/digid/metadata`;
const ACS = `${PORTAL}/mijn/praktijk/digid/terug`;
const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
const SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
const SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const CLASS = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-digid-"));
let simulator: Awaited<ReturnType<typeof startSimulator>>;
let resolveUrl = "";

beforeAll(async () => {
  simulator = await startSimulator({ folder, portalUrl: PORTAL });
  resolveUrl = /Location="(https:[^"]+)"/.exec(file("idp-metadata.xml"))![1]!;
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}

const instant = (at = Date.now()) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Signs as the portal would, by hand: without PrefixList, the message written in canonical form. */
function signed(id: string, build: (signature: string) => string, key = file("sp.key")): string {
  const digest = createHash("sha256").update(build("")).digest("base64");
  const info = (namespace: string) =>
    `<ds:SignedInfo${namespace}><ds:CanonicalizationMethod Algorithm="${C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms>` +
    `<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>` +
    `<ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const ds = ` xmlns:ds="http://www.w3.org/2000/09/xmldsig#"`;
  const value = createSign("RSA-SHA256").update(info(ds)).sign(key, "base64");
  return build(`<ds:Signature${ds}>${info("")}<ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`);
}

type Asked = { id?: string; issuer?: string; classRef?: string; comparison?: string; at?: string; index?: string };

function authnRequest({ id = `_${randomUUID()}`, ...more }: Asked = {}) {
  const { issuer = ENTITY, classRef = "Smartcard", comparison = "minimum", at = instant(), index = "0" } = more;
  const build = (signature: string) =>
    `<samlp:AuthnRequest xmlns:samlp="${SAMLP}" AssertionConsumerServiceIndex="${index}"` +
    ` Destination="${simulator.frontUrl}/saml/idp/request_authentication" ID="${id}" IssueInstant="${at}"` +
    ` ProviderName="Praktijk De Linde" Version="2.0"><saml:Issuer xmlns:saml="${SAML}">${issuer}</saml:Issuer>${signature}` +
    `<samlp:RequestedAuthnContext Comparison="${comparison}"><saml:AuthnContextClassRef xmlns:saml="${SAML}">` +
    `${CLASS}${classRef}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`;
  return { id, build };
}

function send(place: string, fields: Record<string, string>): Promise<Response> {
  const url = new URL(place, simulator.frontUrl);
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

function posted(xml: string, RelayState = "opaque"): Promise<Response> {
  const SAMLRequest = Buffer.from(xml).toString("base64");
  return send("/saml/idp/request_authentication", { SAMLRequest, RelayState });
}

/** Opens a login and gives the address of its page. */
async function opened(asked: Asked = {}): Promise<{ place: string; id: string }> {
  const { id, build } = authnRequest(asked);
  const answer = await posted(signed(id, build));
  expect(answer.status).toBe(303);
  return { place: answer.headers.get("location")!, id };
}

/** Logs in without steps in between and gives the artifact. */
async function artifact(fields: Record<string, string> = {}, asked: Asked = {}) {
  const { place, id } = await opened(asked);
  const chosen = { action: "login", method: "direct", person: "999991772", ...fields };
  const answer = await send(place, chosen);
  expect(answer.status).toBe(303);
  return { requestId: id, ...returned(answer) };
}

function returned(answer: Response): { artifact: string; relayState: string | null } {
  const back = new URL(answer.headers.get("location")!);
  expect(`${back.origin}${back.pathname}`).toBe(ACS);
  return { artifact: back.searchParams.get("SAMLart")!, relayState: back.searchParams.get("RelayState") };
}

type Resolve = { issuer?: string; certificate?: boolean; key?: string; at?: string };

function resolve(art: string, { issuer = ENTITY, certificate = true, key, at = instant() }: Resolve = {}) {
  const id = `_${randomUUID()}`;
  const build = (signature: string) =>
    `<samlp:ArtifactResolve xmlns:samlp="${SAMLP}" ID="${id}" IssueInstant="${at}" Version="2.0">` +
    `<saml:Issuer xmlns:saml="${SAML}">${issuer}</saml:Issuer>${signature}<samlp:Artifact>${art}</samlp:Artifact>` +
    `</samlp:ArtifactResolve>`;
  const message = signed(id, build, key);
  const soap = `<s:Envelope xmlns:s="${SOAP}"><s:Body>${message}</s:Body></s:Envelope>`;
  const own = certificate ? { cert: file("sp.crt"), key: file("sp.key") } : {};
  return new Promise<{ id: string; status: number; xml: string }>((done, failed) => {
    const options = {
      method: "POST",
      ca: file("ca.crt"),
      agent: false,
      headers: { "Content-Type": "text/xml" },
      ...own,
    };
    const call = httpsRequest(resolveUrl, options, (answer) => {
      let xml = "";
      answer.on("data", (part: Buffer) => (xml += part.toString()));
      answer.on("end", () => done({ id, status: answer.statusCode!, xml }));
      answer.on("error", failed);
    });
    call.on("error", failed);
    call.end(soap);
  });
}

/** The outer message as its signature vouches for it. */
function outerOf(xml: string): Element | undefined {
  const inside = child(parsed(xml)!, SOAP, "Body")!;
  return vouched(xml, child(inside, SAMLP, "ArtifactResponse")!, file("idp.crt"));
}

function innerOf(outer: Element): Element | undefined {
  const response = child(outer, SAMLP, "Response");
  const found = response && child(response, SAML, "Assertion");
  return found && vouched(new XMLSerializer().serializeToString(outer), found, file("idp.crt"));
}

function statuses(of: Element | undefined): string[] {
  const top = of && child(child(of, SAMLP, "Status")!, SAMLP, "StatusCode");
  const below = top && child(top, SAMLP, "StatusCode");
  return [top, below].flatMap((code) => code?.getAttribute("Value")?.split(":").at(-1) ?? []);
}

const value = (of: Element, name: string) => of.getElementsByTagNameNS(SAML, name)[0]!;

async function resolved(fault: Fault | "", fields: Record<string, string> = {}, asked: Asked = {}) {
  const got = await artifact({ fault, ...fields }, asked);
  const answer = await resolve(got.artifact);
  return { ...got, answer };
}

describe("keys and start", () => {
  test("D05: keys are for their owner alone and come from one throw-away authority", () => {
    const authority = new X509Certificate(file("ca.crt"));
    for (const name of ["idp", "tls", "sp"]) {
      expect(new X509Certificate(file(`${name}.crt`)).verify(authority.publicKey)).toBe(true);
      expect(statSync(path.join(folder, `${name}.key`)).mode & 0o777).toBe(0o600);
    }
    expect(new X509Certificate(file("tls.crt")).checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(new X509Certificate(file("tls.crt")).checkHost("localhost")).toBe("localhost");
  });

  test("D05: refuses to run in production", () => {
    const main = path.join(import.meta.dirname, "main.ts");
    const given = ["--folder", folder, "--front", "1", "--back", "2", "--portal", PORTAL];
    const env = { ...process.env, MODE: "production" };
    const run = spawnSync(process.execPath, [main, ...given], { env, encoding: "utf8" });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain("does not run in production");
  });

  test("D05: every test person has a number that passes the eleven-test", () => {
    expect(people.filter(({ bsn }) => !passesElevenTest(bsn))).toEqual([]);
    expect(["900095190", "000000000", "12345678"].some(passesElevenTest)).toBe(false);
  });
});

describe("time", () => {
  test("D05: a strict clock takes two minutes either way; the demo's clock walks along with the portal", () => {
    const [near, far] = [instant(Date.now() - 60_000), instant(Date.now() + 3 * 60_000)];
    const strict = simulatorClock(true);
    expect([near, far, "yesterday"].map(strict.takes)).toEqual([true, false, false]);
    const demo = simulatorClock(false);
    expect([far, "yesterday"].map(demo.takes)).toEqual([true, false]);
    expect(demo.stamp(demo.now())).toBe(far);
  });
});

describe("front channel", () => {
  test("D01: metadata is signed and names both bindings", async () => {
    const xml = await (await fetch(`${simulator.frontUrl}/saml/idp/metadata`)).text();
    expect(xml).toBe(file("idp-metadata.xml"));
    expect(vouched(xml, parsed(xml)!, file("idp.crt"))).toBeDefined();
    expect(xml).toContain("bindings:HTTP-POST");
    expect(xml).toContain("bindings:HTTP-Redirect");
  });

  test("D01: the app's letters and a confirmation lead back with an artifact and the relay state", async () => {
    const { place } = await opened();
    const page = await (await fetch(`${simulator.frontUrl}${place}`)).text();
    expect(page).toContain("geen echte DigiD");
    expect(page).toContain("Praktijk De Linde");
    expect(page).not.toContain('value="sms"');
    await send(place, { action: "login", method: "app", person: "000000012" });
    const wrong = await send(place, { action: "login", code: "AAAA" });
    expect(wrong.status).toBe(422);
    const letters = /id="pairing">(\w{4})</.exec(await wrong.text())![1]!;
    expect((await send(place, { action: "login", code: letters.toLowerCase() })).headers.get("location")).toBe(place);
    const { artifact: art, relayState } = returned(await send(place, { action: "login" }));
    expect(Buffer.from(art, "base64")).toHaveLength(44);
    expect(relayState).toBe("opaque");
    expect(value(innerOf(outerOf((await resolve(art)).xml)!)!, "NameID").textContent).toBe("s00000000:000000012");
  });

  test("D01: at Midden a text message's code is asked; what was typed stays, except the password", async () => {
    const { place } = await opened({ classRef: "MobileTwoFactorContract" });
    await send(place, { action: "login", method: "sms", person: "999991772" });
    const page = await (await send(place, { action: "login", name: "fatima", password: "geheim" })).text();
    expect(page).toContain('value="fatima"');
    expect(page).not.toContain("geheim");
    const code = /id="sms">(\d{6})</.exec(page)![1]!;
    returned(await send(place, { action: "login", name: "fatima", password: "x", code }));
  });

  test("D01: a number that fails the eleven-test is refused at its field", async () => {
    const { place } = await opened();
    const answer = await send(place, { action: "login", method: "direct", bsn: "900095190" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-describedby="bsn-error"');
  });

  test("D01: the redirect binding is taken with its signature over the query, and not without", async () => {
    const { build } = authnRequest();
    const SAMLRequest = deflateRawSync(build("")).toString("base64");
    const SigAlg = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    const query = new URLSearchParams({ SAMLRequest, RelayState: "r", SigAlg }).toString();
    const Signature = createSign("RSA-SHA256").update(query).sign(file("sp.key"), "base64");
    const place = `${simulator.frontUrl}/saml/idp/request_authentication?${query}`;
    const options = { redirect: "manual" } as const;
    expect((await fetch(`${place}&${new URLSearchParams({ Signature }).toString()}`, options)).status).toBe(303);
    expect((await fetch(place, options)).status).toBe(404);
  });

  test("D02: unreadable, unknown or badly signed is answered by 404", async () => {
    const { id, build } = authnRequest();
    const whole = signed(id, build);
    const stranger = authnRequest({ issuer: "http://localhost:1/mijn/praktijk/digid/metadata" });
    for (const xml of [
      "no xml",
      build(""),
      signed(id, build, file("idp.key")),
      whole.replace("De Linde", "De Eik"),
      signed(stranger.id, stranger.build),
    ])
      expect((await posted(xml)).status).toBe(404);
  });

  test.each<Asked>([{ comparison: "exact" }, { classRef: "Unknown" }, { index: "1" }, { at: "yesterday" }])(
    "D02: a request that breaks a rule (%o) ends in RequestDenied",
    async (asked) => {
      const { id, build } = authnRequest(asked);
      const outer = outerOf((await resolve(returned(await posted(signed(id, build))).artifact)).xml)!;
      expect(statuses(outer)).toEqual(["Success"]);
      expect(statuses(child(outer, SAMLP, "Response"))).toEqual(["Requester", "RequestDenied"]);
    },
  );
});

describe("back channel", () => {
  test("P-02: the answer holds the number, the level and whom it is for, signed inside and out", async () => {
    const { requestId, answer } = await resolved("", { level: "30" });
    const outer = outerOf(answer.xml)!;
    expect(outer.getAttribute("InResponseTo")).toBe(answer.id);
    const inner = innerOf(outer)!;
    expect(value(inner, "NameID").textContent).toBe("s00000000:999991772");
    expect(value(inner, "NameID").attributes).toHaveLength(0);
    expect(value(inner, "Audience").textContent).toBe(ENTITY);
    expect(value(inner, "AuthnContextClassRef").textContent).toBe(`${CLASS}SmartcardPKI`);
    const confirmed = value(inner, "SubjectConfirmationData");
    expect(confirmed.getAttribute("Recipient")).toBe(ACS);
    expect(confirmed.getAttribute("InResponseTo")).toBe(requestId);
  });

  testWith("xmlsec1")("P-02: an independent verifier (xmlsec1) takes both signatures", async () => {
    const { answer } = await resolved("");
    const place = path.join(folder, "answer.xml");
    writeFileSync(place, answer.xml);
    for (const [node, xpath] of [
      [`${SAMLP}:ArtifactResponse`, "/*/*/*[local-name()='ArtifactResponse']/*[local-name()='Signature']"],
      [`${SAML}:Assertion`, "//*[local-name()='Assertion']/*[local-name()='Signature']"],
    ] as const) {
      const given = ["--verify", "--id-attr:ID", node, "--pubkey-cert-pem", path.join(folder, "idp.crt")];
      const run = spawnSync("xmlsec1", [...given, "--node-xpath", xpath, place], { encoding: "utf8" });
      expect(run.stderr + run.stdout).toContain("1/1");
      expect(run.status).toBe(0);
    }
  });

  test("P-02: without a client certificate there is no connection", async () => {
    await expect(resolve("x", { certificate: false })).rejects.toThrow();
  });

  test("P-02: an artifact is good once and for its owner; the rest is RequestDenied without a Response", async () => {
    const { artifact: art } = await artifact();
    const stranger = await resolve(art, { issuer: `${PORTAL}/mijn/elders/digid/metadata` });
    expect(statuses(outerOf(stranger.xml))).toEqual(["Requester", "RequestDenied"]);
    expect(statuses(outerOf((await resolve(art)).xml))).toEqual(["Success"]);
    for (const again of [art, "AAQAAA=="]) {
      const outer = outerOf((await resolve(again)).xml)!;
      expect(statuses(outer)).toEqual(["Requester", "RequestDenied"]);
      expect(child(outer, SAMLP, "Response")).toBeUndefined();
    }
  });

  test("P-02: after 15 minutes an artifact brings Success without a Response; time follows the portal", async () => {
    const { artifact: art } = await artifact();
    const later = instant(Date.now() + 16 * 60_000);
    const outer = outerOf((await resolve(art, { at: later })).xml)!;
    expect(Math.abs(Date.parse(outer.getAttribute("IssueInstant")!) - Date.parse(later))).toBeLessThan(5_000);
    expect(statuses(outer)).toEqual(["Success"]);
    expect(child(outer, SAMLP, "Response")).toBeUndefined();
  });

  test("P-02: an ArtifactResolve signed by another key is answered by 404", async () => {
    const { artifact: art } = await artifact();
    expect((await resolve(art, { key: file("idp.key") })).status).toBe(404);
  });
});

describe("fault switches", () => {
  test.each<[Fault, string[]]>([
    ["cancel", ["Responder", "AuthnFailed"]],
    ["no-number", ["Responder", "AuthnFailed"]],
    ["level-unreachable", ["Responder", "NoAuthnContext"]],
    ["request-denied", ["Requester", "RequestDenied"]],
  ])("D02: %s", async (fault, expected) => {
    const outer = outerOf((await resolved(fault)).answer.xml)!;
    expect(statuses(outer)).toEqual(["Success"]);
    expect(statuses(child(outer, SAMLP, "Response"))).toEqual(expected);
  });

  test("D02: the button cancels", async () => {
    const { place } = await opened();
    const { artifact: art } = returned(await send(place, { action: "cancel" }));
    const response = child(outerOf((await resolve(art)).xml)!, SAMLP, "Response");
    expect(statuses(response)).toEqual(["Responder", "AuthnFailed"]);
  });

  test.each<[Fault, string[]]>([
    ["expired-artifact", ["Success"]],
    ["artifact-used", ["Requester", "RequestDenied"]],
  ])("D02: %s brings no Response", async (fault, expected) => {
    const outer = outerOf((await resolved(fault)).answer.xml)!;
    expect(statuses(outer)).toEqual(expected);
    expect(child(outer, SAMLP, "Response")).toBeUndefined();
  });

  test.each<[Fault, (inner: Element) => string | null, string]>([
    ["lower-level", (inner) => value(inner, "AuthnContextClassRef").textContent, `${CLASS}MobileTwoFactorContract`],
    ["wrong-sector", (inner) => value(inner, "NameID").textContent, "s00000001:999991772"],
    ["wrong-audience", (inner) => value(inner, "Audience").textContent, "https://example.invalid/metadata"],
    [
      "wrong-recipient",
      (inner) => value(inner, "SubjectConfirmationData").getAttribute("Recipient"),
      "https://example.invalid/acs",
    ],
  ])("D02: %s stands in a well-signed statement", async (fault, read, expected) => {
    expect(read(innerOf(outerOf((await resolved(fault)).answer.xml)!)!)).toBe(expected);
  });

  test("D02: wrong InResponseTo, inside and outside", async () => {
    const inside = await resolved("wrong-in-response-to");
    const response = child(outerOf(inside.answer.xml)!, SAMLP, "Response")!;
    expect(response.getAttribute("InResponseTo")).not.toBe(inside.requestId);
    const outside = await resolved("wrong-in-response-to-outer");
    expect(outerOf(outside.answer.xml)!.getAttribute("InResponseTo")).not.toBe(outside.answer.id);
  });

  test("D02: clock-shift puts every time ten minutes ahead", async () => {
    const outer = outerOf((await resolved("clock-shift")).answer.xml)!;
    const ahead = Date.parse(outer.getAttribute("IssueInstant")!) - Date.now();
    expect(ahead).toBeGreaterThan(9 * 60_000);
  });

  test("D02: unsigned or foreign signatures do not hold where the switch says so", async () => {
    expect(outerOf((await resolved("foreign-key")).answer.xml)).toBeUndefined();
    for (const fault of ["unsigned-assertion", "foreign-key-assertion"] as const)
      expect(innerOf(outerOf((await resolved(fault)).answer.xml)!)).toBeUndefined();
  });

  test("D02: wrapped-response is a forgery that carries the real answer and its signature", async () => {
    const { answer } = await resolved("wrapped-response");
    expect(answer.xml.match(/<samlp:ArtifactResponse /g)).toHaveLength(2);
    expect(outerOf(answer.xml)).toBeUndefined();
    const forged = child(child(parsed(answer.xml)!, SOAP, "Body")!, SAMLP, "ArtifactResponse")!;
    expect(child(forged, SAMLP, "Response")!.textContent).toContain("900095271");
  });

  test("D02: replay sends the statement of the login before", async () => {
    const first = innerOf(outerOf((await resolved("")).answer.xml)!)!;
    const second = innerOf(outerOf((await resolved("replay", { person: "999992351" })).answer.xml)!)!;
    expect(second.getAttribute("ID")).toBe(first.getAttribute("ID"));
  });

  test("D02: a dead back channel closes, an outage is a 503", async () => {
    await expect(resolved("dead-back-channel")).rejects.toThrow();
    const { place } = await opened();
    expect((await send(place, { action: "login", person: "999991772", fault: "outage" })).status).toBe(503);
  });
});
