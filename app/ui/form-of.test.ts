import { describe, expect, it } from "vitest";
import { formOf } from "./form-of.ts";

const words = { required: "Vul dit in.", long: "Te lang.", email: "Geen adres." };

describe("a form as its page shows it", () => {
  it("O-36: says at each field what is wrong, in words, and gives back what was typed", () => {
    const answer = { errors: { name: "required", email: "email", odd: "strange" }, typed: { name: "", groups: ["a"] } };
    const form = formOf(answer, words, {
      labels: { name: "Naam", email: "E-mail" },
      held: { email: "oud", name: "oud" },
    });
    expect(form.field("name")).toEqual({ name: "name", id: "name", error: "Vul dit in.", defaultValue: "" });
    expect(form.field("email")).toEqual({ name: "email", id: "email", error: "Geen adres.", defaultValue: "oud" });
    expect(form.list("groups")).toEqual(["a"]);
    expect(form.summary).toEqual([
      { field: "name", message: "Vul dit in.", label: "Naam" },
      { field: "email", message: "Geen adres.", label: undefined },
      { field: "odd", message: "Vul dit in.", label: undefined },
    ]);
  });

  it("O-36: without an answer nothing is wrong, and what stands there shows", () => {
    const form = formOf(undefined, words, { held: { name: "Jan" } });
    expect([form.field("name"), form.summary, form.error("constructor")]).toEqual([
      { name: "name", id: "name", error: undefined, defaultValue: "Jan" },
      [],
      undefined,
    ]);
  });

  it("O-36: a field has words of its own where the code has none, and its name before all where the page wants that", () => {
    const answer = { errors: { kind: "choose", text: "long" }, typed: {} };
    const form = formOf(answer, words, { fields: { kind: "Kies." }, labels: { kind: "Soort" }, always: true });
    expect(form.summary).toEqual([
      { field: "kind", message: "Kies.", label: "Soort" },
      { field: "text", message: "Te lang.", label: undefined },
    ]);
  });
});
