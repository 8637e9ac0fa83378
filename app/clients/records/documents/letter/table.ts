import { childOf, elementsIn, textOf, type XmlElement } from "../xml.ts";
import { chosen, GONE } from "./fields.ts";
import type { Left } from "./markup.ts";
import { isOn, valueOf } from "./styles.ts";

/** A cell; without node: a place in the grid where none stands. */
export type Cell = { node: XmlElement | null; span: number; merge: "restart" | "continue" | null };
export type Row = { head: boolean; cells: Cell[] };

const MOST_COLUMNS = 100;

/** The rows of a table that Word shows, with cells in the columns where they stand. */
export function rowsOf(table: XmlElement, leave: (what: Left) => void): Row[] {
  const rows: Row[] = [];
  for (const row of inside(table, "w:tr")) {
    const properties = childOf(row, "w:trPr");
    if (childOf(properties, "w:del")) leave("changes");
    else if (!isOn(childOf(properties, "w:hidden")))
      rows.push({ head: isOn(childOf(properties, "w:tblHeader")), cells: cellsOf(row, properties, leave) });
  }
  return beginning(rows);
}

/** A cell that goes on where no cell of its width stands open above it begins anew: its value is nowhere else. */
function beginning(rows: Row[]): Row[] {
  let open = new Map<number, number>();
  for (const { cells } of rows) {
    const now = new Map<number, number>();
    let column = 0;
    for (const cell of cells) {
      if (cell.merge === "continue" && open.get(column) !== cell.span) cell.merge = "restart";
      if (cell.merge) now.set(column, cell.span);
      column += cell.span;
    }
    open = now;
  }
  return rows;
}

function cellsOf(row: XmlElement, properties: XmlElement | undefined, leave: (what: Left) => void): Cell[] {
  const gap = (name: string): Cell[] => {
    const span = count(childOf(properties, name), 0);
    return span > 0 ? [{ node: null, span, merge: null }] : [];
  };
  const cells = gap("w:gridBefore");
  for (const node of inside(row, "w:tc")) {
    const own = childOf(node, "w:tcPr");
    const span = count(childOf(own, "w:gridSpan"), 1);
    const vertical = childOf(own, "w:vMerge");
    const across = childOf(own, "w:hMerge");
    const merge = vertical ? (valueOf(vertical) === "restart" ? "restart" : "continue") : null;
    const before = cells.at(-1);
    if (across && valueOf(across) !== "restart" && before) {
      before.span += span;
      if (/\S/.test(textOf(node))) leave("other");
    } else if (childOf(own, "w:cellDel")) {
      leave("changes");
      cells.push({ node: null, span, merge });
    } else cells.push({ node, span, merge });
  }
  return [...cells, ...gap("w:gridAfter")];
}

/** Elements of one name, also inside controls and what was put in while changes were tracked. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((node) => {
    if (node.name === name) return [node];
    if (GONE.has(node.name)) return [];
    if (node.name === "mc:AlternateContent") return inside(chosen(node) ?? node, name);
    return ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag"].includes(node.name)
      ? inside(node, name)
      : [];
  });
}

function count(element: XmlElement | undefined, usual: number): number {
  const given = Number(valueOf(element) ?? usual);
  return Number.isInteger(given) && given >= usual ? Math.min(given, MOST_COLUMNS) : usual;
}
