import { DOMParser } from "@xmldom/xmldom";
import mammoth from "mammoth";
import { inspectWord } from "./inspect-word.ts";

/** What a Word document comes down to on a page: text in a few shapes, never markup of its own. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "table"; rows: string[][] };

const MOST_BLOCKS = 2_000;
const SHAPES = new Map<string, (node: Element) => Block>([
  ["p", (node) => ({ kind: "paragraph", text: textOf(node) })],
  ["ul", (node) => ({ kind: "list", ordered: false, items: inside(node, "li").map(textOf) })],
  ["ol", (node) => ({ kind: "list", ordered: true, items: inside(node, "li").map(textOf) })],
  ["table", (node) => ({ kind: "table", rows: inside(node, "tr").map((row) => cells(row).map(textOf)) })],
]);

/**
 * The text of a Word document as blocks, so that it can be read before it is downloaded (G-07). Pictures, links and looks
 * fall away; nothing of the document reaches the page but text. Null when it cannot be read, or is not one that may come in.
 */
export async function wordTree(bytes: Buffer): Promise<Block[] | null> {
  if (!inspectWord(bytes).ok) return null;
  const blocks = await read(bytes).catch(() => []);
  return blocks.length > 0 ? blocks : null;
}

async function read(bytes: Buffer): Promise<Block[]> {
  const options = {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    ignoreEmptyParagraphs: true,
  };
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, options);
  const document = new DOMParser({ errorHandler: () => undefined }).parseFromString(
    `<root>${xhtml(value)}</root>`,
    "text/xml",
  );
  const root = document.documentElement as unknown as Element | null;
  return root ? elements(root).flatMap(blockOf).slice(0, MOST_BLOCKS) : [];
}

/** What mammoth writes is XML but for these. */
const xhtml = (html: string) => html.replace(/<(br|img)((?:\s[^>]*)?[^/])?>/g, "<$1/>").replace(/<img[^>]*>/g, "");

function blockOf(node: Element): Block[] {
  const name = node.localName.toLowerCase();
  const text = textOf(node);
  if (/^h[1-6]$/.test(name)) return text ? [{ kind: "heading", text }] : [];
  const shape = SHAPES.get(name);
  return shape && text ? [shape(node)] : [];
}

function elements(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1) found.push(node as Element);
  return found;
}

const inside = (parent: Element, name: string) =>
  Array.from({ length: parent.getElementsByTagName(name).length }, (_, at) =>
    parent.getElementsByTagName(name).item(at)!,
  );
const cells = (row: Element) => elements(row).filter(({ localName }) => /^t[dh]$/i.test(localName));
const textOf = (node: Element) => (node.textContent ?? "").replace(/\s+/g, " ").trim();
