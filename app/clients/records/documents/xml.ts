import { PREFIXES } from "./ooxml-names.data.ts";

const MOST_DEPTH = 200;
const MOST_ELEMENTS = 500_000;
const MOST_ATTRIBUTES = 1_000;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NAME = /[^\s/>=<"'&]+/y;
const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** What is no XML, or XML that declares things of its own. */
export class BadXml extends Error {}

export type XmlElement = { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] };

/** Prefix → the prefixes above that it stands for, the innermost last. */
type Scope = Map<string, string[]>;
type Open = { raw: string; declared: string[]; node: XmlElement };

/**
 * A part of a document as a tree, with names under the prefixes above whatever prefix the file uses. Strict, in one pass and
 * in time that grows with the length: a DOCTYPE, an entity of its own, tags that do not close each other or nesting without
 * end are no XML here.
 * @throws BadXml
 */
export function readXml(text: string): XmlElement {
  const top: XmlElement = { name: "", attributes: new Map(), children: [] };
  const scope: Scope = new Map([["xml", ["xml"]]]);
  const open: Open[] = [{ raw: "", declared: [], node: top }];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let elements = 0;
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    if (tag !== at) addText(open.at(-1)!, decoded(text.slice(at, tag < 0 ? text.length : tag)));
    if (tag < 0) break;
    if (text.startsWith("<!--", tag)) at = after(text, "-->", tag + 4);
    else if (text.startsWith("<?", tag)) at = after(text, "?>", tag + 2);
    else if (text.startsWith("<![CDATA[", tag)) {
      at = after(text, "]]>", tag + 9);
      addText(open.at(-1)!, text.slice(tag + 9, at - 3));
    } else if (text[tag + 1] === "!") throw new BadXml("declaration");
    else at = text[tag + 1] === "/" ? closeTag(text, tag, open, scope) : openTag(text, tag, open, scope);
    if (++elements > 2 * MOST_ELEMENTS) throw new BadXml("many");
  }
  const [root, more] = top.children;
  if (open.length !== 1 || !root || typeof root === "string" || more) throw new BadXml("not one root");
  return root;
}

function addText({ node }: Open, text: string): void {
  if (node.name === "") {
    if (/\S/.test(text)) throw new BadXml("text outside");
  } else node.children.push(text);
}

function closeTag(text: string, tag: number, open: Open[], scope: Scope): number {
  const end = after(text, ">", tag);
  const closed = open.length < 2 ? undefined : open.pop();
  if (text.slice(tag + 2, end - 1).trimEnd() !== closed?.raw) throw new BadXml("end tag");
  for (const prefix of closed.declared) scope.get(prefix)!.pop();
  return end;
}

function openTag(text: string, tag: number, open: Open[], scope: Scope): number {
  const raw = matched(NAME, text, tag + 1)?.[0];
  if (!raw) throw new BadXml("tag");
  let at = tag + 1 + raw.length;
  const given = new Map<string, string>();
  for (let found = matched(ATTRIBUTE, text, at); found; found = matched(ATTRIBUTE, text, at)) {
    if (given.has(found[1]!) || given.size >= MOST_ATTRIBUTES) throw new BadXml("attribute");
    given.set(found[1]!, decoded(found[2] ?? found[3] ?? ""));
    at = ATTRIBUTE.lastIndex;
  }
  while (" \t\r\n".includes(text[at] ?? "-")) at++;
  const alone = text.startsWith("/>", at);
  if (!alone && text[at] !== ">") throw new BadXml("tag");
  const declared = declare(scope, given);
  const attributes = new Map<string, string>();
  for (const [name, value] of given)
    if (!name.startsWith("xmlns")) attributes.set(name.includes(":") ? known(name, scope) : name, value);
  const node: XmlElement = { name: known(raw, scope), attributes, children: [] };
  open.at(-1)!.node.children.push(node);
  if (alone) for (const prefix of declared) scope.get(prefix)!.pop();
  else open.push({ raw, declared, node });
  if (open.length > MOST_DEPTH) throw new BadXml("depth");
  return at + (alone ? 2 : 1);
}

/** Adds what an element declares; with its end it goes again, so that nothing is copied from element to element. */
function declare(scope: Scope, given: Map<string, string>): string[] {
  const declared: string[] = [];
  for (const [name, value] of given)
    if (name === "xmlns" || name.startsWith("xmlns:")) {
      const prefix = name.slice(6);
      const known = Object.hasOwn(PREFIXES, value) ? PREFIXES[value]! : "?";
      const before = scope.get(prefix);
      if (before) before.push(known);
      else scope.set(prefix, [known]);
      declared.push(prefix);
    }
  return declared;
}

function known(name: string, scope: Scope): string {
  const colon = name.indexOf(":");
  const prefix = scope.get(colon < 0 ? "" : name.slice(0, colon))?.at(-1);
  if (prefix === undefined && colon >= 0) throw new BadXml("prefix");
  return `${prefix ?? "?"}:${name.slice(colon + 1)}`;
}

function matched(what: RegExp, text: string, at: number): RegExpExecArray | null {
  what.lastIndex = at;
  return what.exec(text);
}

function after(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  if (found < 0) throw new BadXml("not closed");
  return found + what.length;
}

function decoded(text: string): string {
  if (!text.includes("&")) return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));|&/gi,
    (_, ten?: string, hex?: string, word?: string) => {
      const code = ten ? Number(ten) : hex ? Number.parseInt(hex, 16) : null;
      if (code !== null && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      if (word && Object.hasOwn(ENTITIES, word)) return ENTITIES[word]!;
      throw new BadXml("entity");
    },
  );
}

/** Elements directly inside, of one name or of all. */
export const elementsIn = (node: XmlElement, name?: string): XmlElement[] =>
  node.children.filter((child): child is XmlElement => typeof child !== "string" && (!name || child.name === name));

/** The first element of a name directly inside. */
export const childOf = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node?.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);

/** All text below, as it stands. Only for what is one text by its meaning, such as an instruction. */
export const textOf = (node: XmlElement): string =>
  node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
