import { createElement, type ReactElement, type ReactNode } from "react";

/** A page as a tree: an element with its attributes and children, or text. */
export type Node = { tag: string; attributes: Record<string, string>; children: Node[] } | string;

const EMPTY = new Set(["meta", "link", "input", "br", "hr", "img", "col", "source", "wbr"]);
const PART = /<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/gi;
const SIGNS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const plain = (value: string) => value.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => SIGNS[sign] ?? "");

/** Reads a page that React wrote back into its tree. */
export function treeOf(html: string): Node {
  const root: Exclude<Node, string> = { tag: "root", attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, tag, attributes = "", self, text] of html.matchAll(PART)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(plain(text));
    else if (closing) open.pop();
    else if (tag) {
      const node = { tag, attributes: read(attributes), children: [] };
      parent.children.push(node);
      if (!self && !EMPTY.has(tag)) open.push(node);
    }
  }
  const page = root.children.find((child) => typeof child !== "string");
  if (!page) throw new Error("there is no page to read");
  return page;
}

function read(attributes: string): Record<string, string> {
  return Object.fromEntries(
    [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name ?? "", plain(value ?? "")]),
  );
}

const NAMES: Record<string, string> = {
  class: "className",
  for: "htmlFor",
  charset: "charSet",
  tabindex: "tabIndex",
  maxlength: "maxLength",
  autocomplete: "autoComplete",
  inputmode: "inputMode",
  colspan: "colSpan",
  crossorigin: "crossOrigin",
  viewBox: "viewBox",
};
const dashed = (name: string) =>
  /^(?:aria|data)-/.test(name) ? name : name.replace(/-(\w)/g, (_, sign: string) => sign.toUpperCase());
const ON = new Set(["checked", "disabled", "autofocus", "selected"]);

/** The tree as React elements, made anew at every call as a component would. */
export function elementOf(node: Node, key = 0): ReactNode {
  if (typeof node === "string") return node;
  const properties: Record<string, unknown> = { key };
  for (const [name, value] of Object.entries(node.attributes)) {
    if (ON.has(name)) continue;
    properties[name === "value" && node.tag === "input" ? "defaultValue" : (NAMES[name] ?? dashed(name))] = value;
  }
  return createElement(node.tag, properties, ...node.children.map((child, i) => elementOf(child, i))) as ReactElement;
}

const safe = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The tree as text by template strings: what a server without any framework would write. */
export function textOfTree(node: Node): string {
  if (typeof node === "string") return safe(node);
  let attributes = "";
  for (const name in node.attributes) attributes += ` ${name}="${safe(node.attributes[name] ?? "")}"`;
  if (EMPTY.has(node.tag)) return `<${node.tag}${attributes}/>`;
  let inside = "";
  for (const child of node.children) inside += textOfTree(child);
  return `<${node.tag}${attributes}>${inside}</${node.tag}>`;
}
