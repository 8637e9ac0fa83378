import { gzipSync } from "node:zlib";
import { accessible, expect, shot, sideways, test } from "./ground.ts";

/** Every page that anybody may open, as `app/routes.ts` has them. */
const PAGES = {
  over: "/over",
  voorwaarden: "/voorwaarden",
  privacy: "/privacy",
  suggestie: "/suggestie",
  registreren: "/registreren",
  inloggen: "/inloggen",
  "wachtwoord-vergeten": "/wachtwoord-vergeten",
  controle: "/controle",
  "bestaat-niet": "/bestaat-niet",
};

for (const [language, scheme] of [
  ["nl", "light"],
  ["en", "dark"],
] as const) {
  test(`K1 public pages in ${language}, ${scheme}: no finding, one heading, a title that tells what they are`, async ({
    page,
    context,
    server,
  }) => {
    await context.addCookies([{ name: "taal", value: language, url: server.url }]);
    await page.emulateMedia({ colorScheme: scheme });
    const titles = new Set<string>();
    for (const [name, address] of Object.entries(PAGES)) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expect(page.locator("html"), address).toHaveAttribute("lang", language);
      titles.add(await page.title());
      await accessible(page);
      await shot(page, `public-${name}-${language}-${scheme}`);
    }
    expect(titles.size).toBe(Object.keys(PAGES).length);
  });
}

test("K1 public pages keep every word at 320 px, at twice the letter size and with wide spacing", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ["/", ...Object.values(PAGES)]) {
    await page.goto(address);
    expect(await sideways(page), `${address} at 320 px`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const address of ["/", ...Object.values(PAGES)]) {
    await page.goto(address);
    // WCAG 1.4.4 and 1.4.12. Set by script on elements: a style sheet of ours would be refused by the policy.
    await page.evaluate(`document.documentElement.style.fontSize = "200%"`);
    expect(await sideways(page), `${address} at twice the letter size`).toBe(0);
    await page.evaluate(`document.documentElement.style.fontSize = "";
      for (const one of document.querySelectorAll("body, body *")) {
        one.style.letterSpacing = "0.12em"; one.style.wordSpacing = "0.16em"; one.style.lineHeight = "1.5";
      }`);
    expect(await sideways(page), `${address} with wide spacing`).toBe(0);
  }
});

test("K1 from the keyboard: first the way past the menu, and every stop can be seen", async ({ page }) => {
  for (const address of ["/", ...Object.values(PAGES)]) {
    await page.goto(address);
    await page.keyboard.press("Tab");
    await expect(page.locator(":focus"), address).toHaveAttribute("href", "#main");
    const stops = await page.locator("a[href], button, input:not([type=hidden]), select, textarea, summary").count();
    for (let stop = 1; stop < Math.min(stops, 40); stop++) {
      const seen = await page.evaluate(`(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return true;
        const look = getComputedStyle(at);
        return (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2) || look.boxShadow !== "none";
      })()`);
      const where = await page.evaluate("document.activeElement.outerHTML.slice(0, 200)");
      expect(seen, `${address}, stop ${stop}: ${String(where)}`).toBe(true);
      await page.keyboard.press("Tab");
    }
  }
});

test("K2 public pages are light, send no script and ask nobody else", async ({ page, server }) => {
  for (const address of ["/", ...Object.values(PAGES)]) {
    const asked: { url: string; type: string; bytes: number }[] = [];
    page.removeAllListeners("response");
    page.on("response", (answer) => {
      const type = answer.request().resourceType();
      void answer
        .body()
        .then((body) => asked.push({ url: answer.url(), type, bytes: gzipSync(body).length }))
        .catch(() => asked.push({ url: answer.url(), type, bytes: 0 }));
    });
    await page.goto(address, { waitUntil: "networkidle" });
    const of = (type: string) => asked.filter((one) => one.type === type).reduce((sum, one) => sum + one.bytes, 0);
    expect(
      asked.filter((one) => !one.url.startsWith(server.url)),
      address,
    ).toEqual([]);
    expect(asked.length, `requests of ${address}`).toBeLessThanOrEqual(12);
    expect(of("script"), `script on ${address}`).toBe(0);
    expect(of("stylesheet"), `style of ${address}`).toBeLessThanOrEqual(15_000);
    expect(of("document"), `page ${address}`).toBeLessThanOrEqual(15_000);
  }
});
