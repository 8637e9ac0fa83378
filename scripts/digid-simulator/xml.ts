export const NS = {
  ds: "http://www.w3.org/2000/09/xmldsig#",
  md: "urn:oasis:names:tc:SAML:2.0:metadata",
  saml: "urn:oasis:names:tc:SAML:2.0:assertion",
  samlp: "urn:oasis:names:tc:SAML:2.0:protocol",
  soap: "http://schemas.xmlsoap.org/soap/envelope/",
} as const;

export const EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** For text between tags, in canonical form. */
export function text(value: string): string {
  return value.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
}

/** For the value of an attribute in double quotes, in canonical form; also fit for HTML. */
export function attribute(value: string): string {
  return value.replace(/[&<"]/g, (sign) => ENTITIES[sign]!);
}
