import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { SignPdf } from "@signpdf/signpdf";
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { sealIdentity, type SealIdentity } from "./certificate.server.ts";
import { signDetached } from "./cms.server.ts";

/** Room for the signature: certificate, attributes and an RSA signature together stay well below. */
const HOLE_BYTES = 6144;

class OurSigner extends Signer {
  private readonly identity: SealIdentity;

  constructor(identity: SealIdentity) {
    super();
    this.identity = identity;
  }
  override sign(content: Buffer): Promise<Buffer> {
    return Promise.resolve(signDetached(content, this.identity));
  }
}

/**
 * Seals a PDF by adding to it (ISO 32000-1, 12.8; PAdES baseline): the given bytes are the beginning of the result,
 * unchanged, so that anybody can cut off the seal and hold what was shown. Never call it inside a transaction.
 * @param at the moment of sealing, written into the signature dictionary
 */
export async function sealPdf(shown: Buffer, at: Date, why: { reason: string; by: string }): Promise<Buffer> {
  if (!shown.subarray(-6).equals(Buffer.from("%%EOF\n"))) throw new Error("a PDF that does not end as ours do");
  const prepared = plainAddPlaceholder({
    pdfBuffer: shown,
    reason: why.reason,
    name: why.by,
    contactInfo: "",
    location: "Nederland",
    signingTime: at,
    signatureLength: HOLE_BYTES,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
  });
  const sealed = await new SignPdf().sign(mended(prepared, shown), new OurSigner(await sealIdentity()));
  if (!sealed.subarray(0, shown.length).equals(shown)) throw new Error("sealing would change what was shown");
  return sealed;
}

/**
 * Mends two things in the part that was added: PDF/A wants the file's ID in the last trailer too (ISO 19005-3, 6.1.3),
 * and `startxref` has to name the table itself, not the line break before it (ISO 32000-1, 7.5.5).
 */
function mended(prepared: Buffer, shown: Buffer): Buffer {
  const id = /\/ID\s*\[[^\]]*\]/.exec(shown.toString("latin1", shown.lastIndexOf("trailer")))?.[0];
  const trailer = prepared.lastIndexOf("trailer\n");
  const table = prepared.lastIndexOf("\nxref\n") + 1;
  if (!id || table < shown.length) throw new Error("a PDF without an ID cannot be sealed");
  const end = prepared
    .toString("latin1", trailer)
    .replace("/Prev ", `${id}\n/Prev `)
    .replace(/startxref\n\d+/, `startxref\n${table}`);
  return Buffer.concat([prepared.subarray(0, trailer), Buffer.from(end, "latin1")]);
}
