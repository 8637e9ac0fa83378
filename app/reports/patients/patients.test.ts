import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { closeReleases } from "#app/reports/figures/kept-releases.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { authorizations } from "#db/schema/joining.ts";
import { detailFiles, detailReasons } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { anAccount } from "#tests/factories.ts";
import { somePatients } from "#tests/patient-details.ts";
import { anEmployee, aReader, cookieOf } from "#tests/report-world.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { patientSubject } from "#app/platform/audit/patient-subject.server.ts";
import { patientRef } from "./look.server.ts";
import { action as csvAction, loader as csvLoader } from "./patients-csv.ts";
import { action, loader } from "./patients.tsx";
import { removeDetails } from "./retention.server.ts";

const system = { kind: "system", name: "test" } as const;
const clock = { kind: "system", name: "clock" } as const;
const practices = somePractices(12);
const [OWN, OTHER] = ["01900000", "01900001"];
const PAGE = "/rapportages/DM-101/patienten";
let folder: string;
let reader: Awaited<ReturnType<typeof aReader>>;

const details = (): Delivery["details"] => [
  ...somePatients(OWN, "COPD-101", [70, 100]),
  ...somePatients(OWN, "DM-101", [70, 100]),
  ...somePatients(OTHER, "DM-101", [50, 100]),
];

async function published(more: Partial<Delivery> = {}): Promise<void> {
  const rows = someRows(practices, ["COPD-101", "DM-101"], (p) => (p === 0 ? [70, 100] : [50, 100]));
  const place = writeDelivery(path.join(folder, more.deliveryId ?? "in"), {
    practices,
    rows,
    details: details(),
    ...more,
  });
  expect(await importDelivery(system, place, () => undefined)).toMatchObject({ outcome: "published" });
}

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
  reader = await aReader(OWN);
});

type Posted = Record<string, string>;
const asks = (cookie: string, address: string, posted?: Posted) => ({
  request: new Request(`http://localhost${address}`, {
    headers: { cookie },
    ...(posted && { method: "POST", body: new URLSearchParams(posted) }),
  }),
  params: { indicator: /rapportages\/([^/]+)/.exec(address)?.[1] },
  context: {},
});
/** What came back: data of the page, or the status and address of what was thrown or answered instead. */
async function answered(work: () => Promise<unknown>) {
  const answer = await work().catch((error: unknown) => error);
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("location") };
  if (answer instanceof Error) return { status: (answer as { status?: number }).status ?? 500, to: null };
  return { status: 200, to: null };
}
const get = (cookie = reader.cookie, address = PAGE) => loader(asks(cookie, address));
const post = (posted: Posted, cookie = reader.cookie, address = PAGE) => action(asks(cookie, address, posted));
const giveReason = (cookie = reader.cookie, address = PAGE) =>
  answered(() => post({ act: "reason", purpose: "prepare", note: "" }, cookie, address));
async function list(address = PAGE, cookie = reader.cookie) {
  const { page } = await get(cookie, address);
  if (page.kind !== "list") throw new Error(`no list: ${page.kind}`);
  return page.view;
}
const lines = (event = "patients.%") =>
  db.select().from(auditLog).where(like(auditLog.event, event)).orderBy(auditLog.id);
const pass = (minutes: number) => setClock(new Date(now().getTime() + minutes * 60_000));

describe("who may see patients", () => {
  beforeEach(() => published());

  it("E10 C2 Z02 the practitioner and whom patient details were granted; for everybody else the page does not exist", async () => {
    const joris = await anEmployee(reader, "all", true);
    const copd = await anEmployee(reader, ["copd"], true);
    const sanne = await anEmployee(reader, "all");
    const other = await aReader("01900002");
    const desk = await Promise.all(
      (["agent", "data_manager", "auditor"] as const).map(async (operatorRole) =>
        cookieOf((await anAccount({ operatorRole, acceptedTerms: terms().version })).id),
      ),
    );
    const named = `${PAGE}?praktijk=${OWN}`;
    const csv = `${PAGE}/werklijst.csv?praktijk=${OWN}`;
    const unknown = "/rapportages/DM-999/patienten";
    const tries = (cookie: string, at = named) => [
      () => get(cookie, at),
      () => post({ act: "reason", purpose: "check", note: "" }, cookie, at),
      () => post({ act: "reveal", ref: "x" }, cookie, at),
      () => csvAction(asks(cookie, csv, {})),
    ];
    for (const cookie of [reader.cookie, joris.cookie]) expect((await get(cookie, named)).page.kind).toBe("reason");
    expect((await get(copd.cookie, "/rapportages/COPD-101/patienten")).page.kind).toBe("reason");
    expect(await answered(() => get(reader.cookie, unknown))).toMatchObject({ status: 404 });
    for (const cookie of [copd.cookie, sanne.cookie, other.cookie, ...desk])
      for (const attempt of tries(cookie)) expect((await answered(attempt)).status).toBe(404);
    expect(await answered(() => csvLoader(asks(reader.cookie, csv)))).toMatchObject({ status: 404 });
    expect(await lines()).toEqual([]);
  });

  it("E10 S05 when the authorization falls the list is gone on the next request", async () => {
    const joris = await anEmployee(reader, "all", true);
    await giveReason(joris.cookie);
    expect((await list(PAGE, joris.cookie)).all).toBe(100);
    await transaction((tx) =>
      tx.update(authorizations).set({ state: "withdrawn" }).where(eq(authorizations.id, reader.authorizationId)),
    );
    for (const cookie of [joris.cookie, reader.cookie])
      expect((await answered(() => get(cookie, `${PAGE}?praktijk=${OWN}`))).status).toBe(404);
  });

  it("E10 an indicator without delivered patients says so and asks nothing", async () => {
    expect((await get(reader.cookie, "/rapportages/DM-102/patienten")).page).toEqual({ kind: "none" });
  });
});

describe("a reason and a fresh code come first", () => {
  beforeEach(() => published());

  it("E10 without a purpose nothing opens; what was typed stays", async () => {
    const answer = (await post({ act: "reason", note: "overleg" })) as { init: { status: number }; data: object };
    expect(answer.init.status).toBe(422);
    expect(answer.data).toMatchObject({ errors: { purpose: "required" }, typed: { note: "overleg" } });
    expect(await db.select().from(detailReasons)).toEqual([]);
    expect((await get()).page.kind).toBe("reason");
  });

  it("E10 Z04 the reason takes no other field, and no address carries it", async () => {
    const forged = { act: "reason", purpose: "check", note: "", openedAt: "1", sessionId: "x" };
    expect(((await post(forged)) as { init: { status: number } }).init.status).toBe(422);
    expect((await giveReason()).to).not.toMatch(/prepare|purpose/);
  });

  it("E10 S05 the reason holds for this session, practice and indicator, and for half an hour", async () => {
    await giveReason();
    expect((await get()).page.kind).toBe("list");
    expect((await get(reader.cookie, "/rapportages/COPD-101/patienten")).page.kind).toBe("reason");
    const elsewhere = await cookieOf(reader.gp.id);
    expect((await get(elsewhere)).page.kind).toBe("reason");
    expect(await answered(() => post({ act: "reveal", ref: "x" }, elsewhere))).toMatchObject({ status: 303 });
    pass(20);
    expect((await get()).page.kind).toBe("list");
    pass(11);
    expect((await get()).page.kind).toBe("reason");
  });

  it("E10 a code older than five minutes is asked anew before the list opens, and again before a file is taken along", async () => {
    pass(6);
    await giveReason();
    const asked = await answered(() => get());
    expect(asked).toMatchObject({ status: 303 });
    expect(decodeURIComponent(asked.to ?? "")).toContain(`/inloggen/opnieuw?terug=${PAGE}`);
    expect(await answered(() => post({ act: "reveal", ref: "x" }))).toMatchObject({ status: 303 });
    expect(await lines()).toEqual([]);
    const fresh = await cookieOf(reader.gp.id);
    await giveReason(fresh);
    expect((await get(fresh)).page.kind).toBe("list");
    pass(6);
    expect((await get(fresh)).page.kind).toBe("list");
    const file = await answered(() => csvAction(asks(fresh, `${PAGE}/werklijst.csv`, {})));
    expect(file.to).toContain("/inloggen/opnieuw");
    expect(await lines("patients.export")).toEqual([]);
  });

  it("C01 the explanation is kept sealed and never in the log", async () => {
    await post({ act: "reason", purpose: "check", note: "voor het teamoverleg" });
    await list();
    expect(JSON.stringify(await db.select().from(detailReasons))).not.toContain("teamoverleg");
    expect(JSON.stringify(await lines())).not.toContain("teamoverleg");
  });
});

describe("the work list", () => {
  beforeEach(async () => {
    await published();
    await giveReason();
  });

  it("E10 is masked: no number, pseudonym or year of birth of anybody", async () => {
    const pages = [await get(), await get(reader.cookie, `${PAGE}?toon=alle&bladzijde=2`)];
    // References are keyed hashes: letters and digits by chance, which may read as a year.
    const all = JSON.stringify(pages, (key, value: unknown) => (key === "ref" ? "" : value));
    expect(all).toContain('"ref":""');
    expect(all).not.toMatch(/PAT\d|pseudo|birthYear|19[3-8]\d/);
  });

  it("E10 shows by itself who is not in the numerator; other choices stand in the address", async () => {
    expect(await list()).toMatchObject({ all: 100, found: 30, pages: 1, period: "2026-Q3", keepUntil: "2027-12-31" });
    expect(await list(`${PAGE}?toon=teller`)).toMatchObject({ found: 70, pages: 2 });
    expect((await list(`${PAGE}?toon=alle`)).found).toBe(100);
    const second = await list(`${PAGE}?toon=alle&volgorde=delivered&bladzijde=2`);
    expect(second.rows.map((row) => row.place)).toEqual(Array.from({ length: 50 }, (_, n) => 51 + n));
    const old = await list(`${PAGE}?toon=lang-geleden&maanden=6&volgorde=newest`);
    expect(old.rows[0]?.date).toBe("2026-03-15");
    expect(old.found).toBe(30 + 24);
    expect((await list(`${PAGE}?volgorde=highest&toon=alle`)).rows[0]?.value).toBe(74);
    expect((await list(`${PAGE}?toon=onzin&bladzijde=-1&kwartaal=x`)).found).toBe(30);
  });

  it("E10 U03 U04 one press shows one row and leaves one line that names nobody", async () => {
    const view = await list();
    const before = await lines();
    const ref = view.rows[3]!.ref;
    await post({ act: "reveal", ref });
    const made = (await lines()).slice(before.length);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      event: "patients.reveal",
      action: "R",
      outcome: "done",
      actorId: reader.gp.id,
      organisation: OWN,
      purpose: "treatment",
      basis: reader.authorizationId,
      subjectId: patientSubject(OWN, `PAT${String(view.rows[3]!.place).padStart(4, "0")}`),
      detail: { reason: expect.any(String) as string, patient: ref },
      objectType: "patient_list",
      objectId: "DM-101",
      objectVersion: "2026-Q3",
    });
    const place = view.rows[3]!.place;
    expect(ref).toBe(patientRef(OWN, { pseudonym: `pseudo-${OWN}-${String(place).padStart(4, "0")}` }));
    expect(JSON.stringify(await db.select().from(auditLog))).not.toMatch(/PAT\d|pseudo-/);
  });

  it("U03 without its line in the log nothing is shown", async () => {
    const { rows } = await list();
    const database = new Database(path.join(folder, "zorgpoort.db"));
    database.exec(`create trigger no_log before insert on audit_log when new.event in ('patients.reveal', 'patients.list')
      begin select raise(abort, 'the disk is full'); end`);
    database.close();
    await expect(post({ act: "reveal", ref: rows[0]!.ref })).rejects.toThrow();
    await expect(get()).rejects.toThrow();
    expect(await lines("patients.reveal")).toEqual([]);
  });

  it("Z02 a reference of another practice's patient, or of none, shows nothing", async () => {
    await list();
    const foreign = patientRef(OTHER, { pseudonym: `pseudo-${OTHER}-0001` });
    for (const ref of [foreign, "", "0"]) expect((await answered(() => post({ act: "reveal", ref }))).status).toBe(404);
    expect(await lines("patients.reveal")).toEqual([]);
  });

  it("E10 after sixty in ten minutes another code is asked", async () => {
    const { rows } = await list(`${PAGE}?toon=alle`);
    for (let n = 0; n < 60; n++)
      await post({ act: "reveal", ref: rows[n % rows.length]!.ref }, reader.cookie, `${PAGE}?toon=alle`);
    const over = (await post({ act: "reveal", ref: rows[0]!.ref }, reader.cookie, `${PAGE}?toon=alle`)) as {
      init: { status: number };
      data: object;
    };
    expect([over.init.status, over.data]).toEqual([429, expect.objectContaining({ limited: true })]);
    expect(await lines("patients.reveal")).toHaveLength(60);
  });
});

describe("taking the list along", () => {
  it("E10 I06 the file says who, when and what for, holds the rows that were asked for, and is one line in the log", async () => {
    await published();
    await giveReason();
    await list();
    const before = (await lines()).length;
    const file = await csvAction(asks(reader.cookie, `${PAGE}/werklijst.csv`, {}));
    const text = await file.text();
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="werklijst-DM-101-2026-Q3.csv"');
    const table = text
      .replace(/^\ufeff/, "")
      .trimEnd()
      .split("\r\n");
    expect(table[0]).toContain("Noor Waterman, Huisartsenpraktijk De Linde, op di 24 november 2026");
    expect(table[0]).toContain("Een consult of oproep voorbereiden");
    expect(table[1]).toContain("geen HbA1c in 12 maanden");
    expect(table).toHaveLength(3 + 30);
    expect(table.slice(3).every((line) => /^"=""PAT0(?:0(?:7[1-9]|[89]\d)|100)""";19\d\d;nee;;;$/.test(line))).toBe(
      true,
    );
    const made = (await lines()).slice(before);
    expect(made).toMatchObject([
      { event: "patients.export", organisation: OWN, detail: { rows: 30, filter: "missing" } },
    ]);
    expect((made[0]?.detail as { patients: string[] }).patients).toContain(
      patientRef(OWN, { pseudonym: `pseudo-${OWN}-0071` }),
    );
  });
});

describe("how long patients are kept, and where", () => {
  const files = () => readdirSync(path.join(folder, "details"));

  it("C01 no number or pseudonym of a patient stands in any file of the portal", async () => {
    await published();
    await giveReason();
    await list();
    await post({ act: "reveal", ref: (await list()).rows[0]!.ref });
    const legible = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => !name.startsWith("in/") && name !== "in" && statSync(path.join(folder, name)).isFile())
      .filter((name) => /PAT0\d\d\d|pseudo-019/.test(readFileSync(path.join(folder, name)).toString("latin1")));
    expect(files()).toHaveLength(1);
    expect(legible).toEqual([]);
  });

  it("E10 a refused delivery leaves no patients behind", async () => {
    const rows = someRows(practices, ["COPD-101", "DM-101"], () => [50, 100]);
    const place = writeDelivery(path.join(folder, "in"), { practices, rows, details: details() });
    expect(await importDelivery(system, place, () => undefined)).toMatchObject({
      outcome: "refused",
      faults: [{ code: "details_counted" }, { code: "details_counted" }],
    });
    expect([files(), await db.select().from(detailFiles)]).toEqual([[], []]);
  });

  it("E10 a delivery that keeps its patients too long is refused at the manifest", async () => {
    const rows = someRows(practices, ["COPD-101", "DM-101"], (p) => (p === 0 ? [70, 100] : [50, 100]));
    const place = writeDelivery(path.join(folder, "in"), {
      practices,
      rows,
      details: details(),
      keepUntil: "2028-01-01",
    });
    expect(await importDelivery(system, place, () => undefined)).toEqual({
      outcome: "refused",
      faults: [{ file: "manifest.json", code: "keep_until", column: "files.details.csv.keepUntil" }],
    });
  });

  it("E10 after the day the delivery says nothing is read, and the job takes rows and key away with a line in the log", async () => {
    await published({ keepUntil: "2026-11-24" });
    await giveReason();
    expect((await get()).page.kind).toBe("list");
    expect(await removeDetails(clock)).toBe(0);
    pass(24 * 60);
    const cookie = await cookieOf(reader.gp.id);
    expect((await get(cookie)).page.kind).toBe("none");
    expect(await removeDetails(clock)).toBe(1);
    expect(files()).toEqual([]);
    expect(await db.select().from(detailFiles)).toMatchObject([{ sealedKey: null, rows: 300 }]);
    expect(await lines("patients.remove")).toMatchObject([
      { action: "D", reason: "kept_until", detail: { rows: 300 } },
    ]);
    expect(await removeDetails(clock)).toBe(0);
  });

  it("E10 a correction takes the patients before it out of sight at once, and thirty days later away", async () => {
    await published();
    const rows = details()!.slice(0, 200);
    await published({ deliveryId: "better", supersedes: "test-2026-q3", details: rows });
    await giveReason();
    expect((await list()).all).toBe(100);
    expect(await removeDetails(clock)).toBe(0);
    expect(files()).toHaveLength(2);
    pass(31 * 24 * 60);
    expect(await removeDetails(clock)).toBe(1);
    expect(files()).toHaveLength(1);
    expect(await lines("patients.remove")).toMatchObject([{ reason: "not_shown", detail: { rows: 300 } }]);
  });
});
