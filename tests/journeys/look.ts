import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { partsOf } from "./parts.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [390, 1280];

/**
 * No finding of axe (WCAG 2.2 AA and good practice), at phone and desk width, and no sideways scrolling. A page that has
 * no part but those that were judged before in this run is not judged again: axe judges parts, not words, and costs more
 * than all else that a journey does.
 */
export async function accessible(page: Page): Promise<void> {
  await atWidths(page, async (width) => {
    expect(await sideways(page), `sideways scrolling at ${width} px on ${page.url()}`).toBe(0);
    const file = path.join(tmpdir(), `judged-by-axe-${width}`);
    const judged = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
    const fresh = (await partsOf(page)).filter((part) => !judged.has(part));
    if (fresh.length === 0) return;
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
    const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
    expect(found, `axe at ${width} px on ${page.url()}`).toEqual([]);
    appendFileSync(file, `${fresh.join("\n")}\n`);
  });
}

/** How much wider than the window the page is, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/** Pictures of the page at phone and desk width, for the contact sheet; taken by `npm run pictures` only. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await atWidths(page, async (width) => {
    // A picture of a page that is just changing into the next shows both.
    await page.evaluate(
      "Promise.all(document.getAnimations({ subtree: true }).map((one) => one.finished.catch(() => null)))",
    );
    await bars(page, "absolute");
    await page.screenshot({ path: `test-output/shots/${name}-${width}.png`, fullPage: true });
    await bars(page, "");
  });
}

/** On a picture of the whole page a bar that sticks to the window would lie across the text. */
async function bars(page: Page, position: string): Promise<void> {
  // By script on elements: a style sheet of ours would be refused by the policy.
  await page.evaluate(`document.body.style.position = ${JSON.stringify(position && "relative")};
    for (const one of document.querySelectorAll(".fixed")) one.style.position = ${JSON.stringify(position)};`);
}

async function atWidths(page: Page, work: (width: number) => Promise<void>): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    await work(width);
  }
  if (before) await page.setViewportSize(before);
}
