import { childOf, elementsIn, type XmlElement } from "../xml.ts";
import { isOn, valueOf } from "./styles.ts";

/** Choices that are read here; others are for programs that know them, and the fallback stands beside. */
const KNOWN = new Set(["wps", "wpg", "wpc", "w14", "w15", "wp14", "a14", "w16se", "w16cid", "v", "o", "m"]);
/** What is not in the text any more. */
export const GONE = new Set(["w:del", "w:moveFrom"]);

/** Which of the forms of a thing is shown: the first that is known here, or what stands for it elsewhere. */
export function chosen(alternative: XmlElement): XmlElement | undefined {
  const known = elementsIn(alternative, "mc:Choice").find((choice) =>
    (choice.attributes.get("Requires") ?? "?").split(/\s+/).every((prefix) => KNOWN.has(prefix)),
  );
  return known ?? childOf(alternative, "mc:Fallback");
}

/**
 * The signs of fields in a text that belong together: begin, perhaps separate, end. One that has lost its other half means
 * nothing; taken for a field it would swallow all that follows.
 */
export function wholeFields(nodes: XmlElement[]): ReadonlySet<XmlElement> {
  const whole = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const walk = (node: XmlElement) => {
    if (GONE.has(node.name) || node.name === "w:txbxContent") return;
    if (node.name === "w:fldChar") {
      const type = node.attributes.get("w:fldCharType");
      if (type === "begin") open.push([node]);
      else open.at(-1)?.push(node);
      if (type === "end") for (const sign of open.pop() ?? []) whole.add(sign);
    } else if (node.name === "mc:AlternateContent") {
      const one = chosen(node);
      if (one) walk(one);
    } else for (const child of elementsIn(node)) walk(child);
  };
  for (const node of nodes) walk(node);
  return whole;
}

/** What Word shows of a field that keeps no result: a text, a tick box, or something that is only named. */
export type Shown = { text: string; font?: string } | { said: "formula" | "field"; detail: string } | null;

/** @param form the settings of a field of a form, where it is one */
export function withoutResult(instruction: string, form: XmlElement | undefined): Shown {
  const [name = "", first = "", ...more] = instruction.trim().split(/\s+/);
  switch (name.toUpperCase()) {
    case "FORMCHECKBOX":
      return { text: isTicked(childOf(form, "w:checkBox")) ? "☒" : "☐" };
    case "FORMDROPDOWN":
      return { text: chosenEntry(childOf(form, "w:ddList")) };
    case "MACROBUTTON":
    case "GOTOBUTTON":
      return { text: more.join(" ") };
    case "SYMBOL": {
      const font = /\\f\s*"?([^"\\]+)/.exec(instruction)?.[1]?.trim();
      const code = /^0x/i.test(first) ? Number.parseInt(first, 16) : Number(first);
      return code > 0 && code <= 0x10ffff ? { text: String.fromCodePoint(code), ...(font && { font }) } : null;
    }
    case "EQ":
      return { said: "formula", detail: "" };
    case "LISTNUM":
    case "AUTONUM":
    case "AUTONUMLGL":
    case "AUTONUMOUT":
      return { said: "field", detail: "" };
    default:
      return null;
  }
}

function isTicked(settings: XmlElement | undefined): boolean {
  return isOn(childOf(settings, "w:checked") ?? childOf(settings, "w:default"));
}

function chosenEntry(list: XmlElement | undefined): string {
  if (!list) return "";
  const at = Number(valueOf(childOf(list, "w:result")) ?? valueOf(childOf(list, "w:default")) ?? 0);
  return valueOf(elementsIn(list, "w:listEntry")[at]) ?? "";
}
