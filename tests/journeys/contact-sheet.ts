import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type FullConfig } from "@playwright/test";

/** All pictures of the run on one page, `test-output/contact-sheet.html` and `.png`, to leaf through. */
export default async function contactSheet(config: FullConfig): Promise<void> {
  const folder = path.resolve("test-output");
  if (!existsSync(path.join(folder, "shots"))) return;
  const names = readdirSync(path.join(folder, "shots"))
    .filter((name) => name.endsWith(".png"))
    .sort();
  const figure = (name: string) =>
    `<figure class="w${/-(\d+)\.png$/.exec(name)?.[1] ?? ""}"><a href="shots/${name}"><img src="shots/${name}" alt=""></a><figcaption>${name.slice(0, -4)}</figcaption></figure>`;
  const page = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Pictures of the journeys</title>
<style>body{font:12px sans-serif;margin:16px;display:flex;flex-wrap:wrap;gap:14px;background:#eee}
figure{margin:0}img{height:420px;width:100%;object-fit:cover;object-position:top;background:#fff;border:1px solid #bbb}
.w390{width:195px}.w1280{width:560px}figcaption{padding-top:4px}</style>${names.map(figure).join("\n")}</html>`;
  writeFileSync(path.join(folder, "contact-sheet.html"), page);
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions);
  const sheet = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await sheet.goto(pathToFileURL(path.join(folder, "contact-sheet.html")).href);
  await sheet.screenshot({ path: path.join(folder, "contact-sheet.png"), fullPage: true });
  await browser.close();
}
