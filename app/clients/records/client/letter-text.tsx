import { createElement, Fragment, type ReactNode } from "react";
import { readXml, type XmlElement } from "#app/clients/records/documents/xml.ts";

const BLOCKS = ["p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "div"];
const TAGS = new Set([...BLOCKS, "strong", "em", "u", "s", "sup", "sub", "br", "span"]);
const ATTRIBUTES: Record<string, string> = {
  class: "className",
  colspan: "colSpan",
  rowspan: "rowSpan",
  tabindex: "tabIndex",
  role: "role",
  lang: "lang",
  "aria-label": "aria-label",
};

/**
 * The text of a letter as elements of the page: of what the reader of letters wrote only these elements and attributes come
 * through, each by name. Letters are written in Dutch.
 */
export function LetterText({ html }: { html: string }) {
  return (
    <div className="letter" lang="nl">
      {inside(readXml(`<letter>${html}</letter>`))}
    </div>
  );
}

const inside = (node: XmlElement): ReactNode[] =>
  node.children.map((child, at) => (typeof child === "string" ? child : shown(child, at)));

function shown(node: XmlElement, key: number): ReactNode {
  const tag = node.name.slice(node.name.indexOf(":") + 1);
  if (!TAGS.has(tag)) return <Fragment key={key}>{inside(node)}</Fragment>;
  const props = Object.fromEntries(
    [...node.attributes].flatMap(([name, value]) =>
      Object.hasOwn(ATTRIBUTES, name) ? [[ATTRIBUTES[name]!, value]] : [],
    ),
  );
  if (tag === "br") return <br key={key} />;
  // A table without head has its rows loose in what the library writes.
  const loose =
    tag === "table" && node.children.some((child) => typeof child !== "string" && child.name.endsWith(":tr"));
  return createElement(tag, { ...props, key }, loose ? <tbody>{inside(node)}</tbody> : inside(node));
}
