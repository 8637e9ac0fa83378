import { describe, expect, it } from "vitest";
import { connectedForm } from "#app/professionals/joining/form.ts";
import { entry } from "#tests/registration-world.ts";
import { correctionForm } from "./correction.ts";

const { practiceEmailAgain: _, ...right } = entry;
const judged = (result: {
  success: boolean;
  data?: object;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => (result.success ? result.data : result.error?.issues.map(({ path, message }) => [path[0], message]));

/** What is typed in each field, right and wrong: of every kind of fault one. */
const TYPED: [keyof typeof right, string][] = [
  ["firstName", "Jan2 <b>"],
  ["firstName", "Jan\nBcc: iemand"],
  ["firstName", "Ｊａｎ"],
  ["lastName", ""],
  ["lastName", "‘t Hart"],
  ["lastName", "a".repeat(90)],
  ["otherCareGroup", "Zorggroep\nNoord\r\nen Zuid"],
  ["otherCareGroup", "z".repeat(101)],
  ["practiceEmail", "info@praktijk-één.nl"],
  ["practiceEmail", "info@linde"],
  ["practiceEmail", "info@linde.nl."],
  ["ownEmail", ""],
  ["ownEmail", "jan..piet@linde.nl"],
  ["mobile", "０６１２３４５６７８"],
  ["mobile", "0201234567"],
  ["mobile", "06"],
  ["agbPractice", "1012345"],
  ["agbPractitioner", "01-012345"],
];

describe("what a signer corrects", () => {
  it.each(TYPED)("O-34: %s '%s' is judged and kept as the registration form does", (field, typed) => {
    const more = field === "practiceEmail" ? { practiceEmailAgain: typed } : {};
    const form = connectedForm.safeParse({ ...entry, [field]: typed, ...more });
    const correction = correctionForm.safeParse({ ...right, [field]: typed });
    const registered = judged(form);
    const { practiceEmailAgain: __, ...kept } = (registered ?? {}) as Record<string, unknown>;
    expect(judged(correction)).toEqual(Array.isArray(registered) ? registered : kept);
  });

  it("O-34: nothing that is no name, and no break of a line, reaches the document", () => {
    for (const typed of ["Jan2 <b>", "Jan\nPiet"])
      expect(correctionForm.safeParse({ ...right, firstName: typed }).success, typed).toBe(false);
    const { data } = correctionForm.safeParse({ ...right, otherCareGroup: "Zorggroep\nNoord" });
    expect(data?.otherCareGroup).toBe("Zorggroep Noord");
  });
});
