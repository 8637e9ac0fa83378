import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { cpuTimer } from "#tests/cpu-time.ts";
import { aCase } from "#tests/cases.ts";
import { field, item, p, picture, r, table, textBox, wordOf } from "#tests/word-writer.ts";
import { readLetter } from "./read-letter.server.ts";
import { flatLetter, sayLetter } from "./say-letter.ts";

async function shown(bytes: Buffer) {
  const letter = await readLetter(bytes);
  if (letter.html === null) throw new Error(letter.why);
  return {
    html: letter.html,
    said: sayLetter(letter.html, "nl"),
    words: flatLetter(letter.html).split(/\s+/).filter(Boolean).join(" "),
    left: Object.fromEntries(letter.left.map(({ what, count }) => [what, count])),
  };
}
const ofBody = (body: string, more?: Parameters<typeof wordOf>[1]) => shown(wordOf(body, more));

it("M-01 nested lists and tables come once, in their place, each value apart", async () => {
  const { words, html } = await shown(aCase("word", "genest"));
  expect(words).toBe(
    "Behandelplan 1. Doel A 1. stap a1: oefening 2 keer 2. stap a2: bellen 2. Doel B • Medicatie Sertraline 50 mg Oxazepam 10 mg • Controle Onderzoek Uitslag Bloed Hb 8,1 MCV 88",
  );
  expect(html).toMatch(/<li>[^<]*<span class="label">1\. <\/span>Doel A\s*<ol><li>.*stap a1/s);
  expect(html).toMatch(/Medicatie\s*<ul><li>Sertraline 50 mg\s*<\/li><li>Oxazepam/);
  expect(html).toMatch(/<td><table><tr><td><p>Hb\s*<\/p>\s*<\/td><td><p>8,1/);
});

it("M-01 a list of another office program keeps its levels", async () => {
  const { words, html } = await shown(aCase("word", "geneste-lijst-libreoffice"));
  expect(words).toBe(
    "Medicatieschema 1. Ochtend • Metoprolol 50 mg, 1 tablet • Furosemide 40 mg, 1 tablet 2. Avond • Simvastatine 20 mg, 1 tablet",
  );
  expect(html).toMatch(/Ochtend\s*<ul><li>.*Furosemide.*<\/ul><\/li><li>.*Avond\s*<ul>/s);
});

it("M-01 cells that were put together stay so, and the columns stay in line", async () => {
  const { html } = await ofBody(
    `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r("breed"))}</w:tc><w:tc>${p(r("c"))}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p(r("hoog"))}</w:tc><w:tc>${p(r("d"))}</w:tc></w:tr><w:tr><w:tc>${p(r("e"))}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>${p(r("f"))}</w:tc></w:tr></w:tbl>`,
  );
  expect(html).toContain('<td colspan="2"><p>breed');
  expect(html).toMatch(/<tr><td>\s*<\/td><td rowspan="2"><p>hoog/);
  expect(html).toMatch(/<tr><td><p>e\s*<\/p>\s*<\/td><td><p>f/);
});

it("M-02 what is struck through is struck for who sees and for who listens", async () => {
  const direct = await ofBody(p(r("Neem ") + r("100", "<w:strike/>") + r(" 50 mg")));
  expect(direct.html).toContain("Neem <s>100</s> 50 mg");
  expect(direct.said).toMatch(
    /<s><span class="unseen"> doorgestreept: <\/span>100<span class="unseen"> einde doorgestreept <\/span><\/s>/,
  );
  const others = ["<w:dstrike/>", '<w:rStyle w:val="Doorgehaald"/>', '<w:strike w:val="1"/>'];
  for (const look of others) expect((await ofBody(p(r("100", look)))).html, look).toContain("<s>100</s>");
  expect((await ofBody(p(r("100", '<w:rStyle w:val="Doorgehaald"/><w:strike w:val="0"/>')))).html).not.toContain("<s>");
});

it("M-02 a number above or below the line never joins the number before it", async () => {
  const up = '<w:vertAlign w:val="superscript"/>';
  const down = '<w:vertAlign w:val="subscript"/>';
  expect((await ofBody(p(r("10") + r("9", up) + r("/l")))).words).toBe("10⁹/l");
  expect((await ofBody(p(r("10") + r("-3", up)))).words).toBe("10⁻³");
  expect((await ofBody(p(r("10") + r("9", '<w:position w:val="8"/>')))).words).toBe("10⁹");
  expect((await ofBody(p(r("CO") + r("2", down)))).words).toBe("CO₂");
  // As another office program writes it: smaller, and a little lower.
  expect((await ofBody(p(r("H") + r("2", '<w:position w:val="-2"/><w:sz w:val="12"/>') + r("O")))).words).toBe("H₂O");
  expect((await ofBody(p(r("10") + r("0,5", up)))).html).toContain('10<span class="unseen">^</span><sup>0,5</sup>');
  expect((await ofBody(p(r("2") + r("e", up) + r(" keer")))).html).toContain("2<sup>e</sup> keer");
});

it("M-02 looks that mean something stay; a word in two looks stays one word", async () => {
  const { html, words } = await ofBody(
    p(r("para", "<w:b/>") + r("cetamol", "<w:i/>") + r(" niet", '<w:u w:val="single"/>')) +
      p(r("kop"), '<w:pStyle w:val="Kop2"/>') +
      p(r("onder"), '<w:outlineLvl w:val="3"/>') +
      p(r("weer"), '<w:pStyle w:val="Kop2"/>'),
  );
  expect(html).toContain("<p><strong>para</strong><em>cetamol</em><u> niet</u>");
  // Below the heading of the card, and no level left out, whatever the letter begins with.
  expect([...html.matchAll(/<h\d>\w+/g)].join(" ")).toBe("<h3>kop <h4>onder <h3>weer");
  expect(words).toBe("paracetamol niet kop onder weer");
});

it("M-03 a list counts as in Word: on after other text, anew under another item, from another number", async () => {
  const { words } = await ofBody(
    [
      item(1, 0, r("een")) + item(1, 1, r("aa")) + item(1, 1, r("bb")) + item(1, 2, r("diep")) + p(r("tussen")),
      item(1, 0, r("twee")) + item(1, 1, r("weer aa")) + item(3, 0, r("vijf")) + item(3, 0, r("zes")),
      item(2, 0, r("bolletje")) + p(r("niets"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    ].join(""),
  );
  expect(words).toBe("1. een a) aa b) bb 1.1 diep tussen 2. twee a) weer aa 5. vijf 6. zes • bolletje niets");
});

it("M-03 the number of an item never runs into a number that follows", async () => {
  const { html } = await ofBody(item(1, 0, r("5 mg")));
  expect(html.replace(/<[^>]*>/g, "")).toMatch(/^\s*1\. 5 mg\s*$/);
});

it("M-04 boxes keep their state, and say it: controls, fields of forms, signs of a font", async () => {
  const { words, said } = await shown(aCase("word", "kop-plaatje-vinkje"));
  expect(words).toContain("Alcohol: ☐ ja ☒ nee");
  expect(words).toContain("Legacy vinkje: ☒ diabetes ☐ astma");
  expect(said).toMatch(
    /<span role="img" aria-label="niet aangekruist">☐<\/span> ja <span role="img" aria-label="aangekruist">☒<\/span> nee/,
  );
  const box = (checked: string) =>
    field("FORMCHECKBOX", undefined, `<w:ffData><w:checkBox>${checked}</w:checkBox></w:ffData>`);
  const control =
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>';
  const forms = await ofBody(
    p(
      box('<w:default w:val="1"/><w:checked w:val="0"/>') +
        r(" a ") +
        box("<w:checked/>") +
        r(" b ") +
        control +
        r(" c"),
    ) +
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
          r(" d ") +
          r("\u00a8", '<w:rFonts w:ascii="Wingdings"/>') +
          r(" e"),
      ),
  );
  expect(forms.words).toBe("☐ a ☒ b ☒ c ☑ d ☐ e");
  const list = `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="nooit"/><w:listEntry w:val="dagelijks"/></w:ddList></w:ffData>`;
  expect((await ofBody(p(field("FORMDROPDOWN", undefined, list)))).words).toBe("dagelijks");
});

it("M-05 what cannot be shown is named in its place, and counted for the card", async () => {
  const { words, said, left } = await shown(aCase("word", "kop-plaatje-vinkje"));
  expect(words).toMatch(/^VERTROUWELIJK - betreft: mevrouw P\. Voorbeeld, geboren 01-02-1980 Uitslag/);
  expect(words).toMatch(/Blad 1 - dit is een concept$/);
  expect(said).toMatch(/als plaatje ingevoegd\):\s*<\/p><p> <span class="said">Hier staat een afbeelding<\/span>/);
  expect(said).toContain("Hier staat een formule: eGFR=42");
  expect(said).toContain("Dit staat boven aan de bladzijden:");
  expect(left).toEqual({ picture: 1, formula: 1 });
});

it.each([
  [
    "a picture with its words",
    p(picture("Rontgenfoto van de knie")),
    "picture",
    "Hier staat een afbeelding: Rontgenfoto van de knie",
  ],
  [
    "a formula of two storeys",
    p("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"),
    "formula",
    "Hier staat een formule<",
  ],
  ["a formula of an old kind", p(field("EQ \\f(1;2)")), "formula", "Hier staat een formule<"],
  [
    "a chart",
    p(
      "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id='x'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
    ),
    "chart",
    "Hier staat een grafiek",
  ],
  [
    "a picture of an old kind",
    p('<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'),
    "picture",
    "Hier staat een afbeelding",
  ],
  ["a shape without words", p("<w:r><w:pict><v:oval/></w:pict></w:r>"), "drawing", "Hier staat een tekening"],
  ["another document", '<w:altChunk r:id="x"/>', "document", "Hier staat een ander document"],
  [
    "a comment",
    p(r("tekst") + '<w:r><w:commentReference w:id="0"/></w:r>'),
    "comment",
    "Hierbij staat een opmerking in de kantlijn",
  ],
  ["a number of Word's own", p(field("AUTONUM")), "field", "Hier staat een nummer dat Word zelf invult"],
  ["white letters on white", p(r("intern", '<w:color w:val="FFFFFF"/>')), "white", "witte letters"],
  [
    "something not known",
    p("<w:nieuw><w:t>iets</w:t></w:nieuw>"),
    "other",
    "Hier staat iets dat wij niet kunnen tonen",
  ],
  [
    "a sign of a font that is not known",
    p('<w:r><w:sym w:font="Onbekend" w:char="F041"/></w:r>'),
    "other",
    "Hier staat een teken dat wij niet kunnen tonen",
  ],
])("M-05 named in its place: %s", async (_, body, what, words) => {
  const { said, left } = await ofBody(p(r("voor")) + body + p(r("na")));
  expect(left).toMatchObject({ [what]: 1 });
  expect(said).toMatch(new RegExp(`voor[\\s\\S]*${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[\\s\\S]*na`));
  expect(said).not.toContain("intern");
});

it("M-05 white letters on a coloured ground are shown", async () => {
  const white = r("kop", '<w:color w:val="FFFFFF"/>');
  const shade = '<w:shd w:val="clear" w:fill="004455"/>';
  expect((await ofBody(p(white, shade))).words).toBe("kop");
  expect((await ofBody(`<w:tbl><w:tr><w:tc><w:tcPr>${shade}</w:tcPr>${p(white)}</w:tc></w:tr></w:tbl>`)).words).toBe(
    "kop",
  );
});

it("M-06 hidden text is not there, taken out text neither; that changes are not settled is told", async () => {
  const { words, html, left } = await shown(aCase("word", "verborgen"));
  expect(words).toBe("Verslag Zichtbaar. Dosis 50 mg Verplaatst: OUDE PLAATS Blijft");
  expect(html).not.toMatch(/VERBORGEN|100|GEWIST/);
  expect(left["changes"]).toBeGreaterThan(0);
});

it("M-06 hidden by a style of letters or of a paragraph, in a field, in a row, in a drawing; what is not hidden stays", async () => {
  const { words } = await ofBody(
    [
      p(r("a") + r("GEHEIM", '<w:rStyle w:val="Intern"/>') + r("b", '<w:rStyle w:val="Intern"/><w:vanish w:val="0"/>')),
      p(r("GEHEIM"), '<w:pStyle w:val="InternAlinea"/>'),
      item(1, 0, r("een")) +
        p(
          r("GEHEIM", "<w:vanish/>"),
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>',
        ) +
        item(1, 0, r("twee")),
      `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p(r("GEHEIM"))}</w:tc></w:tr><w:tr><w:tc>${p(r("rij"))}</w:tc></w:tr></w:tbl>`,
      p(
        r("x") +
          '<w:r><w:drawing><wp:inline><wp:docPr hidden="1" descr="GEHEIM"/><pic:pic/></wp:inline></w:drawing></w:r>',
      ),
      p(r("inhoud", "<w:webHidden/>")),
    ].join(""),
  );
  expect(words).toBe("ab 1. een 2. twee rij x inhoud");
});

it("M-06 where the end of a paragraph was taken out, the next goes on in it", async () => {
  const gone = "<w:rPr><w:del/></w:rPr>";
  expect((await ofBody(p(r("1"), gone) + p(r("00 mg")))).words).toBe("100 mg");
  expect((await ofBody(p(r("laatste"), gone))).words).toBe("laatste");
  expect((await ofBody(p(r("voor"), gone) + table([[p(r("cel"))]]))).words).toBe("voor cel");
});

it("M-07 text boxes, shapes and notes are there once, the mark of a note in its place", async () => {
  const { words, html, said } = await shown(aCase("word", "kader-voetnoot-libreoffice"));
  expect(words).toBe(
    "Adviesbrief Neem uw medicijnen in[1] zoals afgesproken. Let op het kader: KADER: stop direct bij uitslag en bel 0599 550 101 Vorm: VORM: nuchter komen [1] Niet met grapefruitsap innemen.",
  );
  expect(html).toContain('in<span class="note">[1]</span> zoals');
  expect(html).toMatch(/<div class="box"><p>KADER/);
  expect(said).toContain("Noten bij de tekst:");
  expect(said).toContain('in<span class="note"><span class="unseen"> noot </span>[1]</span> zoals');
});

it("M-07 the text of a watermark and of a box in a box is there", async () => {
  const mark = p(
    '<w:r><w:pict><v:shapetype><v:textpath on="t"/></v:shapetype><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>',
  );
  const { words } = await ofBody(p(r("brief") + textBox(p(r("buiten") + textBox(p(r("binnen")))))), { head: mark });
  expect(words).toBe("CONCEPT brief buiten binnen");
});

it("M-08 however a letter is made flat, blocks, cells, lines and tabs stay apart", async () => {
  const { html } = await ofBody(
    table([
      [p(r("8,1")), p(r("88"))],
      [p(r("1")), table([[p(r("2")), p(r("3"))]]) + p("")],
    ]) +
      p(
        `${r("4")}<w:r><w:br/></w:r>${r("5")}<w:r><w:tab/></w:r>${r("6")}<w:r><w:cr/></w:r>${r("7")}<w:r><w:br w:type="page"/></w:r>${r("8")}`,
      ) +
      item(2, 0, r("9")) +
      item(2, 1, r("10")) +
      p(r("11") + textBox(p(r("12")) + p(r("13")))),
  );
  for (const flat of [html.replace(/<[^>]*>/g, ""), flatLetter(html)])
    expect(flat.split(/\s+/).filter((word) => /\d/.test(word))).toEqual(
      "8,1 88 1 2 3 4 5 6 7 8 9 10 11 12 13".split(" "),
    );
});

it("M-16 a letter in a font of pictures is the sign that Word shows; micro never becomes milli", async () => {
  expect((await ofBody(p(r("50 ") + r("m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r("g")))).words).toMatch(
    /^50 [µμ]g$/,
  );
  expect((await ofBody(p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r("5")))).words).toBe("≥5");
  expect((await ofBody(p('<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>'))).words).toBe("☒");
  expect((await ofBody(p(r("50 µg per dag", "<w:caps/>")))).words).toBe("50 µG PER DAG");
  expect((await ofBody(p(r("50 µg", "<w:smallCaps/>")))).html).toContain(
    '<span class="small-caps">50 </span>µ<span class="small-caps">g</span>',
  );
});

it("M-16 hyphens that Word makes, and letters above letters, are kept", async () => {
  expect(
    (await ofBody(p(`${r("06")}<w:r><w:noBreakHyphen/></w:r>${r("12")}<w:r><w:softHyphen/></w:r>${r("34")}`))).words,
  ).toBe("06\u201112\u00ad34");
  const ruby = `<w:r><w:ruby><w:rt>${r("uitleg")}</w:rt><w:rubyBase>${r("woord")}</w:rubyBase></w:ruby></w:r>`;
  expect((await ofBody(p(ruby))).words).toBe("woord (uitleg)");
});

it("M-17 of a field the kept result is shown, of one inside another the outer; a sign that lost its half swallows nothing", async () => {
  const inner = `<w:r><w:instrText> IF </w:instrText></w:r>${field("MERGEFIELD x", r("code"))}<w:r><w:instrText> = 1 </w:instrText></w:r>`;
  expect((await ofBody(p(r("a ") + field(inner, r("uitkomst")) + r(" b")))).words).toBe("a uitkomst b");
  expect(
    (await ofBody(p(field("TOC", "").replace(/<w:r><w:fldChar w:fldCharType="end">.*$/, "") + r("blijft")))).words,
  ).toBe("blijft");
  expect((await ofBody(p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r("1")}`) + p(r("2")))).words).toBe("1 2");
  expect((await ofBody(p(field("MACROBUTTON NoMacro vul in")))).words).toBe("vul in");
  expect((await ofBody(p(`<w:fldSimple w:instr="DATE">${r("1 mei")}</w:fldSimple>`))).words).toBe("1 mei");
});

it("M-19 nothing of a document reaches the page but text and the elements of a letter", async () => {
  const evil = "&lt;img src=x onerror=alert(1)&gt;&lt;/p&gt;&lt;script&gt;";
  const link = '<w:hyperlink r:id="x" w:anchor="y">';
  const { html, said, left } = await ofBody(
    p(`<w:bookmarkStart w:id="0" w:name="hoofd"/>${r(evil)}${link}${r("klik")}</w:hyperlink>`) +
      p(picture(evil.replace(/&/g, "&amp;"))) +
      p(picture('" onload="x')).replace('"" onload="x"', '"&quot; onload=&quot;x"'),
  );
  const tags = new Set([...`${html}${said}`.matchAll(/<([^>]*)>/g)].map(([, inside]) => inside!.replace(/^\//, "")));
  for (const tag of tags) expect(tag).toMatch(/^(?:p|span|span class="(?:said|say-picture)")$/);
  expect(left).toMatchObject({ link: 1, picture: 2 });
});

it("M-19 a letter that is no letter, is empty, or is longer than a page can be, is only a file", async () => {
  const many = Array.from({ length: 40_000 }, (_, n) =>
    p(r(`${n} ${(n * 7919) % 100_003} ${(n * 104_729) % 99_991}`)),
  ).join("");
  expect(await readLetter(Buffer.from("PK"))).toEqual({ html: null, why: "unreadable" });
  expect(await readLetter(wordOf("<w:p/>"))).toEqual({ html: null, why: "empty" });
  expect(await readLetter(wordOf(many))).toEqual({ html: null, why: "long" });
});

it("M-01 a cell that goes on with nothing above it is a cell of its own, with its value", async () => {
  const cell = (inside: string, merge = "", span = 1) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge}</w:tcPr>${p(inside)}</w:tc>`;
  const on = "<w:vMerge/>";
  const from = '<w:vMerge w:val="restart"/>';
  const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
  const first = await ofBody(
    `<w:tbl>${row(cell(r("5 mg"), on), cell(r("a")))}${row(cell("", on), cell(r("b")))}</w:tbl>`,
  );
  expect(first.words).toBe("5 mg a b");
  expect(first.html).toContain('<td rowspan="2"><p>5 mg');
  const below = await ofBody(`<w:tbl>${row(cell(r("10 mg")))}${row(cell(r("20 mg"), on))}</w:tbl>`);
  expect(below.words).toBe("10 mg 20 mg");
  expect(below.html).not.toContain("rowspan");
  const wider = row(cell(r("10 mg"), from, 2), cell(r("c"))) + row(cell(r("20 mg"), on), cell(r("d")), cell(r("e")));
  expect((await ofBody(`<w:tbl>${wider}</w:tbl>`)).words).toBe("10 mg c 20 mg d e");
  const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell(r("10 mg"), from)}</w:tr>${row(cell(r("20 mg"), on))}`;
  expect((await ofBody(`<w:tbl>${gone}</w:tbl>`)).words).toBe("20 mg");
});

it("M-02 a number above the line stays above it in a font of signs and in a drawing; what is struck there is struck", async () => {
  const sup = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/><w:vertAlign w:val="superscript"/>';
  expect((await ofBody(p(r("10") + r("-9", sup) + r(" mol")))).words).toBe("10⁻⁹ mol");
  expect(
    (
      await ofBody(
        p(
          `${r("10")}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:sym w:font="Symbol" w:char="F039"/></w:r>`,
        ),
      )
    ).words,
  ).toBe("10⁹");
  expect((await ofBody(p(r("x") + r("m", sup)))).html).toMatch(/x<sup>[µμ]<\/sup>/);
  const line = (looks: [string, string][]) =>
    p(
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:p>${looks.map(([text, look]) => `<a:r><a:rPr ${look}/><a:t>${text}</a:t></a:r>`).join("")}</a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    );
  expect(
    (
      await ofBody(
        line([
          ["10", ""],
          ["9", 'baseline="30000"'],
        ]),
      )
    ).words,
  ).toBe("10⁹");
  expect(
    (
      await ofBody(
        line([
          ["100", 'strike="sngStrike"'],
          [" 50 mg", ""],
        ]),
      )
    ).html,
  ).toContain("<s>100</s> 50 mg");
});

it("M-03 a number that a style has in pieces, from the style that it is based on, is before the item", async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>`;
  const { words } = await ofBody(
    p(r("een"), '<w:pStyle w:val="A"/>') + p(r("aa"), '<w:pStyle w:val="B"/>') + p(r("bb"), '<w:pStyle w:val="B"/>'),
    { styles },
  );
  expect(words).toBe("1. een a) aa b) bb");
});

it("M-05 of a formula only what is plainly on one line is told, and no two lines become one", async () => {
  const run = (text: string, more = "") => `<m:r>${more}<m:t>${text}</m:t></m:r>`;
  const formula = async (inside: string) => (await ofBody(p(`<m:oMath>${inside}</m:oMath>`))).said;
  expect(await formula(run("eGFR=") + run("42"))).toContain("Hier staat een formule: eGFR=42");
  for (const odd of [
    run("eGFR=") + `<w:ins w:id="1">${run("42")}</w:ins>`,
    run("eGFR=") + `<w:del w:id="1">${run("4")}</w:del>` + run("2"),
    run("eGFR=") + run("4", '<w:del w:id="1"/>') + run("2"),
    run("eGFR=") + run("4", "<w:rPr><w:vanish/></w:rPr>") + run("2"),
    run("eGFR=") + run("4", "<w:rPr><w:strike/></w:rPr>") + run("2"),
    run("x=1") + "<m:r><w:br/></m:r>" + run("2"),
  ])
    expect(await formula(odd), odd).toMatch(/Hier staat een formule</);
  const two = `<m:oMathPara><m:oMath>${run("x=1")}</m:oMath><m:oMath>${run("2=y")}</m:oMath></m:oMathPara>`;
  expect((await ofBody(p(two))).said).toContain("Hier staat een formule: x=1 2=y");
});

it("M-06 an end of a paragraph that is hidden, and a large first sign, part no word or number", async () => {
  const hidden = "<w:rPr><w:vanish/></w:rPr>";
  expect((await ofBody(p(r("1"), hidden) + p(r("00 mg")))).words).toBe("100 mg");
  expect(
    (await ofBody(item(1, 0, r("een")) + p(r("Kop"), `${hidden}<w:outlineLvl w:val="0"/>`) + p(r("tekst")))).words,
  ).toBe("1. een Kop tekst");
  const drop = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>';
  expect((await ofBody(p(r("N"), drop) + p(r("iet stoppen")))).words).toBe("Niet stoppen");
});

it("M-16 a font that is given in pieces, or under another of its names, is the font that Word takes", async () => {
  const styles = `<w:style w:type="character" w:styleId="Teken"><w:name w:val="Teken"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:style>`;
  const micro = async (look: string) => (await ofBody(p(r("50 ") + r("m", look) + r("g")), { styles })).words;
  expect(await micro('<w:rStyle w:val="Teken"/><w:rFonts w:hint="eastAsia" w:cs="Arial"/>')).toMatch(/^50 [µμ]g$/);
  expect(await micro('<w:rFonts w:ascii="SymbolMT" w:hAnsi="SymbolMT"/>')).toMatch(/^50 [µμ]g$/);
  expect(await micro('<w:rStyle w:val="Teken"/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')).toBe("50 mg");
  expect(await micro('<w:rStyle w:val="Teken"/><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')).toBe(
    "50 mg",
  );
  expect((await ofBody(p(r("50 ") + field('SYMBOL 109 \\f "Symbol"') + r("g")))).words).toMatch(/^50 [µμ]g$/);
});

it("M-06 letters marked as taken out where nothing says that they were, are named", async () => {
  const { words, said, left } = await ofBody(p(`${r("1")}<w:r><w:delText>0</w:delText></w:r>${r("0 mg")}`));
  expect(words).toBe("1 0 mg");
  expect(said).toContain("Hier staat iets dat wij niet kunnen tonen");
  expect(left).toMatchObject({ other: 1 });
});

it("M-19 signs of fonts without end are read in no more time than their number, or not at all", async () => {
  const sign = (font: string) => `<w:r><w:sym w:font="${font}" w:char="F041"/></w:r>`;
  const worked = cpuTimer();
  const fonts = Array.from({ length: 4_000 }, (_, at) => sign(`Onbekend ${at}`)).join("");
  expect(await readLetter(wordOf(p(fonts)))).toEqual({ html: null, why: "long" });
  expect((await ofBody(p(r("a") + sign("Onbekend").repeat(4_000)))).left).toMatchObject({ other: 4_000 });
  expect(worked(), "milliseconds").toBeLessThan(2_500);
});

it("M-17 what Word fills in for a field looks as the field does: struck, above the line, in its font", async () => {
  const inLook = (look: string, instruction: string, form = "") =>
    field(instruction, undefined, form).replaceAll("<w:r>", `<w:r><w:rPr>${look}</w:rPr>`);
  const list = '<w:ffData><w:ddList><w:listEntry w:val="100 mg"/></w:ddList></w:ffData>';
  expect((await ofBody(p(inLook("<w:strike/>", "FORMDROPDOWN", list) + r(" 50 mg")))).html).toContain(
    "<s>100 mg</s> 50 mg",
  );
  const above = '<w:vertAlign w:val="superscript"/>';
  expect((await ofBody(p(r("10") + inLook(above, 'SYMBOL 57 \\f "Symbol"')))).words).toBe("10⁹");
  const symbols = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
  expect((await ofBody(p(r("50 ") + inLook(symbols, "SYMBOL 109") + r("g")))).words).toMatch(/^50 [µμ]g$/);
});

it("M-17 what a field only keeps for elsewhere is not shown where it is kept", async () => {
  const kept = `<w:bookmarkStart w:id="4" w:name="Dosis"/>${r("100")}<w:bookmarkEnd w:id="4"/>`;
  expect(
    (await ofBody(p(r("Neem ") + field('SET Dosis "100"', kept) + field("REF Dosis", r("50")) + r(" mg")))).words,
  ).toBe("Neem 50 mg");
  expect((await ofBody(p(field("MACROBUTTON NoMacro 5 mg", r("50 mg"))))).words).toBe("5 mg");
  expect((await ofBody(p(field('ASK Dosis "Hoeveel?"', kept) + r("50 mg")))).words).toBe("50 mg");
  expect((await ofBody(p(`<w:fldSimple w:instr=" SET Dosis 100 ">${kept}</w:fldSimple>${r("50 mg")}`))).words).toBe(
    "50 mg",
  );
});

const office = spawnSync("soffice", ["--version"]).status === 0;
it.skipIf(!office)(
  "M-10 the cases say what another office program reads in them (left out where LibreOffice is not installed)",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), "letters-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const names = [
      "genest",
      "geneste-lijst-libreoffice",
      "kader-voetnoot-libreoffice",
      "kop-plaatje-vinkje",
      "verborgen",
      "gewoon",
      "dde",
    ];
    for (const name of names) writeFileSync(path.join(folder, `${name}.docx`), aCase("word", name));
    execFileSync(
      "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        folder,
        ...names.map((name) => path.join(folder, `${name}.docx`)),
      ],
      { stdio: "ignore", timeout: 60_000 },
    );
    const wordsIn = (text: string) =>
      text
        .replace(/\[(\w+)\]/g, "$1")
        .split(/\s+/)
        .filter((word) => word !== "" && !/^(?:[•◦▪]|\d+\.?)$/.test(word));
    const within = (some: string[], all: string[]) => {
      let at = 0;
      return some.filter((word) => {
        const found = all.indexOf(word, at);
        if (found >= 0) at = found + 1;
        return found < 0;
      });
    };
    return Promise.all(
      names.map(async (name) => {
        const theirs = wordsIn(readFileSync(path.join(folder, `${name}.txt`), "utf8"));
        const ours = wordsIn((await shown(aCase("word", name))).words);
        // That program prints what is hidden and what was taken out; so there ours has less. Text boxes it leaves out.
        if (name === "verborgen") expect(within(ours, theirs), name).toEqual([]);
        else expect(within(theirs, ours), name).toEqual([]);
      }),
    );
  },
  90_000,
);
