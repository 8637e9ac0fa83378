import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";
import { WORD } from "#app/clients/records/documents/inspect-document.ts";
import { aCase } from "#tests/cases.ts";
import { aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { item, p, r, table, wordOf } from "#tests/word-writer.ts";
import { LetterText } from "./letter-text.tsx";
import * as partPage from "./part.tsx";

beforeEach(async () => {
  await freshDatabase();
});

async function answerFor(bytes: Buffer, language: "nl" | "en" = "nl") {
  const person = await aPerson();
  await aLink(person);
  const { cookie } = await aClient(person, { account: { language } });
  const part = await aPart(person, { bytes, content: { mediaType: WORD, fileName: "brief.docx" } });
  const request = new Request("http://localhost/mijn/getij", { headers: { cookie } });
  const call = { request, params: { environment: "getij", part: part.id }, context: {}, unstable_pattern: "" };
  return partPage.loader(call);
}
const pageOf = (html: string) => renderToStaticMarkup(createElement(LetterText, { html }));

it("M-18 the page of a letter has it whole, in the words of the reader, and counts what is only in the file", async () => {
  const { part } = await answerFor(aCase("word", "kop-plaatje-vinkje"));
  const letter = part.document!.letter!;
  if (letter.html === null) throw new Error(letter.why);
  expect(letter.left).toEqual([
    { what: "picture", count: 1 },
    { what: "formula", count: 1 },
  ]);
  expect(pageOf(letter.html)).toContain("Hier staat een afbeelding");
  expect(pageOf(letter.html)).toMatch(/<span role="img" aria-label="aangekruist">☒<\/span> nee/);
  const { part: english } = await answerFor(aCase("word", "kop-plaatje-vinkje"), "en");
  expect(english.document!.letter!.html).toContain('<span class="said" lang="en">There is a picture here</span>');
});

it("M-18 what the page draws is what the letter says: no link, no script, no text that joins another", async () => {
  const evil = "&lt;script&gt;x()&lt;/script&gt;&amp;lt;b&gt;";
  const { part } = await answerFor(
    wordOf(p(r(evil)) + item(1, 0, r("5 mg")) + item(2, 1, r("88")) + table([[p(r("8,1")), p(r("9"))]])),
  );
  const html = pageOf(part.document!.letter!.html!);
  expect(html).toContain("&lt;script&gt;x()&lt;/script&gt;&amp;lt;b&gt;");
  expect(html).not.toMatch(/<(?:a|script|img|b)\b|href|src|style=/);
  expect(html).toContain(
    '<div class="wide" role="region" tabindex="0" aria-label="Tabel 1"><table><tbody><tr><td><p>8,1',
  );
  expect(html.replace(/<[^>]*>/g, "").split(/\s+/)).toEqual(
    expect.arrayContaining(["1.", "5", "mg", "•", "88", "8,1", "9"]),
  );
});

it("M-18 words that need explaining are found in a letter, and not across two cells", async () => {
  const { terms } = await answerFor(wordOf(table([[p(r("anam")), p(r("nese"))]]) + p(r("diag") + r("nose", "<w:b/>"))));
  expect(terms.map(({ term }) => term.toLowerCase())).not.toContain("anamnese");
  expect(terms.map(({ term }) => term.toLowerCase())).toContain("diagnose");
});
