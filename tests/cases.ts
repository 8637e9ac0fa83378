import { readFileSync } from "node:fs";

/** A file on which the product once failed or was right (made with ordinary programs; every person in them is invented). */
export const aCase = (kind: "word" | "pdf", name: string): Buffer =>
  readFileSync(new URL(`fixtures/cases/${kind}/${name}.${kind === "word" ? "docx" : "pdf"}`, import.meta.url));
