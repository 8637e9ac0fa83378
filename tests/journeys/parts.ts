import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";

/**
 * Which parts a page is built of, as a hash; the same for pages that differ in their words and in how often a part is
 * repeated only. Holds what the rules of axe look at: elements with all they stand in, their attributes (of words: that
 * there are any), colours and size as painted, what is shown, headings and landmarks in order, and ids that are not unique.
 */
export async function partsOf(page: Page): Promise<string> {
  const parts = await page.evaluate(`(${listed.toString()})()`);
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 24);
}

/** Runs in the browser, so it uses nothing from outside. */
function listed(): string[] {
  // What stands in these are words, addresses or names of things; axe asks whether there are any, or whether they fit.
  const worded = new Set(
    (
      "id for name href src action value content title alt placeholder d x y x1 x2 y1 y2 cx cy width height transform points datetime " +
      "aria-label aria-labelledby aria-describedby aria-controls aria-details aria-errormessage nonce integrity"
    ).split(" "),
  );
  const chain = new Map<Element, string>();
  const parts = new Set<string>();
  const order: string[] = [];
  const ids = new Map<string, number>();
  for (const one of document.querySelectorAll("*")) {
    const attributes = [...one.attributes].map(({ name, value }) =>
      worded.has(name) || name.startsWith("data-") ? `${name}${value.trim() ? "+" : "-"}` : `${name}=${value}`,
    );
    const inPage = [...one.getAttributeNames()]
      .filter((name) => /^(for|aria-(labelledby|describedby|controls|errormessage))$/.test(name))
      .map((name) => (one.getAttribute(name) ?? "").split(/\s+/).every((id) => document.getElementById(id) !== null));
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "");
    const style = getComputedStyle(one);
    const look = [
      style.display,
      style.visibility,
      style.color,
      style.backgroundColor,
      style.fontSize,
      style.fontWeight,
      style.opacity,
    ];
    const small = one.matches("a,button,input,select,textarea,summary") ? sizeOf(one) : "";
    const said = `${one.localName} ${attributes.sort().join(" ")} ${inPage.join()} ${own ? "words" : ""} ${look.join()} ${small}`;
    const whole = `${chain.get(one.parentElement as Element) ?? ""}>${said}`;
    chain.set(one, String(hashOf(whole)));
    parts.add(`${whole} with ${[...new Set([...one.children].map(({ localName }) => localName))].join()}`);
    if (one.id) ids.set(one.id, (ids.get(one.id) ?? 0) + 1);
    if (
      one.matches("h1,h2,h3,h4,h5,h6,main,nav,header,footer,aside,section[aria-label],section[aria-labelledby],[role]")
    ) {
      const line = `${one.localName} ${one.getAttribute("role") ?? ""} ${one.getAttribute("aria-label") ?? ""}`;
      // A list of things of one kind has as many headings as things.
      if (order.at(-1) !== line) order.push(line);
    }
  }
  const twice = [...ids.values()].filter((times) => times > 1).length;
  return [...[...parts].sort(), ...order, `ids twice: ${twice}`, document.title.trim() ? "title" : "no title"];

  /** Whether a target is as large as it must be (WCAG 2.5.8). */
  function sizeOf(target: Element): string {
    const { width, height } = target.getBoundingClientRect();
    return `${width < 24 ? "narrow" : "wide"} ${height < 24 ? "low" : "high"}`;
  }
  function hashOf(text: string): number {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    return hash;
  }
}
