import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { certified, pem } from "./certificates.ts";
import { idpMetadata, places } from "./metadata.ts";
import { signer } from "./sign.ts";

const FILES = ["ca.crt", "idp.crt", "idp.key", "tls.crt", "tls.key", "sp.crt", "sp.key"] as const;

/**
 * Throw-away keys of the simulator (`idp`, `tls`), of the portal towards it (`sp`) and the authority over them (`ca`), as
 * PEM files that only their owner may read. Files that are all there already are kept. The authority's key is never kept.
 */
export async function makeKeys(folder: string): Promise<void> {
  if (FILES.every((file) => existsSync(path.join(folder, file)))) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await certified({ name: "Zorgpoort simulator CA", purpose: "authority" });
  const write = (file: (typeof FILES)[number], content: string) =>
    writeFileSync(path.join(folder, file), content, { mode: 0o600 });
  write("ca.crt", (await pem(authority)).certificate);
  const wanted = [
    { file: "idp", name: "DigiD-simulator", purpose: "signing" },
    { file: "tls", name: "127.0.0.1", purpose: "tls" },
    { file: "sp", name: "Zorgpoort (demonstratie)", purpose: "client" },
  ] as const;
  await Promise.all(
    wanted.map(async ({ file, name, purpose }) => {
      const { certificate, key } = await pem(await certified({ name, purpose, issuer: authority }));
      write(`${file}.crt`, certificate);
      write(`${file}.key`, key);
    }),
  );
}

/** Reads one of the files of `makeKeys`. */
export function keyFile(folder: string, file: (typeof FILES)[number]): string {
  return readFileSync(path.join(folder, file), "utf8");
}

/** Writes `idp-metadata.xml`, signed, for these ports. */
export function writeMetadata(folder: string, front: number, back: number): string {
  const certificate = keyFile(folder, "idp.crt");
  const xml = idpMetadata(places(front, back), certificate, signer(certificate, keyFile(folder, "idp.key")));
  writeFileSync(path.join(folder, "idp-metadata.xml"), xml, { mode: 0o600 });
  return xml;
}
