import { operator } from "#app/platform/settings/in-force.server.ts";
import type { Signer } from "#app/professionals/joining/signer.server.ts";
import { config } from "#app/shared/config.server.ts";
import { formatDate } from "#app/ui/format.ts";
import { documentText, type DocumentText, type Field } from "./text.ts";

/** The words of the document of one signer, version and moment. */
export function describe(given: {
  signer: Signer;
  version: number;
  checkCode: string;
  fields: Field[];
  at: Date;
}): DocumentText {
  const { signer, version, checkCode, fields, at } = given;
  return documentText({
    number: signer.number,
    version,
    madeOn: formatDate(at, "nl"),
    practitioner: { name: signer.name, agb: signer.agbPractitioner },
    practice: { name: signer.practiceName, agb: signer.agbPractice },
    fields,
    checkCode,
    checkAddress: `${config.publicUrl.replace(/^https?:\/\//, "")}/controle`,
    operator: {
      product: operator().product,
      name: operator().name,
      address: operator().address,
      phone: operator().desk.phone,
      email: operator().desk.email,
    },
  });
}
