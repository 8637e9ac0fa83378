import { beforeEach, describe, expect, it, vi } from "vitest";
import { optionalTelephone } from "#app/shared/fields/telephone.ts";
import { freshDatabase } from "#tests/database.ts";
import { entry, handIn, lastRequest, withRegister } from "#tests/registration-world.ts";
import { correctionForm, sortChanges } from "./authorization/signing/correction.ts";
import { requestFields } from "./fields.server.ts";
import { connectedForm } from "./form.ts";
import type * as Module from "./more-fields.ts";
import { moreLines, moreOf } from "./more-fields.ts";
import { texts } from "./texts.ts";
import { signerOf } from "./signer.server.ts";

// One field more than the form has, as somebody would add it.
vi.mock("./more-fields.ts", async (original) => {
  const real = await original<typeof Module>();
  Object.assign(real.moreFields, {
    practicePhone: { kind: optionalTelephone, optional: true, input: { type: "tel" } },
  });
  return real;
});

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
});

describe("a field more on the registration form", () => {
  it("O-35: is judged, kept, shown in the document and corrected, without a line in any of them", async () => {
    const wrong = connectedForm.safeParse({ ...entry, practicePhone: "bel maar" });
    expect(wrong.error?.issues).toMatchObject([{ path: ["practicePhone"], message: "phone" }]);
    await handIn({ ...entry, practicePhone: "020 - 123 45 67" } as typeof entry);
    const row = await lastRequest();
    expect(row.more).toEqual({ practicePhone: "020 - 123 45 67" });
    const lines = await requestFields(row.id);
    expect(lines).toContainEqual({ label: "practicePhone", value: "020 - 123 45 67" });
    const now = await signerOf(row.id);
    const corrected = { ...entry, practicePhone: "020 765 43 21" };
    const { identity, chosen } = sortChanges(now, correctionForm.parse(corrected));
    expect(identity).toEqual({ more: { practicePhone: "020 765 43 21" } });
    expect(chosen).toBeNull();
    expect(sortChanges(now, correctionForm.parse({ ...entry, practicePhone: "020 - 123 45 67" })).identity).toEqual({});
  });

  it("O-35: left empty it is told so", async () => {
    await handIn({ ...entry, practicePhone: "" } as typeof entry);
    const row = await lastRequest();
    expect(row.more).toBeNull();
    expect(moreLines(row.more, { practicePhone: { label: "Telefoon" } }, "geen")).toEqual([
      { label: "Telefoon", value: "geen" },
    ]);
    expect(moreOf({ practicePhone: "" })).toBeNull();
  });
});

describe("the fields there are", () => {
  it("O-35: have words in both languages", async () => {
    const { moreFields } = await vi.importActual<typeof Module>("./more-fields.ts");
    const names = Object.keys(moreFields).filter((name) => name !== "practicePhone");
    for (const name of names) for (const all of [texts.nl, texts.en]) expect(all.more[name]?.label, name).toBeTruthy();
    expect(Object.keys(texts.en.more)).toEqual(Object.keys(texts.nl.more));
  });
});
