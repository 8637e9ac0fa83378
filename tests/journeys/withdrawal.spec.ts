import { execFileSync } from "node:child_process";
import type { BrowserContext } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { accessible, expect, shot, test } from "./ground.ts";

type Working = { gp: string; employee: string; authorizationId: string; email: string };

function working(server: RunningServer): Working {
  const env = { ...process.env, MODE: "test", DATA_DIR: server.dataDir, PUBLIC_URL: server.url };
  const run = ["--import", "tsx", "tests/journeys/working-practice.ts"];
  return JSON.parse(execFileSync(process.execPath, run, { env }).toString()) as Working;
}

async function signIn(context: BrowserContext, server: RunningServer, token: string): Promise<void> {
  const cookie = { name: "__Host-session", value: token, domain: "localhost", path: "/", secure: true, httpOnly: true };
  await context.addCookies([{ ...cookie, sameSite: "Lax" }]);
}

test("Z02 B12: a practitioner withdraws; the signed-in employee is out on the next request", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const made = working(server);
  await signIn(page.context(), server, made.gp);
  const other = await browser.newContext({ baseURL: server.url });
  await signIn(other, server, made.employee);
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
