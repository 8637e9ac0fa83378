import { childOf, elementsIn, type XmlElement } from "../xml.ts";

export type Properties = ReadonlyMap<string, XmlElement>;

/** Of one font the name and the theme: the one that is given last counts. */
const OTHER: Record<string, string> = {
  "w:ascii": "w:asciiTheme",
  "w:asciiTheme": "w:ascii",
  "w:hAnsi": "w:hAnsiTheme",
  "w:hAnsiTheme": "w:hAnsi",
};

/** Properties with others laid over them. Fonts and numbers come in pieces: what is not given above stays as it is below. */
export function laidOver(below: Properties, above: Properties): Properties {
  if (above.size === 0) return below;
  const all = new Map(below);
  for (const [name, element] of above) {
    const under = below.get(name);
    if (under && name === "w:rFonts") all.set(name, fonts(under, element));
    else if (under && name === "w:numPr") all.set(name, pieces(under, element));
    else all.set(name, element);
  }
  return all;
}

function fonts(below: XmlElement, above: XmlElement): XmlElement {
  const attributes = new Map(below.attributes);
  for (const [name, value] of above.attributes) {
    attributes.delete(OTHER[name] ?? "");
    attributes.set(name, value);
  }
  return { ...above, attributes };
}

function pieces(below: XmlElement, above: XmlElement): XmlElement {
  const kept = elementsIn(below).filter(({ name }) => childOf(above, name) === undefined);
  return { ...above, children: [...kept, ...above.children] };
}

/** The font of plain letters, of layers from the lowest to the highest; that of a theme is never one of pictures. */
export function fontIn(layers: Properties[]): string {
  const given = layers.flatMap((layer) => layer.get("w:rFonts") ?? []);
  if (given.length === 0) return "";
  const { attributes } = given.reduce(fonts);
  return attributes.has("w:asciiTheme") ? "" : (attributes.get("w:ascii") ?? attributes.get("w:hAnsi") ?? "");
}
