import { accessible, expect, shot, test } from "./ground.ts";

for (const language of ["nl", "en"] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`I-01 the front page opens in ${language}, ${scheme}, without a finding`, async ({
      page,
      context,
      server,
    }) => {
      await context.addCookies([{ name: "taal", value: language, url: server.url }]);
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await accessible(page);
      await shot(page, `front-${language}-${scheme}`);
    });
  }
}
