import { type Relation, relationsIn } from "./word-package.ts";
import { readXml } from "./xml.ts";

/** Relations without end are no relations of a letter. */
const MOST_SIGNS = 1024 * 1024;
/** What Word may look up at another place; taken while that place is the own computer or network. */
const LOOKED_UP = new Set(["attachedTemplate", "image", "oleObject", "externalLinkPath", "package"]);
/** Kinds of addresses behind a link that start something on the computer of the reader. */
export const STARTS =
  /^[\s\p{Cc}]*(?:javascript|vbscript|data|shell|search-ms|search|ms-[\w-]+|mk|mhtml|res|ldap|jar)\s*:/iu;
const PRIVATE_NAME = /^(?!0x)(?=[^.]*[a-z])[\w-]+(?:\.(?:[\w-]+\.)*(?:local|lan|intern|internal|corp|home\.arpa))?$/i;
const PRIVATE_ADDRESS = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?$/;

/** Whether relations, read as Word reads them, fetch or start something from elsewhere; also when they are no XML. */
export function relationsAct(text: string): boolean {
  if (text.length > MOST_SIGNS) return true;
  try {
    const root = readXml(text);
    return root.name !== "rel:Relationships" || relationsIn(root, "").some(acts);
  } catch {
    return true;
  }
}

function acts({ kind, target, external }: Relation): boolean {
  if (!external) return false;
  if (kind === "hyperlink") return STARTS.test(target);
  return !LOOKED_UP.has(kind) || leadsOut(target);
}

/**
 * Whether an address leads out of the computer and the own network: a web address, or a share on a host with a public name
 * or number, which learns who opens the letter. A drive, a path, or a share on a host of the house does not.
 */
export function leadsOut(address: string): boolean {
  let plain: string;
  try {
    plain = decodeURIComponent(address.trim()).replace(/\\/g, "/");
  } catch {
    return true;
  }
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "file") return true;
  const path = scheme ? plain.slice(5) : plain;
  if (/^\/*[a-z]:(?:\/|$)/i.test(path)) return false;
  const host = /^\/{2,}([^/]*)/.exec(path)?.[1];
  if (host === undefined || host === "" || /^localhost$/i.test(host)) return false;
  return !PRIVATE_NAME.test(host) && !PRIVATE_ADDRESS.test(host);
}
