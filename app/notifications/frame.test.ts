import { expect, it } from "vitest";
import { mailFrame } from "./frame.ts";

it("M-08 the facts of a mail stay apart when a program makes it flat, as a preview does", () => {
  const rows = [
    { label: "AGB-code", value: "01012409" },
    { label: "Aantal", value: "5" },
  ];
  const { html } = mailFrame({ language: "nl", title: "Aanmelding", paragraphs: ["Dank u."], rows });
  expect(html!.replace(/<[^>]*>/g, "").split(/\s+/)).toEqual(
    expect.arrayContaining(["AGB-code", "01012409", "Aantal", "5"]),
  );
});
