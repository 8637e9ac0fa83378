import { childOf, elementsIn, type XmlElement } from "../xml.ts";
import type { LetterContext } from "./letter-context.ts";
import { box, paragraph, styled } from "./markup.ts";
import { Story } from "./story.ts";
import { isOn } from "./styles.ts";

const EDGES: Record<string, "head" | "foot"> = { "w:headerReference": "head", "w:footerReference": "foot" };

/** What stands on top and at the foot of pages, each text once: of every kind of page that the letter has. */
export function pageEdges(letter: LetterContext, sections: XmlElement[]): { head: string; foot: string } {
  const settings = letter.word.xml(letter.word.partOf(letter.main, "settings")) ?? undefined;
  const evenToo = isOn(childOf(settings, "w:evenAndOddHeaders"));
  const seen = new Set<string>();
  const written = { head: new Set<string>(), foot: new Set<string>() };
  for (const section of sections)
    for (const reference of elementsIn(section)) {
      const edge = EDGES[reference.name];
      const type = reference.attributes.get("w:type") ?? "default";
      if (!edge || (type === "first" && !isOn(childOf(section, "w:titlePg"))) || (type === "even" && !evenToo))
        continue;
      const id = reference.attributes.get("r:id");
      const target = letter.word.relations(letter.main).find((one) => one.id === id && !one.external)?.target;
      const root = target !== undefined && !seen.has(target) ? letter.word.xml(target) : null;
      seen.add(target ?? "");
      if (root) written[edge].add(new Story(letter, elementsIn(root)).written());
    }
  const whole = (edge: "head" | "foot") => {
    const inside = [...written[edge]].join("");
    return inside === "" ? "" : box(edge, paragraph(styled(`title-${edge}`, "·")) + inside);
  };
  return { head: whole("head"), foot: whole("foot") };
}

/** The notes that the text refers to, each behind its mark; a note may refer to another. */
export function notesAtEnd(letter: LetterContext): string {
  let inside = "";
  for (let at = 0; at < letter.notes.length; at++) {
    const { mark, body } = letter.notes[at]!;
    inside += new Story(letter, elementsIn(body), styled("label", `[${mark}] `)).written();
  }
  return inside === "" ? "" : box("notes", paragraph(styled("title-notes", "·")) + inside);
}
