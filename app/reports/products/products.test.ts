import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations } from "#db/schema/joining.ts";
import { type Audience, products } from "#db/schema/reports.ts";
import { aMember, anAccount } from "#tests/factories.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { anEmployee, aReader, cookieOf } from "#tests/report-world.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { isFor } from "./audience.ts";
import { loader as deskLoader, action as upload } from "./desk-list.tsx";
import { action as decide } from "./desk-product.tsx";
import { loader as deskFile } from "./desk-file.ts";
import { LARGEST } from "./form.ts";
import { loader as listLoader } from "./list.tsx";
import { openProduct } from "./open.server.ts";
import { loader as productLoader } from "./product.tsx";
import { loader as fileLoader } from "./product-file.ts";
import { uploadProduct } from "./upload.server.ts";
import { publishProduct, withdrawProduct } from "./publish.server.ts";

const bringer = { kind: "system", name: "test" } as const;
const aPdf = (mark = "") =>
  Buffer.from(`%PDF-1.7\n%${mark}\n1 0 obj <</Type/Pages/Count 2>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n`);

let folder: string;
beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

/** Figures in which practice 01900000 counts in "Zorggroep Test". */
async function figures() {
  const practices = somePractices(12);
  const rows = someRows(practices, ["DM-101"], () => [50, 100]);
  await importDelivery(bringer, writeDelivery(path.join(folder, "d"), { practices, rows }), () => undefined);
}

let made = 0;
async function shown(audience: Audience, more: { titleNl?: string; period?: string } = {}): Promise<string> {
  const input = { titleNl: "Factsheet", titleEn: null, period: "2026-Q3", audience, ...more };
  const id = await uploadProduct(bringer, input, aPdf(String(++made)));
  await publishProduct(bringer, id);
  return id;
}

const call = (cookie: string, url = "/x", params: Record<string, string> = {}) => ({
  request: new Request(`http://localhost${url}`, { headers: { cookie } }),
  params,
  context: {},
  unstable_pattern: "",
});
const titles = async (cookie: string) => (await listLoader(call(cookie))).products.map((one) => one.titleNl);
/** The status with which a loader or action answers or refuses. */
const status = (work: Promise<unknown>) =>
  work.then(
    (answer) => (answer as { init?: { status?: number } | null } | null)?.init?.status ?? 200,
    (error: unknown) => (error as { status?: number }).status,
  );
async function dataManager(role: "data_manager" | "agent" = "data_manager") {
  const account = await anAccount({ operatorRole: role, acceptedTerms: terms().version });
  return cookieOf(account.id);
}
const logged = async (prefix: string) =>
  (await db.select().from(auditLog)).filter((one) => one.event.startsWith(prefix));

function posted(cookie: string, fields: Record<string, string>, file?: { bytes: Buffer; name: string }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append("file", new File([new Uint8Array(file.bytes)], file.name, { type: "application/pdf" }));
  const request = new Request("http://localhost/leveringen/producten", {
    method: "POST",
    body: form,
    headers: { cookie },
  });
  return { ...call(cookie), request };
}
const good = { titleNl: "Factsheet", titleEn: "", period: "2026-Q3", to: "all", careGroup: "", agb: "" };
/** Errors of a refused upload; `null` after one that went well. */
async function errorsOf(cookie: string, fields: Record<string, string>, file?: { bytes: Buffer; name: string }) {
  type Refusal = { data: { errors: unknown }; init: ResponseInit };
  const answer = (await upload(posted(cookie, fields, file))) as Response | Refusal;
  if (answer instanceof Response) return answer.status === 303 ? null : answer.status;
  expect(answer.init.status).toBe(422);
  return answer.data.errors;
}

describe("I-14: who sees an information product", () => {
  it("I-14 Z02: every audience against every practice", () => {
    const gp = { agb: "01000001", kind: "gp", careGroup: "Zorggroep Test" } as const;
    const pharmacy = { agb: "02000001", kind: "pharmacy", careGroup: null } as const;
    const group = { agb: "53000001", kind: "group", careGroup: null } as const;
    const audiences: [Audience, boolean, boolean, boolean][] = [
      [{ to: "all" }, true, true, true],
      [{ to: "gp" }, true, false, false],
      [{ to: "pharmacy" }, false, true, false],
      [{ to: "care_group", name: "Zorggroep Test" }, true, false, false],
      [{ to: "care_group", name: "Zorggroep Tes" }, false, false, false],
      [{ to: "care_group", name: "" }, false, false, false],
      [{ to: "practices", agb: ["01000001", "53000001"] }, true, false, true],
      [{ to: "practices", agb: [] }, false, false, false],
    ];
    for (const [audience, ...expected] of audiences)
      expect(
        [gp, pharmacy, group].map((one) => isFor(audience, one)),
        JSON.stringify(audience),
      ).toEqual(expected);
  });

  it("I-14: the list holds what is for this practice, newest period first, and says what is new", async () => {
    await figures();
    const reader = await aReader();
    await shown({ to: "all" }, { titleNl: "Voor allen", period: "2026-Q1" });
    const id = await shown({ to: "care_group", name: "Zorggroep Test" }, { titleNl: "Voor de groep" });
    await shown({ to: "gp" }, { titleNl: "Voor huisartsen", period: "2025" });
    await shown({ to: "practices", agb: ["01900000"] }, { titleNl: "Voor deze", period: "2026-Q2" });
    await shown({ to: "pharmacy" }, { titleNl: "Niet" });
    await shown({ to: "practices", agb: ["01900001"] }, { titleNl: "Niet" });
    await shown({ to: "care_group", name: "Zorggroep Test" }, { titleNl: "Concept" }).then((draft) =>
      withdrawProduct(bringer, draft, "fout"),
    );
    await uploadProduct(
      bringer,
      { titleNl: "Niet", titleEn: null, period: "2026-Q3", audience: { to: "all" } },
      aPdf("draft"),
    );
    expect(await titles(reader.cookie)).toEqual(["Voor de groep", "Voor deze", "Voor allen", "Voor huisartsen"]);
    await fileLoader(call(reader.cookie, "/x", { id, how: "bekijken" }));
    const { products: rows } = await listLoader(call(reader.cookie));
    expect(rows.map((one) => one.fresh)).toEqual([false, true, true, true]);
    const nurse = await anEmployee(reader, ["copd"]);
    // A product belongs to no report group: who is limited to some sees none.
    expect(await titles(nurse.cookie)).toEqual([]);
  });

  it("I-14 Z02: a practice that is not in the newest figures belongs to no care group", async () => {
    await figures();
    await shown({ to: "care_group", name: "Zorggroep Test" });
    expect(await titles((await aReader("01999999")).cookie)).toEqual([]);
  });

  it("I-14 Z02: for another practice, an agent, an employee without reports and a withdrawn one it does not exist", async () => {
    await figures();
    const reader = await aReader();
    const other = await aReader("01900005");
    const id = await shown({ to: "practices", agb: ["01900000"] });
    const withdrawn = await shown({ to: "all" });
    await withdrawProduct(bringer, withdrawn, "Fout in de tabel");
    const unknown = "01a20c91-0000-7000-8000-000000000000";
    const outcomes = async (cookie: string, product: string, query = "") =>
      Promise.all([
        status(productLoader(call(cookie, `/x${query}`, { id: product }))),
        status(fileLoader(call(cookie, `/x${query}`, { id: product, how: "bekijken" }))),
        status(fileLoader(call(cookie, `/x${query}`, { id: product, how: "downloaden" }))),
      ]);
    expect(await outcomes(reader.cookie, id)).toEqual([200, 200, 200]);
    for (const product of [id, withdrawn, unknown])
      expect(await outcomes(other.cookie, product), "another practice").toEqual([404, 404, 404]);
    expect(await outcomes(reader.cookie, withdrawn)).toEqual([404, 404, 404]);
    expect(await outcomes(other.cookie, id, "?praktijk=01900000"), "by the code of the other").toEqual([404, 404, 404]);
    const agent = await dataManager("agent");
    const bare = await anAccount({ acceptedTerms: terms().version });
    await aMember(bare.id, reader.practice.id, "employee");
    for (const cookie of [agent, await cookieOf(bare.id)])
      for (const product of [id, unknown]) expect(await outcomes(cookie, product)).toEqual([403, 403, 403]);
    expect(await status(fileLoader(call(reader.cookie, "/x", { id, how: "weggooien" })))).toBe(404);
    expect((await logged("product.view")).length, "refusals show nothing, so log no look").toBe(1);
  });

  it("I-14 Z02: when the authorization ends while somebody looks, nothing is given", async () => {
    const reader = await aReader();
    const id = await shown({ to: "all" });
    const { actor, practice } = await requireReports(call(reader.cookie).request);
    await transaction(async (tx) => {
      await tx.update(authorizations).set({ state: "withdrawn" });
    });
    await expect(openProduct(actor, practice, id, "view")).rejects.toThrow("not_found");
    expect(await logged("product.view")).toEqual([]);
  });

  it("U03 I-14: each look and each download is one line, with practice and the authorization it rests on", async () => {
    const reader = await aReader();
    const id = await shown({ to: "all" });
    for (const how of ["bekijken", "downloaden", "bekijken"]) await fileLoader(call(reader.cookie, "/x", { id, how }));
    const lines = (await logged("product.")).filter((one) => one.actorId === reader.gp.id);
    expect(lines.map((one) => one.event)).toEqual(["product.view", "product.download", "product.view"]);
    for (const line of lines)
      expect(line).toMatchObject({
        action: "R",
        organisation: "01900000",
        basis: reader.authorizationId,
        objectId: id,
        purpose: "quality_improvement",
      });
  });
});

describe("I-14: the data manager", () => {
  it("I-14 U03 Z02: brings, checks, publishes and withdraws; nobody else does", async () => {
    const dirk = await dataManager();
    const reader = await aReader();
    const file = { bytes: aPdf(), name: "a.pdf" };
    expect(await errorsOf(dirk, good, file)).toBeNull();
    const [row] = await db.select().from(products);
    expect(row).toMatchObject({ state: "draft", pages: 2, titleEn: null, audience: { to: "all" } });
    const params = { id: row!.id };
    expect(await titles(reader.cookie), "a draft is for nobody").toEqual([]);
    expect((await deskFile(call(dirk, "/x", params))).status).toBe(200);
    const act = (cookie: string, fields: Record<string, string>) =>
      status(decide({ ...posted(cookie, fields), params }));
    for (const cookie of [reader.cookie, await dataManager("agent")]) {
      expect(await act(cookie, { act: "publish" })).toBe(403);
      expect(await act(cookie, { act: "withdraw", reason: "x" })).toBe(403);
      expect(await status(upload(posted(cookie, good, file)))).toBe(403);
      expect(await status(deskLoader(call(cookie)))).toBe(403);
      expect(await status(deskFile(call(cookie, "/x", params)))).toBe(403);
    }
    expect(await act(dirk, { act: "publish" })).toBe(200);
    expect(await titles(reader.cookie)).toEqual(["Factsheet"]);
    expect(await act(dirk, { act: "publish" }), "twice").toBe(409);
    const empty = (await decide({ ...posted(dirk, { act: "withdraw", reason: " " }), params })) as { data: unknown };
    expect(empty.data).toMatchObject({ errors: { reason: "required" } });
    expect(await act(dirk, { act: "withdraw", reason: "Fout in tabel 2" })).toBe(200);
    expect(await act(dirk, { act: "withdraw", reason: "nog eens" })).toBe(409);
    expect(await titles(reader.cookie)).toEqual([]);
    const history = await deskLoader(call(dirk));
    expect(history.products).toMatchObject([{ id: row!.id, state: "withdrawn" }]);
    expect((await db.select().from(products))[0]).toMatchObject({ withdrawnReason: "Fout in tabel 2" });
    expect((await logged("product.")).map((one) => `${one.event} ${one.reason ?? ""}`.trim())).toEqual([
      "product.upload",
      "product.check",
      "product.publish",
      "product.withdraw Fout in tabel 2",
    ]);
  });

  it("I-14: mistakes are said at their field and what was typed comes back", async () => {
    await figures();
    const dirk = await dataManager();
    const file = { bytes: aPdf(), name: "a.pdf" };
    expect(await errorsOf(dirk, { titleNl: "", period: "", to: "" })).toEqual({
      titleNl: "required",
      period: "choose",
      to: "choose",
      file: "no_file",
    });
    expect(await errorsOf(dirk, { ...good, to: "care_group" }, file)).toEqual({ careGroup: "choose" });
    expect(await errorsOf(dirk, { ...good, to: "care_group", careGroup: "Onbekend" }, file)).toEqual({
      careGroup: "choose",
    });
    expect(await errorsOf(dirk, { ...good, to: "practices" }, file)).toEqual({ agb: "required" });
    expect(await errorsOf(dirk, { ...good, to: "practices", agb: "1900000" }, file)).toEqual({ agb: "code" });
    expect(await errorsOf(dirk, { ...good, titleNl: "x".repeat(121) }, file)).toEqual({ titleNl: "long" });
    const many = Array.from({ length: 501 }, (_, n) => String(10_000_000 + n)).join("\n");
    expect(await errorsOf(dirk, { ...good, to: "practices", agb: many }, file)).toEqual({ agb: "many" });
    const back = (await upload(posted(dirk, { ...good, titleNl: "Bewaard" }))) as { data: { typed: unknown } };
    expect(back.data.typed).toMatchObject({ titleNl: "Bewaard", to: "all" });
    expect(await db.$count(products)).toBe(0);
    expect(await errorsOf(dirk, { ...good, to: "practices", agb: "01900001, 01900002\n01900001" }, file)).toBeNull();
    expect((await db.select().from(products))[0]!.audience).toEqual({ to: "practices", agb: ["01900001", "01900002"] });
  });

  it("F01: the name from outside is no path and comes back nowhere; the bytes on the disk are locked", async () => {
    const dirk = await dataManager();
    const reader = await aReader();
    const names = [
      "../../../etc/passwd.pdf",
      "..\\..\\boot.pdf",
      "%2e%2e%2fx.pdf",
      "a\u202Efdp.pdf",
      "CON.pdf",
      `${"x".repeat(4096)}.pdf`,
    ];
    for (const [n, name] of names.entries())
      expect(await errorsOf(dirk, good, { bytes: aPdf(`name${n}`), name }), name).toBeNull();
    const rows = await db.select().from(products);
    expect(rows).toHaveLength(names.length);
    for (const { id } of rows) {
      await publishProduct(bringer, id);
      const answer = await fileLoader(call(reader.cookie, "/x", { id, how: "downloaden" }));
      expect(answer.headers.get("content-disposition")).toMatch(
        /^attachment; filename="informatieproduct-2026-Q3-[0-9a-f]{6}\.pdf"$/,
      );
    }
    const stored = readdirSync(path.join(folder, "files"));
    expect(stored.toSorted()).toEqual(rows.map((row) => row.fileId).toSorted());
    for (const name of stored) expect(readFileSync(path.join(folder, "files", name)).includes("%PDF")).toBe(false);
  });

  it("F02: what goes out is a PDF that is not kept by the browser, in sight or as a file", async () => {
    const reader = await aReader();
    const id = await shown({ to: "all" });
    const seen = await fileLoader(call(reader.cookie, "/x", { id, how: "bekijken" }));
    expect(seen.headers.get("content-type")).toBe("application/pdf");
    expect(seen.headers.get("cache-control")).toBe("no-store");
    expect(seen.headers.get("content-disposition")).toMatch(/^inline; filename="informatieproduct-/);
    expect(
      Buffer.from(await seen.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("F02 F04: another kind of file is refused at the field, stored nowhere, and stands in the log", async () => {
    const dirk = await dataManager();
    const script = Buffer.from(aPdf().toString().replace("/Count 2", "/OpenAction<</S/JavaScript/JS(1)>>"));
    expect(await errorsOf(dirk, good, { bytes: script, name: "a.pdf" })).toEqual({ file: "active" });
    expect(await errorsOf(dirk, good, { bytes: Buffer.from("<svg/>"), name: "a.pdf" })).toEqual({ file: "not_pdf" });
    expect(await errorsOf(dirk, good, { bytes: aPdf(), name: "a.html" })).toEqual({ file: "not_pdf" });
    expect(await db.$count(products)).toBe(0);
    const lines = await logged("product.upload");
    expect(lines.map(({ outcome, detail }) => [outcome, (detail as { fault: string }).fault])).toEqual([
      ["refused", "active"],
      ["refused", "not_pdf"],
    ]);
  });

  it("F03: one byte more than 20 MB is refused in words, and so many per hour are taken", async () => {
    const dirk = await dataManager();
    const large = Buffer.alloc(LARGEST + 1, " ");
    aPdf().copy(large);
    expect(await errorsOf(dirk, good, { bytes: large, name: "a.pdf" })).toEqual({ file: "too_large" });
    expect(await errorsOf(dirk, good, { bytes: Buffer.alloc(0), name: "a.pdf" })).toEqual({ file: "no_file" });
    for (let n = 0; n < 60; n++) await errorsOf(dirk, good, { bytes: Buffer.from("x"), name: "a.pdf" });
    expect(await status(upload(posted(dirk, good, { bytes: aPdf(), name: "a.pdf" })))).toBe(429);
  });

  it("I-14: the same bytes in the same period are said, not doubled; after withdrawal they may come again", async () => {
    const dirk = await dataManager();
    const file = { bytes: aPdf("same"), name: "a.pdf" };
    expect(await errorsOf(dirk, good, file)).toBeNull();
    expect(await errorsOf(dirk, { ...good, titleNl: "Anders" }, file)).toEqual({ file: "same" });
    expect(await errorsOf(dirk, { ...good, period: "2026-Q2" }, file)).toBeNull();
    const input = { titleNl: "x", titleEn: null, period: "2025", audience: { to: "all" } } as const;
    const both = await Promise.allSettled([1, 2].map(() => uploadProduct(bringer, input, file.bytes)));
    expect(both.map((one) => one.status).toSorted(), "two at once").toEqual(["fulfilled", "rejected"]);
    const [first] = await db.select().from(products);
    await withdrawProduct(bringer, first!.id, "opnieuw");
    expect(await errorsOf(dirk, { ...good, to: "gp" }, file)).toBeNull();
    expect(await db.$count(products)).toBe(4);
  });
});
