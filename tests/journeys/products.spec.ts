import { anna, dirk, signIn } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });

const pdf = (extra = "") =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R${extra}>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n`,
  );

test("I-14 F04: the data manager brings a document, the practice opens it, and after withdrawal it is gone", async ({
  page,
  server,
  inbox,
  browser,
}) => {
  const desk = page;
  await signIn(desk, { server, inbox }, dirk);
  await desk.goto("/leveringen/producten");
  await accessible(desk);
  await shot(desk, "producten-databeheer");
  await desk.getByLabel("Titel", { exact: true }).fill("Spiegel antibiotica");
  await desk.getByLabel("Periode").selectOption("2026-Q3");
  await desk.getByLabel("Gekozen praktijken").check();
  await desk.getByLabel("AGB-codes van praktijken").fill("01054321\n01999999");
  const script = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>";
  const choose = (bytes: Buffer) =>
    desk
      .getByLabel("PDF-bestand")
      .setInputFiles({ name: "../spiegel.pdf", mimeType: "application/pdf", buffer: bytes });
  await choose(pdf(script));
  await desk.getByRole("button", { name: "Toevoegen" }).click();
  await expect(desk.getByRole("alert")).toContainText("uit zichzelf kan werken");
  await accessible(desk);
  await shot(desk, "producten-geweigerd");
  await expect(desk.getByLabel("Titel", { exact: true })).toHaveValue("Spiegel antibiotica");
  await choose(pdf());
  await desk.getByRole("button", { name: "Toevoegen" }).click();
  await expect(desk.getByText("Nog niemand ziet dit document")).toBeVisible();
  await expect(desk.getByText(/niet in de nieuwste cijfers: 01999999/)).toBeVisible();
  await accessible(desk);
  await shot(desk, "producten-klaargezet");
  await desk.getByRole("button", { name: "Zichtbaar maken" }).click();
  await expect(desk.getByText("Zichtbaar", { exact: true })).toBeVisible();

  const context = await browser.newContext({ baseURL: server.url, locale: "nl-NL" });
  const reader = await context.newPage();
  await signIn(reader, { server, inbox }, anna);
  await reader.getByRole("link", { name: "Er zijn 3 informatieproducten voor uw praktijk" }).click();
  await expect(reader.getByRole("row")).toHaveCount(4);
  await accessible(reader);
  await shot(reader, "producten-lijst");
  await reader.getByRole("link", { name: "Spiegel antibiotica" }).click();
  await accessible(reader);
  await shot(reader, "producten-document");
  const view = await reader.getByRole("link", { name: "Bekijken" }).getAttribute("href");
  const answer = await reader.request.get(view!);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(await answer.body()).toEqual(pdf());
  const saved = reader.waitForEvent("download");
  await reader.getByRole("link", { name: "Downloaden" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^informatieproduct-2026-Q3-[0-9a-f]{6}\.pdf$/);

  await desk.getByLabel("Waarom trekt u dit in?").fill("Verkeerde tabel op bladzijde 1");
  await desk.getByRole("button", { name: "Document intrekken" }).click();
  await expect(desk.getByText("Verkeerde tabel op bladzijde 1")).toBeVisible();
  await shot(desk, "producten-ingetrokken");
  expect((await reader.goto(view!))!.status()).toBe(404);
  await context.close();
});
