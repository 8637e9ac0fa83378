import { DOMParser } from "@xmldom/xmldom";

/** A message that is not exactly what it has to be; the code says where. Its content is never trusted or shown. */
export class BadMessage extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
    this.name = "BadMessage";
  }
}

export const NS = {
  soap: "http://schemas.xmlsoap.org/soap/envelope/",
  samlp: "urn:oasis:names:tc:SAML:2.0:protocol",
  saml: "urn:oasis:names:tc:SAML:2.0:assertion",
  md: "urn:oasis:names:tc:SAML:2.0:metadata",
  ds: "http://www.w3.org/2000/09/xmldsig#",
  exc: "http://www.w3.org/2001/10/xml-exc-c14n#",
} as const;

/** The largest message that is read, in bytes. */
export const LARGEST = 256 * 1024;
const ELEMENT = 1;
const TEXT = 3;
const DECLARATION = /^\s*<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="\w+")?\s*\?>/;

/**
 * Reads XML that holds nothing but elements, attributes and text (D04): no document type, entity, comment, processing
 * instruction or CDATA, no other encoding than UTF-8, no id twice, not over 256 kB.
 * @throws BadMessage
 */
export function readStrict(bytes: Uint8Array | string): Element {
  const text = typeof bytes === "string" ? bytes : decoded(bytes);
  if (text.length > LARGEST) throw new BadMessage("too_large");
  const body = text.replace(DECLARATION, "");
  if (/<[!?]/.test(body)) throw new BadMessage("forbidden_markup");
  const root = parsed(body);
  uniqueIds(root);
  return root;
}

function decoded(bytes: Uint8Array): string {
  if (bytes.byteLength > LARGEST) throw new BadMessage("too_large");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new BadMessage("encoding");
    return text;
  } catch {
    throw new BadMessage("encoding");
  }
}

function parsed(text: string): Element {
  const fail = () => {
    throw new BadMessage("not_xml");
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  let document: Document | undefined;
  try {
    document = parser.parseFromString(text, "text/xml");
  } catch {
    throw new BadMessage("not_xml");
  }
  const root = document?.documentElement as Element | null | undefined;
  if (!document || !root) throw new BadMessage("not_xml");
  const outside = Array.from({ length: document.childNodes.length }, (_, at) => document.childNodes.item(at));
  if (outside.some((node) => node !== root && (node.textContent ?? "").trim() !== "")) throw new BadMessage("not_xml");
  return root;
}

function uniqueIds(root: Element): void {
  const seen = new Set<string>();
  const walk = (element: Element): void => {
    for (const name of ["ID", "Id", "id", "AssertionID"]) {
      const value = element.getAttribute(name);
      if (!value) continue;
      if (seen.has(value)) throw new BadMessage("id_twice");
      seen.add(value);
    }
    for (const child of children(element)) walk(child);
  };
  walk(root);
}

/** Child elements, in order. */
export function children(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === ELEMENT) found.push(node as Element);
  return found;
}

const named = (element: Element, ns: string, name: string) => element.namespaceURI === ns && element.localName === name;

/** The one child of this name. @throws BadMessage for none or several */
export function only(parent: Element, ns: string, name: string): Element {
  const found = optional(parent, ns, name);
  if (!found) throw new BadMessage(`no_${name}`);
  return found;
}

/** The one child of this name, or null. @throws BadMessage for several */
export function optional(parent: Element, ns: string, name: string): Element | null {
  const found = children(parent).filter((child) => named(child, ns, name));
  if (found.length > 1) throw new BadMessage(`several_${name}`);
  return found[0] ?? null;
}

/** @throws BadMessage when an element is not of this name */
export function mustBe(element: Element, ns: string, name: string): Element {
  if (!named(element, ns, name)) throw new BadMessage(`not_${name}`);
  return element;
}

/** Text of an element that holds nothing else. @throws BadMessage */
export function textIn(element: Element): string {
  const { firstChild } = element;
  if (!firstChild || firstChild.nextSibling || firstChild.nodeType !== TEXT)
    throw new BadMessage(`text_${element.localName}`);
  return (firstChild.nodeValue ?? "").trim();
}

/** An attribute that has to be there. @throws BadMessage */
export function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (!value) throw new BadMessage(`no_${name}`);
  return value;
}

/** A moment in a message. @throws BadMessage */
export function instant(text: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(text)) throw new BadMessage("instant");
  return new Date(text);
}
