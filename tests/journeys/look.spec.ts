import { expect, test } from "@playwright/test";
import { accessible } from "./look.ts";
import { partsOf } from "./parts.ts";

const page = (main: string, title = "Een titel") =>
  `<!DOCTYPE html><html lang="nl"><head><title>${title}</title><meta name="viewport" content="width=device-width"></head>
  <body><main><h1>Kop</h1>${main}</main></body></html>`;
const ROW = `<p>Woorden <a href="/a" style="display:inline-block;padding:8px">verder</a></p><label>Naam <input name="a"></label>`;

test("O-02 K1: words and repetition are no reason to judge a page again; every planted fault is", async ({
  page: at,
}) => {
  await at.setContent(page(ROW));
  await accessible(at);
  const judged = await partsOf(at);
  await at.setContent(page(ROW + ROW.replaceAll("Woorden", "Andere woorden").replace("/a", "/b"), "Een andere"));
  expect((await partsOf(at)).filter((part) => !judged.includes(part))).toEqual([]);

  const faults = {
    "image without words": page(`${ROW}<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`),
    "field without a name": page(`${ROW}<input name="b">`),
    "label of nothing": page(ROW.replace("<label>Naam ", `<label for="niets">Naam </label>`).replace("></label>", ">")),
    "link without words": page(ROW.replace("verder", "")),
    "pale words": page(ROW.replace("<p>", `<p style="color:#bbb;background:#fff">`)),
    "a step of headings left out": page(`${ROW}<h2>Twee</h2><h4>Vier</h4>`),
    "a role that is none": page(ROW.replace("<p>", `<p role="knopje">`)),
    "no title": page(ROW, ""),
    "words outside the landmarks": page(ROW).replace("</main>", "</main><p>Erbuiten</p>"),
  };
  for (const [fault, content] of Object.entries(faults)) {
    await at.setContent(content);
    await expect(accessible(at), fault).rejects.toThrow(/axe at/);
  }
});
