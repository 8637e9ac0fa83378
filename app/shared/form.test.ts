import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cpuTimer } from "#tests/cpu-time.ts";
import { TooLarge } from "./errors.ts";
import { words } from "./fields/words.ts";
import { listOf, parseForm, readForm, textOf } from "./form.ts";

const schema = z.object({ name: z.string().min(1, "required"), groups: z.array(z.string()) });

function many(count: number, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (let i = 0; i < count; i++) form.append(`field${i}`, "x");
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  return form;
}

const posted = (body: BodyInit, type?: string) =>
  new Request("http://localhost/", { method: "POST", body, ...(type && { headers: { "content-type": type } }) });
const urlencoded = (body: string) => posted(body, "application/x-www-form-urlencoded");

describe("one pass over a form", () => {
  it("M-90: twenty thousand strange names cost no more than walking past them", () => {
    const form = many(20_000, { name: "De Linde" });
    const worked = cpuTimer();
    expect(parseForm(schema, form)).toMatchObject({ ok: true, value: { name: "De Linde", groups: [] } });
    expect(worked(), "milliseconds").toBeLessThan(250);
  });

  it("M-90: only names the form knows come in; others are neither read, judged nor given back", () => {
    const form = many(3, { name: "", constructor: "x", toString: "y" });
    form.append("__proto__", "z");
    form.append("strange", "s".repeat(30_000));
    form.append("strange", "twice");
    expect(parseForm(schema, form)).toEqual({
      ok: false,
      errors: { name: "required" },
      typed: { name: "", groups: [] },
    });
  });

  it("M-90: a name that is known may come once, a list as often as it likes, in the order of the page", () => {
    const form = new FormData();
    for (const group of ["b", "a", "b"]) form.append("groups", group);
    form.append("name", "De Linde");
    expect(parseForm(schema, form)).toMatchObject({ ok: true, value: { groups: ["b", "a", "b"] } });
    form.append("name", "Het Kompas");
    expect(parseForm(schema, form)).toMatchObject({ ok: false, errors: { name: "twice" } });
  });

  it("M-90: a schema that is refined or changed afterwards knows the same names", () => {
    const piped = schema.refine(({ name }) => name !== "x").transform(({ groups }) => groups.length);
    const form = new FormData();
    for (const [name, value] of [
      ["name", "De Linde"],
      ["groups", "a"],
      ["other", "b"],
    ] as const)
      form.append(name, value);
    expect(parseForm(piped, form)).toMatchObject({ ok: true, value: 1, typed: { name: "De Linde", groups: ["a"] } });
  });

  it("M-91: what is too long is said and given back whole, never cut", () => {
    const text = "a".repeat(20_001);
    const form = new FormData();
    form.append("name", text);
    expect(parseForm(schema, form)).toEqual({
      ok: false,
      errors: { name: "long" },
      typed: { name: text, groups: [] },
    });
  });
});

describe("one field of a form", () => {
  const form = new FormData();
  form.append("reason", ` ${"a".repeat(4_001)} `);
  form.append("note", "in orde");
  form.append("name", "De\u200b Linde\0");
  form.append("password", "vier\u200dpaarse");
  for (const one of ["a", "b"]) form.append("checked", one);

  it("M-91: is read whole, as the whole form is: clean, and a password sign for sign", () => {
    expect(textOf(form, "reason")).toHaveLength(4_003);
    expect(textOf(form, "name")).toBe("De Linde");
    expect(textOf(form, "password")).toBe("vier\u200dpaarse");
    expect(textOf(form, "constructor")).toBe("");
    expect(listOf(form, "checked")).toEqual(["a", "b"]);
  });

  it("M-91: of words it is said that they are missing or too long; they are not cut", () => {
    const read = (name: string) => parseForm(z.object({ [name]: words() }), form);
    expect(read("reason")).toMatchObject({ ok: false, errors: { reason: "long" } });
    expect(read("reason").typed.reason).toBe(` ${"a".repeat(4_001)} `);
    expect(read("note")).toMatchObject({ ok: true, value: { note: "in orde" } });
    expect(read("other")).toMatchObject({ ok: false, errors: { other: "required" } });
  });
});

describe("one reader of a request with a form", () => {
  it("M-90: a thousand fields are read, whatever the way they are written", async () => {
    const fields = Array.from({ length: 1_000 }, (_, i) => `f${i}=${i}`).join("&");
    expect([...(await readForm(urlencoded(fields)))]).toHaveLength(1_000);
    expect([...(await readForm(posted(many(1_000))))]).toHaveLength(1_000);
    expect([...(await readForm(urlencoded("")))]).toEqual([]);
  });

  it("M-90: more fields than that are refused before a form is made of them, in no time", async () => {
    const worked = cpuTimer();
    for (const request of [
      urlencoded("a=1&".repeat(1_000) + "b=1"),
      urlencoded("&".repeat(900_000)),
      urlencoded(Array.from({ length: 80_000 }, (_, i) => `f${i}=`).join("&")),
      posted(many(1_001)),
      posted("&".repeat(2_000), "application/x-www-form-urlencoded; boundary=x"),
    ])
      await expect(readForm(request)).rejects.toThrow(TooLarge);
    expect(worked(), "milliseconds").toBeLessThan(500);
  });

  it("M-90: a body over a mebibyte and a name that is a text of its own are refused, told or not told", async () => {
    await expect(readForm(urlencoded(`a=${"x".repeat(1024 * 1024)}`))).rejects.toThrow(TooLarge);
    await expect(readForm(urlencoded(`${"n".repeat(300)}=1`))).rejects.toThrow(TooLarge);
    await expect(readForm(urlencoded("a[b][c][d][e][f]=1"))).resolves.toBeInstanceOf(FormData);
  });
});
