import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "#app/shared/crypto.server.ts";
import { bare } from "#tests/child.ts";
import { field, item, p, picture, r, table, textBox, wordOf } from "#tests/word-writer.ts";
import { linked, openClinician } from "./clinician.ts";
import { FATIMA, firstSignIn } from "./digid.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

const up = '<w:vertAlign w:val="superscript"/>';
const box = (ticked: boolean) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${ticked ? "☒" : "☐"}</w:t></w:r></w:sdtContent></w:sdt>`;
const bold = (text: string) => p(r(text, "<w:b/>"));
const heading = (text: string) => p(r(text), '<w:pStyle w:val="Kop2"/>');

/** A letter with all that a letter of a clinic may have. */
const letter = wordOf(
  [
    p(r("Geachte mevrouw Yilmaz,")),
    p(r("Op 12 november was u bij ons. In deze brief leest u wat wij hebben afgesproken.")),
    heading("Uw medicijnen"),
    item(1, 0, r("’s Ochtends")) +
      item(1, 1, r("Sertraline ") + r("100 mg", "<w:strike/>") + r(" ") + r("50 mg", "<w:b/>") + r(", 1 tablet")) +
      item(1, 1, r("Levothyroxine 50 ") + r("m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r("g, 1 tablet")),
    item(1, 0, r("’s Avonds")) +
      item(1, 1, r("Alleen als u niet kunt slapen:")) +
      item(1, 2, r("oxazepam 10 mg, hoogstens 3 keer per week")),
    p(r("Neem ze niet in met grapefruitsap") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r(".")),
    heading("Uitslagen van het bloedonderzoek"),
    table([
      [bold("Onderzoek"), bold("Uitslag"), bold("Normaal")],
      [p(r("Hemoglobine (Hb)")), p(r("8,1 mmol/l")), p(r("7,5 tot 10,0"))],
      [p(r("Witte bloedcellen")), p(r("6,2 × 10") + r("9", up) + r("/l")), p(r("4 tot 10"))],
      [p(r("Vitamine B") + r("12", '<w:vertAlign w:val="subscript"/>')), p(r("210 pmol/l")), p(r("150 tot 700"))],
    ]),
    p(r("Het verloop staat in dit plaatje:")),
    p(picture("Lijn van uw Hb sinds januari, die langzaam stijgt")),
    heading("Wat u zelf invulde"),
    p(r("Gebruikt u alcohol? ") + box(false) + r(" ja  ") + box(true) + r(" nee")),
    p(
      r("Sport u elke week? ") +
        field("FORMCHECKBOX", undefined, "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>") +
        r(" ja"),
    ),
    p(
      r("Met vriendelijke groet, Karin Molenaar") +
        textBox(p(r("Gaat het niet goed met u? Bel 0599 550 101, dag en nacht."))),
    ),
    p(r("Niet voor de cliënt: intern", "<w:vanish/>")),
  ].join(""),
  {
    notes: [p(r("Grapefruit maakt dat het medicijn sterker werkt."))],
    head: p(r("GGZ Het Getij · vertrouwelijk")),
    foot: p(r("Blad 1 van 1")),
  },
);

function deliver(dataDir: string): void {
  const folder = path.join(dataDir, "letter");
  mkdirSync(path.join(folder, "files"), { recursive: true });
  writeFileSync(path.join(folder, "files", "brief.docx"), letter);
  const line = { id: "M18", person: "C-1001", kind: "letter", date: "2026-11-12", title: "Brief over uw medicijnen" };
  const lines = `${JSON.stringify({ ...line, author: "Karin Molenaar", authorRole: "behandelaar", file: "brief.docx" })}\n`;
  writeFileSync(path.join(folder, "parts.jsonl"), lines);
  const files = { "parts.jsonl": { lines: 1, sha256: sha256(lines) } };
  const manifest = { format: 1, environment: "getij", madeAt: "2026-11-12T09:00:00+01:00", files };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  execFileSync(process.execPath, ["scripts/import-records.ts", folder], {
    env: { ...bare(), MODE: "test", DATA_DIR: dataDir },
  });
}

test("M-18: a letter of Word reads as it was written, on a phone and on a desk, by eye and by ear", async ({
  page,
  browser,
  server,
}) => {
  deliver(server.dataDir);
  await firstSignIn(page, "getij", FATIMA);
  await linked(page, await openClinician(browser, server, "karin@getij.example"));
  await page.goto("/mijn/getij/zorgdossier");
  await page.getByRole("link", { name: "Brief over uw medicijnen" }).first().click();
  const shown = page.locator(".letter");
  await expect(shown.getByText("Hier staat een afbeelding: Lijn van uw Hb")).toBeVisible();
  await expect(page.getByText("1 afbeelding", { exact: true })).toBeVisible();
  await expect(shown.getByRole("img", { name: "niet aangekruist" })).toHaveText("☐");
  await expect(shown.getByRole("row")).toHaveCount(4);
  await expect(shown.getByText("10⁹/l")).toBeVisible();
  await expect(shown.locator("s")).toHaveText(/doorgestreept: 100 mg einde doorgestreept/);
  await expect(shown).not.toContainText("intern");
  // What the browser gives to who copies, too, keeps values apart.
  expect((await shown.innerText()).replace(/\s+/g, " ")).toContain("Hemoglobine (Hb) 8,1 mmol/l 7,5 tot 10,0");
  expect(await shown.locator("a, script, img").count()).toBe(0);
  await accessible(page);
  await shot(page, "client-word-brief");
});
