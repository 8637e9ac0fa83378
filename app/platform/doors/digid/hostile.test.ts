import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  assertionOf,
  envelopeOf,
  responseOf,
  success,
  TRANSFORMS,
  type Key,
  type Made,
} from "#tests/digid-messages.ts";
import { makeKeys } from "../../../../scripts/digid-simulator/keys.ts";
import type { Expected } from "./expected.ts";
import { artifactResolve, authnRequest, metadata } from "./messages.ts";
import { readAnswer } from "./read-answer.server.ts";
import { keyName, signXml } from "./signed.server.ts";
import { BadMessage } from "./strict-xml.server.ts";

const AT = new Date("2026-11-24T08:00:00Z");
const IDP = "https://digid.example/saml/idp/metadata";
const PARTY = {
  entityId: "https://portaal.example/mijn/getij/digid/metadata",
  returnAddress: "https://portaal.example/mijn/getij/digid/terug",
};
const audience = (...list: string[]) =>
  `<saml:AudienceRestriction>${list.map((one) => `<saml:Audience>${one}</saml:Audience>`).join("")}</saml:AudienceRestriction>`;

let digid: Key & { certificate: string };
let foreign: Key & { certificate: string };
let folder: string;

async function aKey(): Promise<Key & { certificate: string }> {
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-hostile-"));
  await makeKeys(folder);
  const [key, certificate] = ["idp.key", "idp.crt"].map((name) => readFileSync(path.join(folder, name), "utf8")) as [
    string,
    string,
  ];
  return { key, certificate, name: keyName(certificate) };
}
beforeAll(async () => {
  [digid, foreign] = [await aKey(), await aKey()];
});

function made(change: Partial<Made> = {}): Made {
  return {
    at: AT,
    signer: digid,
    assertionSigner: digid,
    outerSigner: digid,
    issuer: IDP,
    innerIssuer: IDP,
    assertionIssuer: IDP,
    resolveId: "_resolve",
    requestId: "_request",
    subjectRequestId: "_request",
    outerIssued: 0,
    innerIssued: 0,
    notBefore: -120,
    notOnOrAfter: 120,
    confirmedUntil: 120,
    audience: audience(PARTY.entityId),
    recipient: PARTY.returnAddress,
    nameId: "s00000000:999991772",
    level: "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
    method: "urn:oasis:names:tc:SAML:2.0:cm:bearer",
    status: success("Success"),
    innerStatus: success("Success"),
    version: "2.0",
    signatureMethod: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    digestMethod: "http://www.w3.org/2001/04/xmlenc#sha256",
    transforms: TRANSFORMS,
    reference: null,
    beside: {},
    assertion: null,
    assertionId: "_assertion",
    ...change,
  };
}
const expected = (at = AT): Expected => ({
  party: PARTY,
  resolveId: "_resolve",
  at,
  connection: {
    entityId: IDP,
    post: "https://digid.example/post",
    redirect: null,
    resolve: "https://digid.example/resolve",
    certificates: [digid.certificate],
    own: { key: digid.key, certificate: digid.certificate },
    authority: "",
  },
});
const message = (change: Partial<Made> = {}) => {
  const all = made(change);
  return envelopeOf(responseOf(all), all.beside);
};
const read = (text: string | Buffer, at = AT) => readAnswer(Buffer.from(text as string), expected(at));

function refusal(text: string | Buffer, at = AT): string {
  try {
    return `accepted: ${JSON.stringify(read(text, at))}`;
  } catch (error) {
    if (error instanceof BadMessage) return error.code;
    throw error;
  }
}

describe("what a good answer is", () => {
  it("D01 an answer made by other hands, in DigiD's own layout, is read", () => {
    expect(read(message())).toMatchObject({
      kind: "success",
      bsn: "999991772",
      level: 25,
      requestId: "_request",
      proof: { id: "_assertion" },
    });
    expect(
      read(message({ nameId: "S00000000:00000012", level: "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI" })),
    ).toMatchObject({ bsn: "000000012", level: 30 });
  });

  it("D02 moments are taken with half a minute of difference between clocks, and not more", () => {
    expect(read(message({ notBefore: 29, confirmedUntil: 120 })).kind).toBe("success");
    expect(read(message({ notOnOrAfter: -29, confirmedUntil: -29 })).kind).toBe("success");
    expect(read(message({ outerIssued: -119 })).kind).toBe("success");
  });

  it("D05 each status has its meaning, also when DigiD gives no answer inside", () => {
    const nested = (top: string, second: string) =>
      `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${top}"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${second}"></samlp:StatusCode></samlp:StatusCode></samlp:Status>`;
    expect(read(message({ innerStatus: nested("Responder", "AuthnFailed"), assertion: "" })).kind).toBe("cancelled");
    expect(read(message({ innerStatus: nested("Responder", "NoAuthnContext"), assertion: "" })).kind).toBe(
      "level_too_low",
    );
    expect(read(message({ innerStatus: nested("Requester", "RequestDenied"), assertion: "" })).kind).toBe("denied");
    expect(read(message({ innerStatus: nested("Success", "AuthnFailed") })).kind).toBe("denied");
    expect(read(message({ status: nested("Requester", "RequestDenied") })).kind).toBe("unknown");
  });
});

/** Forged by somebody without DigiD's key: the BSN of another. */
const forgedAssertion = () =>
  assertionOf(made({ assertionSigner: null, nameId: "s00000000:999992351", assertionId: "_forged" }));
const forgedResponse = (id = "_forged") =>
  responseOf(made({ outerSigner: null, assertion: forgedAssertion() }))
    .replace('ID="_outer"', `ID="${id}"`)
    .replace('ID="_inner"', 'ID="_inner2"')
    .replace('ID="_forged"', 'ID="_forged2"');
const spaced = (element: string) =>
  element.replace(
    /^<(\w+:\w+)/,
    '<$1 xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
  );
const sha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
const wrapped = (inside: string) => `<samlp:Extensions>${inside}</samlp:Extensions>`;

const hostile: [string, string, () => string | Buffer, string][] = [
  // Signature wrapping.
  [
    "D01",
    "a forged answer with the real one in its extensions",
    () => envelopeOf(forgedResponse().replace(/<samlp:Status>/, `${wrapped(responseOf(made()))}<samlp:Status>`)),
    "no_Signature",
  ],
  [
    "D01",
    "a forged answer under the signature of the real one",
    () =>
      envelopeOf(
        forgedResponse().replace(
          "<samlp:Status>",
          `${/<ds:Signature>.*?<\/ds:Signature>(?=<samlp:Status>)/.exec(responseOf(made()))![0]}${wrapped(responseOf(made({ resolveId: "_r2" })))}<samlp:Status>`,
        ),
      ),
    "reference",
  ],
  [
    "D01",
    "the real answer in the header, a forged one in the body",
    () => envelopeOf(forgedResponse(), { header: responseOf(made()) }),
    "envelope",
  ],
  ["D01", "two answers, the forged one first", () => envelopeOf(`${forgedResponse()}${responseOf(made())}`), "body"],
  ["D01", "two answers, the forged one last", () => envelopeOf(`${responseOf(made())}${forgedResponse()}`), "body"],
  [
    "D01",
    "the real answer inside an object of the signature",
    () =>
      envelopeOf(
        forgedResponse("_outer").replace(
          "<samlp:Status>",
          responseOf(made({ beside: {} })).replace(
            /^.*?(<ds:Signature>.*?)(<\/ds:Signature>)<samlp:Status>.*$/s,
            (_, head: string, end: string) => `${head}<ds:Object>${responseOf(made())}</ds:Object>${end}<samlp:Status>`,
          ),
        ),
      ),
    "id_twice",
  ],
  ["D01", "one id twice", () => message().replace("<saml:Subject>", '<saml:Subject ID="_outer">'), "id_twice"],
  [
    "D01",
    "a forged assertion before the real one",
    () => message().replace("<saml:Assertion", `${forgedAssertion()}<saml:Assertion`),
    "signature",
  ],
  [
    "D01",
    "a forged assertion behind the real one, signed outside",
    () => message({ beside: { behindAssertion: forgedAssertion() } }),
    "several_Assertion",
  ],
  [
    "D01",
    "a second response behind the first, signed outside",
    () =>
      message({
        beside: {
          behindResponse: `<samlp:Response ID="_second" InResponseTo="_request" IssueInstant="${AT.toISOString()}" Version="2.0"></samlp:Response>`,
        },
      }),
    "several_Response",
  ],
  [
    "D01",
    "a forged assertion around the real one",
    () =>
      message({
        assertion: forgedAssertion().replace(
          "</saml:Issuer>",
          `</saml:Issuer><saml:Advice>${assertionOf(made())}</saml:Advice>`,
        ),
      }),
    "no_Signature",
  ],
  [
    "D01",
    "a forged assertion with the signature of the real one",
    () =>
      message({
        assertion: forgedAssertion().replace(
          "</saml:Issuer>",
          `</saml:Issuer>${/<ds:Signature>.*<\/ds:Signature>/.exec(assertionOf(made()))![0]}`,
        ),
      }),
    "reference",
  ],
  // Signatures.
  ["D01", "no signature outside", () => message({ outerSigner: null }), "no_Signature"],
  ["D01", "no signature on the assertion", () => message({ assertionSigner: null }), "no_Signature"],
  ["D01", "signed by somebody else", () => message({ assertionSigner: foreign, outerSigner: foreign }), "signature"],
  ["D01", "the assertion signed by somebody else", () => message({ assertionSigner: foreign }), "signature"],
  [
    "D01",
    "signed by somebody else, who sends the own certificate along",
    () =>
      message({
        assertionSigner: foreign,
        outerSigner: foreign,
        beside: {
          keyInfo: `<ds:X509Data><ds:X509Certificate>${foreign.certificate.replace(/-----[A-Z ]+-----|\s/g, "")}</ds:X509Certificate></ds:X509Data>`,
        },
      }),
    "signature",
  ],
  ["D01", "another BSN under the same signature", () => message().replace("999991772", "999992351"), "signature"],
  [
    "D01",
    "another level under the same signature",
    () =>
      message({ level: "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract" }).replace(
        "MobileTwoFactorContract",
        "Smartcard",
      ),
    "signature",
  ],
  ["D01", "SHA-1 as signature", () => message({ signatureMethod: sha1 }), "method"],
  ["D01", "SHA-1 as digest", () => message({ digestMethod: "http://www.w3.org/2000/09/xmldsig#sha1" }), "method"],
  [
    "D01",
    "the certificate as key of a keyed hash",
    () =>
      message().replaceAll(
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
      ),
    "method",
  ],
  [
    "D01",
    "a transform that could run",
    () =>
      message({
        transforms:
          TRANSFORMS + '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform>',
      }),
    "method",
  ],
  [
    "D01",
    "a transform that chooses what is signed",
    () =>
      message({
        transforms:
          '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"></ds:Transform>' + TRANSFORMS,
      }),
    "method",
  ],
  ["D01", "a reference to the whole document", () => message({ reference: "" }), "reference"],
  ["D01", "a reference to something else", () => message({ reference: "#_inner" }), "reference"],
  [
    "D01",
    "two references",
    () => message().replace(/(<ds:Reference .*?<\/ds:Reference>)/, "$1$1"),
    "several_Reference",
  ],
  [
    "D01",
    "two lists of what is signed",
    () => message().replace(/(<ds:SignedInfo>.*?<\/ds:SignedInfo>)/, "$1$1"),
    "several_SignedInfo",
  ],
  [
    "D01",
    "two signatures",
    () => message().replace(/(<ds:Signature>.*?<\/ds:Signature>)/, "$1$1"),
    "several_Signature",
  ],
  [
    "D01",
    "a digest in pieces",
    () => message().replace(/<ds:DigestValue>(.{4})/, "<ds:DigestValue>$1<!-- -->"),
    "forbidden_markup",
  ],
  ["D01", "a BSN in pieces", () => message({ nameId: "s00000000:<!-- -->999991772" }), "forbidden_markup"],
  ["D01", "a BSN as literal text", () => message({ nameId: "<![CDATA[s00000000:999991772]]>" }), "forbidden_markup"],
  [
    "D01",
    "a BSN with an element in it",
    () => message({ nameId: "s00000000:999991772<saml:X></saml:X>" }),
    "text_NameID",
  ],
  // Protocol.
  ["D02", "an answer to another question outside", () => message({ resolveId: "_other" }), "in_response_to"],
  [
    "D02",
    "an answer to another question in the subject",
    () => message({ subjectRequestId: "_other" }),
    "in_response_to",
  ],
  ["D02", "of another provider outside", () => message({ issuer: "https://kwaad.example" }), "issuer"],
  ["D02", "of another provider inside", () => message({ innerIssuer: "https://kwaad.example" }), "issuer"],
  ["D02", "an assertion of another provider", () => message({ assertionIssuer: "https://kwaad.example" }), "issuer"],
  ["D02", "for another portal", () => message({ audience: audience("https://ander.example") }), "audience"],
  ["D02", "for nobody", () => message({ audience: "" }), "no_AudienceRestriction"],
  ["D02", "for two", () => message({ audience: audience(PARTY.entityId, "https://ander.example") }), "audience"],
  ["D02", "sent to another address", () => message({ recipient: "https://ander.example/terug" }), "recipient"],
  ["D02", "sent to no address", () => message({ recipient: "" }), "no_Recipient"],
  [
    "D02",
    "confirmed in another way",
    () => message({ method: "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key" }),
    "confirmation",
  ],
  ["D02", "not yet valid", () => message({ notBefore: 31 }), "not_before"],
  ["D02", "no longer valid", () => message({ notOnOrAfter: -30 }), "not_on_or_after"],
  ["D02", "no longer confirmed", () => message({ confirmedUntil: -30 }), "not_on_or_after"],
  ["D02", "made too long ago", () => message({ outerIssued: -121 }), "issue_instant"],
  ["D02", "made in the future", () => message({ outerIssued: 31 }), "issue_instant"],
  ["D02", "another version", () => message({ version: "1.1" }), "version"],
  ["D02", "a number of another sector", () => message({ nameId: "s00000001:999991772" }), "sector"],
  ["D02", "a number without sector", () => message({ nameId: "999991772" }), "sector"],
  ["D02", "a number that is no BSN", () => message({ nameId: "s00000000:900095190" }), "bsn"],
  ["D02", "a number of ten digits", () => message({ nameId: "s00000000:9999917720" }), "bsn"],
  [
    "D03",
    "a level that is not known",
    () => message({ level: "urn:oasis:names:tc:SAML:2.0:ac:classes:Password" }),
    "level",
  ],
  // XML.
  ["D04", "a document type", () => `<!DOCTYPE a>${message()}`, "forbidden_markup"],
  [
    "D04",
    "an entity from elsewhere",
    () => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${message()}`,
    "forbidden_markup",
  ],
  [
    "D04",
    "entities that grow",
    () => `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${message()}`,
    "forbidden_markup",
  ],
  ["D04", "an instruction", () => message().replace("<soap:Body>", "<?php x ?><soap:Body>"), "forbidden_markup"],
  ["D04", "five megabytes", () => message() + " ".repeat(5 * 1024 * 1024), "too_large"],
  ["D04", "UTF-16", () => Buffer.from(message(), "utf16le"), "encoding"],
  ["D04", "a declaration of UTF-7", () => `<?xml version="1.0" encoding="UTF-7"?>${message()}`, "forbidden_markup"],
  [
    "D04",
    "bytes that are no UTF-8",
    () => Buffer.concat([Buffer.from(message()), Buffer.from([0xff, 0xfe])]),
    "encoding",
  ],
  ["D04", "a zero byte", () => message().replace("<soap:Body>", "<soap:Body>\0"), "encoding"],
  ["D04", "an end that is missing", () => message().slice(0, -20), "not_xml"],
  ["D04", "a page of HTML", () => "<html><body><p>Storing</body></html>", "not_xml"],
  ["D04", "nothing", () => "", "not_xml"],
  ["D04", "text behind the end", () => `${message()}<x></x>`, "not_xml"],
];

describe("an answer signed by xmlsec1", () => {
  const from = (name: string) => readFileSync(path.join("tests/fixtures/digid", name), "utf8");

  it("D01 is read, both signatures, and refused when one digit is another", () => {
    const connection = { ...expected().connection, certificates: [from("answer-by-xmlsec1.crt")] };
    const answer = (text: string) => readAnswer(Buffer.from(text), { ...expected(), connection });
    const xml = from("answer-by-xmlsec1.xml");
    expect(answer(xml)).toMatchObject({ kind: "success", bsn: "999991772", level: 25 });
    expect(() => answer(xml.replace("999991772", "999992351"))).toThrow("signature");
  });
});

describe("hostile answers, each refused for its own reason", () => {
  const of = (...ids: string[]) =>
    hostile.filter(([id]) => ids.includes(id)).map(([, what, make, code]) => ({ what, make, code }));
  it.each(of("D01"))("D01 refused: $what", ({ make, code }) => expect(refusal(make())).toBe(code));
  it.each(of("D02", "D03"))("D02 D03 refused: $what", ({ make, code }) => expect(refusal(make())).toBe(code));
  it.each(of("D04"))("D04 refused: $what", ({ make, code }) => expect(refusal(make())).toBe(code));

  it("D01 refused: signed with a certificate that has run out", () => {
    const late = new Date("2200-01-01T00:00:00Z");
    expect(refusal(message({ at: late }), late)).toBe("signature");
  });

  it("D01 there are at least 25 of them", () => expect(hostile.length).toBeGreaterThan(60));
});

const xmlsec = (() => {
  try {
    execFileSync("xmlsec1", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!xmlsec)("against xmlsec1", () => {
  const verify = (xml: string, certificate: string, ...names: string[]) => {
    const file = path.join(folder, "m.xml");
    writeFileSync(file, xml);
    writeFileSync(path.join(folder, "c.crt"), certificate);
    const ids = names.flatMap((name) => ["--id-attr:ID", name]);
    execFileSync("xmlsec1", ["--verify", "--pubkey-cert-pem", path.join(folder, "c.crt"), ...ids, file], {
      stdio: "pipe",
    });
    return true;
  };
  const P = "urn:oasis:names:tc:SAML:2.0:protocol";
  const A = "urn:oasis:names:tc:SAML:2.0:assertion";

  it("D01 xmlsec1 takes the same answer that we take, and refuses the one that was changed", () => {
    expect(verify(responseOf(made()), digid.certificate, `${P}:ArtifactResponse`, `${A}:Assertion`)).toBe(true);
    expect(verify(spaced(assertionOf(made())), digid.certificate, `${A}:Assertion`)).toBe(true);
    expect(() =>
      verify(
        responseOf(made()).replace("999991772", "999992351"),
        digid.certificate,
        `${P}:ArtifactResponse`,
        `${A}:Assertion`,
      ),
    ).toThrow();
  });

  it("D01 xmlsec1 takes what we sign: question, exchange and metadata", () => {
    const own = { key: digid.key, certificate: digid.certificate };
    const given = { party: PARTY, id: "_id1", at: AT };
    const question = authnRequest({
      ...given,
      destination: "https://digid.example/post",
      level: 25,
      providerName: 'Zorg & "Zo"',
    });
    expect(verify(signXml(question, "_id1", own), own.certificate, `${P}:AuthnRequest`)).toBe(true);
    expect(
      verify(
        signXml(artifactResolve({ ...given, artifact: "AAQ=" }), "_id1", own),
        own.certificate,
        `${P}:ArtifactResolve`,
      ),
    ).toBe(true);
    const ours = metadata({ party: PARTY, id: "_id1", certificate: own.certificate, keyName: digid.name });
    expect(
      verify(
        signXml(ours, "_id1", own, true),
        own.certificate,
        "urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor",
      ),
    ).toBe(true);
    expect(ours).not.toContain("cacheDuration");
  });
});

afterAll(() => {
  if (!xmlsec) process.stderr.write("Left out, because xmlsec1 is not there: the comparison of DigiD's signatures.\n");
});
