import fc from "fast-check";
import { expect, it } from "vitest";
import { mailFrame } from "./frame.ts";
import type { Said } from "./letter.ts";
import { operatorVoice } from "./voice.server.ts";

const framed = (said: Said) => mailFrame(said, { language: "nl", voice: operatorVoice() });

const evil = [
  `<img src=x onerror=alert(1)>`,
  `"><script>`,
  `&lt;b&gt;`,
  `' onclick='`,
  "Jansen & Zn",
  "\r\nBcc: iemand@anders.example",
];

it("I01: what somebody typed stays text in a mail, in words, rows and subject", () => {
  for (const typed of evil) {
    const { html, text } = framed({
      title: typed,
      paragraphs: [typed],
      rows: [{ label: typed, value: typed }],
    });
    expect(html).not.toMatch(/<img|<script/);
    expect(text).toContain(typed.trim().split("\r\n").at(-1));
  }
});

it("L05: no title becomes a second line of the subject", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."a:\r\n\0\u2028é ") }), (title) => {
      return !/\p{Cc}|\p{Zl}/u.test(framed({ title, paragraphs: [] }).subject);
    }),
  );
});

it("M-08 the facts of a mail stay apart when a program makes it flat, as a preview does", () => {
  const rows = [
    { label: "AGB-code", value: "01012409" },
    { label: "Aantal", value: "5" },
  ];
  const { html } = framed({ title: "Aanmelding", paragraphs: ["Dank u."], rows });
  expect(html.replace(/<[^>]*>/g, "").split(/\s+/)).toEqual(
    expect.arrayContaining(["AGB-code", "01012409", "Aantal", "5"]),
  );
});

it("O-76 a mail is as wide as a telephone, no word runs out of it, and a code stands by itself", () => {
  const reader = "anna.maria@gezondheidscentrum-oudehaven.example";
  const rows = [{ label: "Gebruikersnaam", value: reader }];
  const said = { title: "Uw code", paragraphs: ["Voor inloggen."], rows, code: "482915", after: ["Vijf minuten."] };
  const { html, text } = framed(said);
  expect(html).toContain('<meta name="viewport" content="width=device-width">');
  expect(html).toMatch(/<td style="[^"]*word-break:break-word">anna/);
  expect(html).toMatch(/<p style="[^"]*font-size:32px[^"]*">482915<\/p>/);
  expect(text).toMatch(/^Gebruikersnaam: .*\n\n482915\n\nVijf minuten\.\n/m);
});
