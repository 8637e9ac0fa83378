import { type Block, wordTree } from "../word-tree.server.ts";

/** What the page shows of a Word document today. */
export async function readLetter(
  bytes: Buffer,
): Promise<{ html: string; left: { what: string; count: number }[] } | { html: null; why: string }> {
  const blocks = await wordTree(bytes);
  return blocks ? { html: blocks.map(written).join(""), left: [] } : { html: null, why: "unreadable" };
}

function written(block: Block): string {
  if (block.kind === "list") return `<ul>${block.items.map((one) => `<li>${one}</li>`).join("")}</ul>`;
  if (block.kind === "table")
    return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  return `<p>${block.text}</p>`;
}
