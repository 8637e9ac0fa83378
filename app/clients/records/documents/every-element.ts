import { elementsIn, type XmlElement } from "./xml.ts";

/** Every element below, in order of the text. */
export function* everyElement(node: XmlElement): Generator<XmlElement> {
  const next = elementsIn(node).reverse();
  for (let one = next.pop(); one; one = next.pop()) {
    yield one;
    for (let at = one.children.length - 1; at >= 0; at--) {
      const child = one.children[at]!;
      if (typeof child !== "string") next.push(child);
    }
  }
}
