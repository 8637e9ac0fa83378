import type { Page } from "@playwright/test";

/**
 * Which parts a page is built of, as hashes; the same for parts that differ in their words and in how often they are
 * repeated only. Holds what the rules of axe look at: elements with all they stand in, what stands in them, their
 * attributes (of words: that there are any), colours and size as painted; and, as one part, headings and landmarks in
 * their order, ids that are not unique, and whether there is a title.
 */
export function partsOf(page: Page): Promise<string[]> {
  return page.evaluate(`(${listed.toString()})()`);
}

/** Runs in the browser, so it uses nothing from outside. */
function listed(): string[] {
  // What stands in these are words, addresses or names of things; axe asks whether there are any, or whether they fit.
  const worded = new Set(
    (
      "id name for href src action value content title alt placeholder datetime nonce integrity " +
      "d x y x1 x2 y1 y2 cx cy r width height transform points " +
      "aria-label aria-labelledby aria-describedby aria-controls aria-details aria-errormessage"
    ).split(" "),
  );
  const chain = new Map<Element | null, string>();
  const parts = new Set<string>();
  const order: string[] = [];
  const ids = new Map<string, number>();
  for (const one of document.querySelectorAll("*")) {
    const whole = hashed(`${chain.get(one.parentElement) ?? ""}>${described(one)}`);
    chain.set(one, whole);
    parts.add(hashed(`${whole} with ${[...new Set([...one.children].map(({ localName }) => localName))].join()}`));
    if (one.id) ids.set(one.id, (ids.get(one.id) ?? 0) + 1);
    if (
      !one.matches("h1,h2,h3,h4,h5,h6,main,nav,header,footer,aside,section[aria-label],section[aria-labelledby],[role]")
    )
      continue;
    const line = `${one.localName} ${one.getAttribute("role") ?? ""} ${one.getAttribute("aria-label") ?? ""}`;
    // A list of things of one kind has as many headings as things.
    if (order.at(-1) !== line) order.push(line);
  }
  const twice = [...ids.values()].some((times) => times > 1);
  return [...parts, hashed([...order, twice, document.title.trim() !== ""].join("|"))];

  function described(one: Element): string {
    const attributes = [...one.attributes].map(({ name, value }) =>
      worded.has(name) || name.startsWith("data-") ? `${name}${value.trim() ? "+" : "-"}` : `${name}=${value}`,
    );
    const found = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage"].map((name) =>
      (one.getAttribute(name) ?? "").split(/\s+/).every((id) => id === "" || document.getElementById(id) !== null),
    );
    const words = [...one.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? "").trim() !== "");
    const { display, visibility, color, backgroundColor, fontSize, fontWeight, opacity } = getComputedStyle(one);
    const look = [display, visibility, color, backgroundColor, fontSize, fontWeight, opacity].join();
    const target = one.matches("a,button,input,select,textarea,summary") ? sizeOf(one) : "";
    return [one.localName, ...attributes.sort(), found.join(), words, look, target].join(" ");
  }

  /** Whether a target is as large as it must be (WCAG 2.5.8). */
  function sizeOf(target: Element): string {
    const { width, height } = target.getBoundingClientRect();
    return `${width < 24 ? "narrow" : "wide"} ${height < 24 ? "low" : "high"}`;
  }

  /** Two hashes of 32 bits beside each other, so that two parts among thousands never share one. */
  function hashed(text: string): string {
    let [one, other] = [0, 5381];
    for (let at = 0; at < text.length; at++) {
      const sign = text.charCodeAt(at);
      one = (Math.imul(one, 31) + sign) | 0;
      other = (Math.imul(other, 33) ^ sign) | 0;
    }
    return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
  }
}
