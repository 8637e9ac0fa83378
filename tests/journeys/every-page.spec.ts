import type { Page } from "@playwright/test";
import { linked, openClinician } from "./clinician.ts";
import { FATIMA, firstSignIn } from "./digid.ts";
import { accessible, expect, sideways, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 320, height: 640 }, colorScheme: "dark" });

/** So many pages of one kind, as the links lead to them. */
const MOST = 4;

test("K1: every page that links lead a client or clinician to, in the dark: no finding, every word at 320 px and at 200 %", async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  await firstSignIn(page, "getij", FATIMA);
  const karin = await openClinician(browser, server, "karin@getij.example");
  await karin.emulateMedia({ colorScheme: "dark" });
  await linked(page, karin);
  const kinds = [
    ...(await walk(page, "/mijn/getij")),
    ...(await walk(karin, "/behandelaar/getij", new URL(karin.url()).pathname)),
  ];
  for (const kind of [
    "/mijn/getij/zorgdossier/:id/downloaden",
    "/mijn/getij/verzoeken/nieuw",
    "/behandelaar/getij/clienten/:id/onderdelen/:id",
  ])
    expect(kinds).toContain(kind);
});

/** Follows links of one side from page to page, and looks at each; gives the kinds of page that were seen. */
async function walk(page: Page, beginning: string, first = beginning): Promise<string[]> {
  const seen = new Map<string, number>();
  const waiting = [first];
  for (const address of waiting) {
    const kind = address.replace(/\?.*/, "").replace(/[0-9a-f-]{36}/g, ":id");
    const times = seen.get(kind) ?? 0;
    if (times >= MOST) continue;
    seen.set(kind, times + 1);
    expect((await page.goto(address))?.ok(), address).toBe(true);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page), `${address} at 320 px`).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
    expect(await sideways(page), `${address} at twice the letter size`).toBe(0);
    await page.evaluate(`document.documentElement.style.fontSize = ""`);
    await accessible(page);
    waiting.push(...(await linksUnder(page, beginning)).filter((one) => !waiting.includes(one)));
  }
  return [...seen.keys()];
}

/** Where the links of a page lead to on this side; no files, and not out. */
async function linksUnder(page: Page, beginning: string): Promise<string[]> {
  const all = await page
    .locator("a[href]:not([download])")
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).search),
    );
  return all.filter((one) => one.startsWith(beginning) && !/\.(csv|ics|pdf)|uitloggen|inloggen|bekijken/.test(one));
}
