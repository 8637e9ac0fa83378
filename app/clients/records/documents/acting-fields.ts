import { leadsOut, STARTS } from "./acting-relations.ts";
import { everyElement } from "./every-element.ts";
import { textOf, type XmlElement } from "./xml.ts";

/** Fields that start another program or bring in its data (ECMA-376, part 1, 17.16.5). */
const RUNS = new Set(["DDE", "DDEAUTO", "LINK", "EMBED", "CONTROL", "HTMLCONTROL", "DATABASE"]);
/** Fields that bring in another file. */
const BRINGS = new Set(["INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "RD"]);
const ARGUMENT = /"([^"]*)"|(\S+)/g;

type Open = { instruction: string; shown: boolean; nameless: boolean };

/**
 * Whether a field in a text does something: judged by the name with which its instruction begins, put together from the
 * pieces in which it is written. The same word in a sentence is a word.
 */
export function fieldsAct(root: XmlElement): boolean {
  const open: Open[] = [];
  for (const element of everyElement(root)) {
    if (element.name === "w:fldSimple" && instructionActs(element.attributes.get("w:instr") ?? "")) return true;
    if (element.name === "w:fldChar") {
      if (step(open, element.attributes.get("w:fldCharType"))) return true;
    } else if (element.name === "w:instrText" || element.name === "w:delInstrText" || element.name === "w:t") {
      const field = open.at(-1);
      if (field && !field.shown) field.instruction += textOf(element);
      else if (element.name !== "w:t" && instructionActs(textOf(element))) return true;
    }
  }
  return open.some(actsAsField);
}

function step(open: Open[], what: string | undefined): boolean {
  const above = open.at(-1);
  if (what === "begin") {
    // A field whose name is made by another field hides what it does.
    if (above && !above.shown && above.instruction.trim() === "") above.nameless = true;
    open.push({ instruction: "", shown: false, nameless: false });
  } else if (what === "separate" && above) above.shown = true;
  else if (what === "end") {
    const ended = open.pop();
    return ended !== undefined && actsAsField(ended);
  }
  return false;
}

const actsAsField = ({ instruction, nameless }: Open) => nameless || instructionActs(instruction);

function instructionActs(instruction: string): boolean {
  const words = [...instruction.matchAll(ARGUMENT)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const name = words[0]?.toUpperCase() ?? "";
  // Word reads other marks of quotation as the plain ones.
  if (name === "HYPERLINK" && words.some((word) => STARTS.test(word.replace(/^[\u2018-\u201f\u00ab"']+/, ""))))
    return true;
  return RUNS.has(name) || (BRINGS.has(name) && words.slice(1).some((word) => leadsOut(word.replace(/\\\\/g, "\\"))));
}
