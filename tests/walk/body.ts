import { spawnSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import { lines } from "./html.ts";

/** The body of an answer in lines that can be compared: pages by tag, documents by their text, workbooks by their cells. */
export function bodyLines(type: string, { text, bytes }: { text: string; bytes: Buffer }): string[] {
  if (type.startsWith("text/html")) return lines(text);
  if (type.startsWith("application/pdf")) return pdfLines(bytes);
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return zipLines(bytes);
  if (/^(?:text|image\/svg|application\/(?:json|manifest|xml|samlmetadata))/.test(type)) return text.split(/\r?\n/);
  return [`${bytes.length > 0 ? "some" : "no"} bytes`];
}

function pdfLines(bytes: Buffer): string[] {
  const read = spawnSync("pdftotext", ["-layout", "-", "-"], { input: bytes });
  if (read.error || read.status !== 0)
    return [`a document that pdftotext ${read.error ? "is not here to read" : "does not read"}`];
  // Lines break where a moment or a code of this walk ends, so sentences are what is compared.
  const whole = read.stdout.toString().replace(/\s+/g, " ").trim();
  return whole.split(/(?<=[.!?]) /);
}

function zipLines(bytes: Buffer): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => [
    name,
    ...(/\.(?:xml|rels|csv|txt)$/.test(name) ? strFromU8(content).split(/(?=<)/) : []),
  ]);
}
