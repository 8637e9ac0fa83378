import { beside } from "./beside.ts";
import { enter } from "./enter.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test("Z02 B12: a practitioner withdraws; the signed-in employee is out on the next request", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const made = await beside(server, "workingPractice");
  await enter(page.context(), made.gp);
  const other = await browser.newContext({ baseURL: server.url });
  await enter(other, made.employee);
  expect((await other.request.get("/praktijk", { maxRedirects: 0 })).status()).toBe(200);
  await page.goto("/praktijk/machtiging");
  await expect(page.getByText("Van kracht")).toBeVisible();
  const pdf = await page.request.get(`/praktijk/machtiging/${made.authorizationId}/machtiging.pdf`);
  expect(pdf.headers()["content-disposition"]).toMatch(/^attachment/);
  expect((await other.request.get(`/praktijk/machtiging/${made.authorizationId}/machtiging.pdf`)).status()).toBe(403);
  await page.getByText("Machtiging intrekken", { exact: true }).click();
  await accessible(page);
  await shot(page, "eigen-machtiging");
  const button = page.getByRole("button", { name: /^Trek de machtiging/ });
  await button.click();
  await expect(page.getByRole("alert")).toContainText("vinkje");
  await page.getByRole("checkbox").check();
  await button.click();
  await expect(page.getByText("De machtiging is ingetrokken")).toBeVisible();
  await shot(page, "eigen-machtiging-ingetrokken");
  expect((await other.request.get("/praktijk", { maxRedirects: 0 })).status()).toBe(302);
  await inbox.mail(made.email, /gestopt/);
  await page.goto("/controle");
  await page
    .getByLabel("PDF-bestand")
    .setInputFiles({ name: "m.pdf", mimeType: "application/pdf", buffer: await pdf.body() });
  await page.getByRole("button", { name: "Controleer het bestand" }).click();
  await expect(page.getByText("Echt en onveranderd")).toBeVisible();
  await expect(page.getByText("ingetrokken")).toBeVisible();
  await accessible(page);
  await shot(page, "controle-ingetrokken");
  await other.close();
});
