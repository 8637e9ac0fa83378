import { rmSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { environmentOf } from "#app/environments/environments.ts";
import { aClient, aLink, aPart, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { lookAtPart } from "./part.server.ts";
import { wordText } from "./word-text.server.ts";

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const aWord = (body: string, head = "") =>
  zipSync({ "word/document.xml": strToU8(`${head}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`) });
const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

let folder: string;
beforeEach(async () => {
  folder = await freshDatabase();
});

it("G-07 G5 the text of a Word document is read with the part, before anything is downloaded", async () => {
  const person = await aPerson();
  await aLink(person);
  const { actor } = await aClient(person);
  const bytes = aWord(
    "<w:p><w:r><w:t>Beste </w:t></w:r><w:r><w:t>cliënt,</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>één</w:t><w:br/><w:t>&lt;b&gt;</w:t></w:r></w:p>",
  );
  const part = await aPart(person, { bytes, content: { mediaType, fileName: "brief.docx" } });
  const shown = await lookAtPart(actor, environmentOf("getij"), part.id);
  expect(shown.document).toMatchObject({ kind: "word", words: ["Beste cliënt,", "één\n<b>"] });
  const broken = await aPart(person, { bytes: Buffer.from("PK"), content: { mediaType, fileName: "brief.docx" } });
  expect((await lookAtPart(actor, environmentOf("getij"), broken.id)).document).toMatchObject({ words: null });
  const reported = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => reported.mockRestore());
  rmSync(path.join(folder, "files", part.fileId!));
  expect((await lookAtPart(actor, environmentOf("getij"), part.id)).document).toMatchObject({ words: null });
  expect(reported.mock.calls.join()).toContain(part.fileId);
});

it("F03 F04 nothing that grows, acts or is broken comes out of a Word document", () => {
  const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  expect(wordText(aWord("<w:p><w:t>&b;</w:t></w:p>", entities))).toBeNull();
  expect(wordText(aWord("<w:p><w:t>x</w:p>"))).toBeNull();
  expect(wordText(aWord(`<w:p><w:t>${"a".repeat(9 * 1024 * 1024)}</w:t></w:p>`))).toBeNull();
  expect(wordText(zipSync({ "word/other.xml": strToU8("x") }))).toBeNull();
  const lied = aWord(`<w:p><w:t>${"a".repeat(20 * 1024 * 1024)}</w:t></w:p>`);
  // The size that the archive says of itself, in both of its headers, made small.
  const view = new DataView(lied.buffer, lied.byteOffset, lied.byteLength);
  for (let at = 0; at < lied.length - 46; at++) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, 1000, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  const text = wordText(lied);
  expect(text === null || text.join("").length <= 1000).toBe(true);
});
