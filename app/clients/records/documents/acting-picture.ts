import { everyElement } from "./every-element.ts";
import { readXml, textOf, type XmlElement } from "./xml.ts";

const ACTIVE = /:(?:script|handler|foreignObject|iframe|embed|object|audio|video)$/;
const ELSEWHERE = /^\s*(?:[a-z][\w+.-]*:)?(?:\/\/|\\\\)|^\s*(?:javascript|vbscript|file):/i;
const STYLE_ELSEWHERE = /@import|url\([\s"']*(?:[a-z]+:)?\/\//i;

/** Whether a drawn picture (SVG) does something or fetches something; also when it is no XML. */
export function pictureActs(text: string): boolean {
  try {
    // Drawing programs write a document type that points to the standard; one that declares things of its own stays refused.
    const root = readXml(text.replace(/<!DOCTYPE\s[^[>]*>/i, ""));
    return acts(root) || [...everyElement(root)].some(acts);
  } catch {
    return true;
  }
}

function acts(element: XmlElement): boolean {
  if (ACTIVE.test(element.name)) return true;
  if (element.name.endsWith(":style") && STYLE_ELSEWHERE.test(textOf(element))) return true;
  return [...element.attributes].some(([given, value]) => {
    const name = given.slice(given.indexOf(":") + 1);
    if (/^on/i.test(name)) return true;
    if (/^(?:href|src)$/i.test(name)) return ELSEWHERE.test(value) && !element.name.endsWith(":a");
    return STYLE_ELSEWHERE.test(value);
  });
}
