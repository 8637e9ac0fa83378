import { execFileSync, spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, X509Certificate } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { paintAuthorization } from "#app/professionals/joining/authorization/document/paint.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { testWith } from "#tests/outside.ts";
import { exampleText } from "#tests/example-authorization.ts";
import { sealIdentity, type SealIdentity } from "./certificate.server.ts";
import { signDetached } from "./cms.server.ts";
import { readCms } from "./read-cms.server.ts";
import { sealPdf } from "./seal-pdf.server.ts";
import { verifySealedPdf, type SealReport } from "./verify-pdf.server.ts";

const at = new Date("2026-11-23T09:00:00Z");
const why = { reason: "Machtiging ondertekend", by: "Stichting Polderblik Zorgdata" };
let folder: string;
let shown: Buffer;
let sealed: Buffer;
let identity: SealIdentity;

const judge = (bytes: Buffer) => verifySealedPdf(bytes, identity.accepted);
const fault = (report: SealReport) => (report.genuine ? "genuine" : report.fault);

/** Made by openssl, as an operator would. */
function rsaCertificate(): { certificate: string; key: string } {
  const out = execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:3072", "-nodes", "-keyout", "-", "-subj", "/CN=Zegel", "-days", "3650"],
    { stdio: ["ignore", "pipe", "ignore"] },
  ).toString();
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(out)?.[0] ?? "";
  return { key, certificate: out.replace(key, "").trim() };
}

beforeAll(async () => {
  folder = await freshDatabase();
  shown = await paintAuthorization(exampleText(), at);
  sealed = await sealPdf(shown, at, why);
  identity = await sealIdentity();
});

describe("the document", () => {
  it("I-07: the same input and time give the same bytes, another field gives other bytes", async () => {
    expect((await paintAuthorization(exampleText(), at)).equals(shown)).toBe(true);
    expect((await paintAuthorization(exampleText({ careGroups: "Geen" }), at)).equals(shown)).toBe(false);
  });

  it("B1 K1: it is tagged, in Dutch, with a title, PDF/A-3a, and its own fonts only", () => {
    const raw = shown.toString("latin1");
    for (const mark of ["/Marked true", "/Lang (nl-NL)", "pdfaid:part>3<", "conformance>A<", "/DisplayDocTitle true"]) {
      expect(raw).toContain(mark);
    }
    expect(raw).toMatch(/\/BaseFont \/[A-Z]{6}\+Figtree/);
    expect(raw).not.toMatch(/Helvetica/);
  });

  testWith("pdftotext")("I-07 B1: it shows every entered field and the short summary, all letters drawn", () => {
    writeFileSync(path.join(folder, "shown.pdf"), shown);
    const words = execFileSync("pdftotext", ["-layout", path.join(folder, "shown.pdf"), "-"]).toString();
    const flat = words.replace(/\s+/g, " ");
    for (const { label, value } of exampleText().fields) {
      expect(flat).toContain(label);
      expect(flat).toContain(value);
    }
    for (const word of [
      "Wie",
      "Wat",
      "Hoe lang",
      "Stoppen",
      "7K3F-9QXM-2HTD",
      "zorgpoort.example/controle",
      "1 van 3",
    ]) {
      expect(flat).toContain(word);
    }
  });

  it("B1: a name in letters our typeface lacks still gives a document", async () => {
    const odd = await paintAuthorization(exampleText({ name: "Ţepeş Владимир 山田 \u0000<<)" }), at);
    expect(fault(judge(await sealPdf(odd, at, why)))).toBe("genuine");
  });
});

describe("the seal", () => {
  it("G01 G05: the shown bytes are the beginning of the sealed file, unchanged, and the verifier tells their hash", () => {
    expect(sealed.subarray(0, shown.length).equals(shown)).toBe(true);
    const report = judge(sealed);
    const shownHash = createHash("sha256").update(shown).digest("hex");
    expect(report).toMatchObject({ genuine: true, sealedAt: at, shownHash });
  });

  testWith("pdfsig")("B9: an independent reader (pdfsig) accepts it, whole, and refuses one changed byte", () => {
    const file = path.join(folder, "sealed.pdf");
    const look = (bytes: Buffer) => {
      writeFileSync(file, bytes);
      return spawnSync("pdfsig", [file]).stdout.toString();
    };
    const report = look(sealed);
    expect(report).toContain("Signature is Valid");
    expect(report).toContain("Total document signed");
    expect(report).toContain("ETSI.CAdES.detached");
    const broken = Buffer.from(sealed);
    broken[200]! ^= 1;
    expect(look(broken)).not.toContain("Signature is Valid");
  });

  testWith("qpdf")("B9: an independent reader (qpdf) finds no fault in the file", () => {
    const file = path.join(folder, "sealed.pdf");
    writeFileSync(file, sealed);
    const run = spawnSync("qpdf", ["--check", file]);
    expect(run.stderr.toString()).toBe("");
    expect(run.status).toBe(0);
  });

  it("B9: the signature names its certificate (ESS) and carries no second moment", () => {
    const cms = signDetached(Buffer.from("x"), identity);
    expect(readCms(cms)).not.toBeNull();
    const signingTime = Buffer.from("06092a864886f70d010905", "hex");
    expect(cms.includes(signingTime)).toBe(false);
  });

  it("G05: whatever single byte is changed, the verifier says so", () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (where, change) => {
        const broken = Buffer.from(sealed);
        broken[where]! ^= change;
        // In the hole only another way of writing the same digit is no change.
        const same = broken.toString("latin1").toLowerCase() === sealed.toString("latin1").toLowerCase();
        return same || !judge(broken).genuine;
      }),
      { numRuns: 400 },
    );
  });

  it("G05: bytes added after the seal, an update or just a space, are named", () => {
    expect(fault(judge(Buffer.concat([sealed, Buffer.from(" ")])))).toBe("bytes_added");
    const update = Buffer.from("\n1 0 obj\n<</Type/Annot>>\nendobj\ntrailer\n<</Prev 1>>\n%%EOF");
    expect(fault(judge(Buffer.concat([sealed, update])))).toBe("bytes_added");
  });

  it("G05: a second seal, a gap in the range, a cut file and a swapped signature are refused", async () => {
    expect(fault(judge(Buffer.concat([sealed, Buffer.from("/ByteRange [0 1 2 3]")])))).toBe("sealed_twice");
    const text = sealed.toString("latin1");
    const gap = Buffer.from(
      text.replace(
        /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/,
        (_, a: string, b: string, c: string) => `/ByteRange [0 ${Number(a) - 1} ${b} ${c}]`,
      ),
      "latin1",
    );
    expect(fault(judge(gap))).toBe("range_broken");
    expect(fault(judge(sealed.subarray(0, -3)))).toBe("range_broken");
    const other = await sealPdf(await paintAuthorization(exampleText({ careGroups: "Geen" }), at), at, why);
    const hole = (pdf: Buffer) => /\/Contents <([0-9a-f]+)>/.exec(pdf.toString("latin1"))?.[1] ?? "";
    const swapped = Buffer.from(text.replace(hole(sealed), hole(other)), "latin1");
    expect(fault(judge(swapped))).toBe("content_changed");
  });

  it("G05: the seal of somebody else, even under our name, is refused", async () => {
    const mine = await sealIdentity();
    await freshDatabase();
    const theirs = await sealPdf(shown, at, why);
    expect(fault(verifySealedPdf(theirs, mine.accepted))).toBe("other_certificate");
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const forged = signDetached(Buffer.from("x"), { ...mine, key: privateKey });
    const pdf = theirs.toString("latin1");
    const room = (/\/Contents <([0-9a-f]+)>/.exec(pdf)?.[1] ?? "").length;
    const put = pdf.replace(/\/Contents <[0-9a-f]+>/, `/Contents <${forged.toString("hex").padEnd(room, "0")}>`);
    expect(fault(verifySealedPdf(Buffer.from(put, "latin1"), mine.accepted))).toBe("signature_wrong");
  });

  it("G05: no PDF, a PDF without a seal, and rubbish get a plain answer", () => {
    expect(fault(judge(Buffer.from("hello")))).toBe("not_a_pdf");
    expect(fault(judge(shown))).toBe("not_sealed");
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (rest) => !judge(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, ...rest])).genuine,
      ),
    );
  });

  testWith("openssl")("B9: a certificate of RSA 3072 seals as well, and an earlier one is still ours", async () => {
    const earlier = await sealIdentity();
    const { certificate, key } = rsaCertificate();
    const dir = await freshDatabase();
    writeFileSync(path.join(dir, "seal.pem"), `${certificate}\n${earlier.certificate.toString()}`);
    writeFileSync(path.join(dir, "seal.key"), key);
    process.env.SEAL_CERTIFICATE = path.join(dir, "seal.pem");
    process.env.SEAL_KEY = path.join(dir, "seal.key");
    reloadConfig();
    const made = await sealPdf(shown, at, why);
    const { accepted } = await sealIdentity();
    delete process.env.SEAL_CERTIFICATE;
    delete process.env.SEAL_KEY;
    reloadConfig();
    expect(fault(verifySealedPdf(made, accepted))).toBe("genuine");
    expect(fault(verifySealedPdf(await sealPdf(shown, at, why), accepted))).toBe("other_certificate");
  });

  it("C02: the demo certificate is made once and only its owner may read its key", async () => {
    const again = await sealIdentity();
    expect(again.certificate).toBeInstanceOf(X509Certificate);
    expect(again.certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(readFileSync(path.join(process.env.DATA_DIR ?? "", "seal.json"), "utf8")).toContain("BEGIN CERTIFICATE");
  });
});
