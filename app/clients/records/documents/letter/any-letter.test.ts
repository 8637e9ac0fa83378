import fc from "fast-check";
import { expect, it } from "vitest";
import { field, item, p, picture, r, table, textBox, wordOf } from "#tests/word-writer.ts";
import { readLetter } from "./read-letter.server.ts";
import { flatLetter } from "./say-letter.ts";

/*
 * A writer of documents that says itself what Word shows of them. Each value is a number that comes once, so that a value
 * that is lost, comes twice, changes place or joins its neighbour is seen.
 */

type Piece =
  | { kind: "value"; look: string; cuts: number }
  | { kind: "raised"; digit: number }
  | { kind: "hidden" | "deleted" | "inserted" | "moved" | "field" | "nested" | "micro" | "box" | "ticked" | "note" }
  | { kind: "tab" | "break" | "space" | "hyphen" | "mark" | "frame" };
type Block =
  | { kind: "paragraph" | "heading" | "gone"; pieces: Piece[] }
  | { kind: "item"; list: 1 | 2; level: number; pieces: Piece[] }
  | { kind: "table"; rows: Block[][][]; lost: "hidden" | "deleted" | null }
  | { kind: "control"; blocks: Block[] };
/** What is written, and what Word shows of it. */
type Written = { xml: string; shown: string };

const looks = [
  "",
  "<w:b/>",
  "<w:i/>",
  "<w:strike/>",
  "<w:caps/>",
  '<w:rStyle w:val="Doorgehaald"/>',
  '<w:u w:val="single"/>',
];
const plainKinds = ["hidden", "deleted", "inserted", "moved", "field", "nested", "micro", "box", "ticked"] as const;
const otherKinds = ["tab", "break", "space", "hyphen", "mark", "note", "frame"] as const;
const piece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("value" as const), look: fc.constantFrom(...looks), cuts: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("raised" as const), digit: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...plainKinds) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...otherKinds) }) },
);
const pieces = fc.array(piece, { maxLength: 5 });
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom("paragraph" as const, "heading" as const, "gone" as const),
        pieces,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("item" as const),
        list: fc.constantFrom(1 as const, 2 as const),
        level: fc.nat(2),
        pieces,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("table" as const),
        rows: fc.array(fc.array(fc.array(tie("block"), { maxLength: 2 }), { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 2,
        }),
        lost: fc.constantFrom("hidden" as const, "deleted" as const, null),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("control" as const), blocks: fc.array(tie("block"), { maxLength: 2 }) }),
    },
  ),
}));

const UP = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>';
const run = (inside: string) => `<w:r>${inside}</w:r>`;
const changed = (name: string, inside: string) => `<w:${name} w:id="1" w:author="A">${inside}</w:${name}>`;

class Writer {
  readonly notes: Written[] = [];
  private values = 0;
  private counts = [0, 0, 0];
  private readonly last = { 1: -1, 2: -1 };
  private frames = "";

  value(): string {
    return String(1_000 + this.values++ * 7);
  }

  /** @param carried text of a paragraph whose end was taken out: it stands in the next, behind its number, or before a table */
  blocks(given: Block[], boxed = false, carried = ""): Written {
    let xml = "";
    let shown = "";
    let open = carried;
    const close = (text: string) => {
      shown += `\n${text}\n${this.frames}`;
      this.frames = "";
      open = "";
    };
    for (const one of given) {
      if (one.kind === "table") {
        close(open);
        const written = this.table(one, boxed);
        xml += written.xml;
        close(written.shown);
      } else if (one.kind === "control") {
        const written = this.control(one.blocks, boxed, open);
        xml += written.xml;
        close(written.shown);
      } else {
        const written = this.paragraph(one, open, boxed);
        xml += written.xml;
        if (one.kind === "gone") open = written.shown;
        else close(written.shown);
      }
    }
    close(open);
    return { xml, shown };
  }

  private paragraph(one: Extract<Block, { pieces: Piece[] }>, carried: string, boxed: boolean): Written {
    const label = one.kind === "item" ? this.label(one.list, one.level) : null;
    const all = one.pieces.map((given) => this.piece(given, boxed));
    const inside = all.map(({ xml }) => xml).join("");
    const text = carried + all.map(({ shown }) => shown).join("");
    if (one.kind === "gone") return { xml: p(inside, "<w:rPr><w:del w:id='1'/></w:rPr>"), shown: text };
    if (one.kind === "item") return { xml: item(one.list, label!.level, inside), shown: `${label!.text} ${text}` };
    return { xml: p(inside, one.kind === "heading" ? '<w:pStyle w:val="Kop2"/>' : ""), shown: text };
  }

  /** Word counts on through the whole document; a level never comes without the one above it here. */
  private label(list: 1 | 2, wanted: number): { text: string; level: number } {
    const level = Math.min(wanted, this.last[list] + 1);
    this.last[list] = level;
    if (list === 2) return { text: "•", level };
    this.counts = this.counts.map((count, at) => (at === level ? count + 1 : at > level ? 0 : count));
    const [first = 0, second = 0, third = 0] = this.counts;
    return { text: [`${first}.`, `${String.fromCharCode(96 + second)})`, `${first}.${third}`][level]!, level };
  }

  private table({ rows, lost }: Extract<Block, { kind: "table" }>, boxed: boolean): Written {
    const written = rows.map((cells) => cells.map((cell) => this.blocks(cell, boxed)));
    const gone = `<w:tr><w:trPr>${lost === "hidden" ? "<w:hidden/>" : "<w:del w:id='1'/>"}</w:trPr><w:tc>${p(r(this.value()))}</w:tc></w:tr>`;
    const xml = table(written.map((cells) => cells.map((cell) => `${cell.xml}<w:p/>`)));
    return {
      xml: lost ? xml.replace("<w:tbl>", `<w:tbl>${gone}`) : xml,
      shown: written
        .flat()
        .map(({ shown }) => shown)
        .join("\n"),
    };
  }

  private control(blocks: Block[], boxed: boolean, carried: string): Written {
    const { xml, shown } = this.blocks([...blocks, { kind: "paragraph", pieces: [] }], boxed, carried);
    return { xml: `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`, shown };
  }

  private piece(given: Piece, boxed: boolean): Written {
    const value = this.value();
    const seen = (xml: string) => ({ xml, shown: value });
    switch (given.kind) {
      case "value": {
        const cut = Math.min(given.cuts, value.length - 1);
        return seen(
          cut === 0
            ? r(value, given.look)
            : r(value.slice(0, cut), given.look) +
                `<w:bookmarkStart w:id="1" w:name="x"/>` +
                r(value.slice(cut), looks[given.cuts]),
        );
      }
      case "raised":
        return { xml: r(String(given.digit), '<w:vertAlign w:val="superscript"/>'), shown: UP[given.digit]! };
      case "hidden":
        return { xml: r(value, "<w:vanish/>"), shown: "" };
      case "deleted":
        return {
          xml: changed("del", run(`<w:delText>${value}</w:delText>`)) + changed("moveFrom", r(value)),
          shown: "",
        };
      case "inserted":
        return seen(changed("ins", `<w:smartTag>${r(value)}</w:smartTag>`));
      case "moved":
        return seen(changed("moveTo", `<w:hyperlink w:anchor="x">${r(value)}</w:hyperlink>`));
      case "field":
        return seen(field("REF x", r(value)));
      case "nested":
        return seen(
          field(
            `${run("<w:instrText> IF </w:instrText>")}${field("MERGEFIELD y", r("9999"))}${run("<w:instrText> = 1 </w:instrText>")}`,
            r(value),
          ),
        );
      case "micro":
        return { xml: r(value) + r("m", SYMBOL) + r("g"), shown: `${value}μg` };
      case "box":
        return {
          xml: field("FORMCHECKBOX", undefined, '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'),
          shown: "☒",
        };
      case "ticked":
        return {
          xml: '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>',
          shown: "☐",
        };
      case "tab":
        return { xml: run("<w:tab/>"), shown: "\t" };
      case "break":
        return { xml: run("<w:br/>"), shown: "\n" };
      case "space":
        return { xml: r(" "), shown: " " };
      case "hyphen":
        return { xml: run("<w:noBreakHyphen/>"), shown: "\u2011" };
      case "mark":
        return {
          xml: `<w:proofErr w:type="spellStart"/><w:commentRangeStart w:id="1"/>${run("<w:lastRenderedPageBreak/>")}${picture()}`,
          shown: " ",
        };
      case "note": {
        if (boxed) return { xml: "", shown: "" };
        const at = this.notes.push({ xml: p(run("<w:footnoteRef/>") + r(value)), shown: "" });
        this.notes[at - 1]!.shown = `[${at}] ${value}`;
        return { xml: run(`<w:footnoteReference w:id="${at}"/>`), shown: `[${at}]` };
      }
      case "frame": {
        if (boxed) return { xml: "", shown: "" };
        const other = this.value();
        this.frames += `\n${value}\n${other}\n`;
        return { xml: textBox(p(r(value)) + p(r(other))), shown: "" };
      }
    }
  }
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean);

it("M-09 whatever a letter is made of, each text of it is there once, in order, apart from its neighbours", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      const writer = new Writer();
      const body = writer.blocks(blocks);
      const notes = writer.notes.map(({ shown }) => shown).join("\n");
      const expected = wordsIn(`${body.shown}\n${notes}`);
      const letter = await readLetter(wordOf(body.xml, { notes: writer.notes.map(({ xml }) => xml) }));
      if (letter.html === null) {
        expect({ why: letter.why, expected }).toEqual({ why: "empty", expected: [] });
        return;
      }
      expect(wordsIn(flatLetter(letter.html))).toEqual(expected);
      expect(wordsIn(letter.html.replace(/<[^>]*>/g, "").replaceAll("·", " "))).toEqual(expected);
    }),
    { numRuns: 250 },
  );
}, 60_000);
