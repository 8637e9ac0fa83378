import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { makeKeys } from "../../scripts/digid-simulator/keys.ts";
import { digidFaults } from "./config-digid.server.ts";
import { environment } from "./environment.server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-digid-config-"));
const file = (name: string) => path.join(folder, name);
const real = (more = "") =>
  `<md:EntityDescriptor entityID="https://was.digid.nl/saml/idp/metadata"><md:SingleSignOnService Location="https://digid.nl/saml/idp/request_authentication"/>${more}</md:EntityDescriptor>`;
beforeAll(async () => {
  await makeKeys(folder);
  writeFileSync(file("real.xml"), real());
  writeFileSync(file("near.xml"), real('<x Location="https://127.0.0.1:9/resolve"/>'));
  writeFileSync(file("plain.xml"), real().replace("https://digid.nl", "http://digid.nl"));
});

const whole = () => ({
  DIGID_METADATA: file("real.xml"),
  DIGID_CERTIFICATE: file("sp.crt"),
  DIGID_KEY: file("sp.key"),
  DIGID_CA: file("ca.crt"),
});
const faults = (given: Record<string, string>) => digidFaults(environment.parse(given));

it("H06 D05 production takes a real connection with DigiD, or none", () => {
  expect(faults({})).toEqual([]);
  expect(faults(whole())).toEqual([]);
});

it("H06 D05 production refuses a simulator, a connection in part, another key and files that are not there", () => {
  for (const name of ["near.xml", "plain.xml"])
    expect(faults({ ...whole(), DIGID_METADATA: file(name) })).toEqual(["DIGID_METADATA: the metadata of a simulator"]);
  expect(faults({ ...whole(), DIGID_METADATA: file("sp.crt") })).toEqual([
    "DIGID_METADATA: not the metadata of an identity provider",
  ]);
  expect(faults({ DIGID_METADATA: file("real.xml") })).toHaveLength(3);
  expect(faults({ ...whole(), DIGID_KEY: file("idp.key") })).toEqual([
    "DIGID_KEY: does not belong to DIGID_CERTIFICATE",
  ]);
  expect(faults({ ...whole(), DIGID_CA: file("weg.crt") })[0]).toMatch(/^DIGID_CA: .* cannot be read$/);
  expect(readFileSync(file("sp.key"), "utf8")).toContain("PRIVATE KEY");
});
