import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { aColleague, aGrant, anEmployee, aReader } from "#tests/report-world.ts";
import { loader as overviewPage } from "#app/reports/pages/overview.tsx";
import { closeReleases } from "#app/reports/figures/kept-releases.server.ts";
import { loader as productList } from "#app/reports/products/list.tsx";
import { openPatients } from "#app/reports/patients/open-patients.server.ts";
import { publishProduct } from "#app/reports/products/publish.server.ts";
import { uploadProduct } from "#app/reports/products/upload.server.ts";

const system = { kind: "system", name: "test" } as const;
type Called = (at: object) => Promise<unknown>;
type Route = { path?: string; file: string };
let folder: string;
let product: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
  const practices = somePractices(12).map((one) => ({ ...one, careGroup: "Zorggroep Test" }));
  const rows = someRows(practices, ["COPD-101", "DM-101"], (p) => [40 + p, 121]);
  await importDelivery(system, writeDelivery(path.join(folder, "d"), { practices, rows }), () => undefined);
  const input = { titleNl: "Factsheet", titleEn: null, period: "2026-Q3", audience: { to: "all" as const } };
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj <</Type/Pages/Count 2>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
  product = await uploadProduct(system, input, pdf);
  await publishProduct(system, product);
});

const reportRoutes = (routes as Route[]).filter((one) => one.path?.startsWith("rapportages"));

/** The ways in which a route names what it shows, for an indicator of another programme than the reader has. */
function asked(route: Route, cookie: string, method: "GET" | "POST") {
  const found = { indicator: "DM-101", programme: "dm2", id: product, how: "bekijken", file: "cijfers.csv" };
  const names = [...route.path!.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const params = Object.fromEntries(names.map((name) => [name, found[name as keyof typeof found]]));
  const address = route.path!.replace(/:(\w+)/g, (_, name: string) => params[name]!);
  const query = "?programma=dm2&onderwerp=DM-101";
  const form = new FormData();
  form.append("act", "reason");
  const request = new Request(`http://localhost/${address}${query}`, {
    headers: { cookie },
    ...(method === "POST" && { method, body: form }),
  });
  return { request, params, context: {}, unstable_pattern: "" };
}

/** What a route gives away: a status, or everything it answers as text. */
async function given(route: Route, cookie: string, method: "GET" | "POST" = "GET") {
  const room = (await import(/* @vite-ignore */ path.resolve("app", route.file))) as {
    loader?: Called;
    action?: Called;
  };
  const work = method === "GET" ? room.loader : room.action;
  if (!work) return { status: 405, text: "" };
  try {
    const answer = await work(asked(route, cookie, method));
    if (answer instanceof Response) return { status: answer.status, text: await answer.text() };
    return { status: 200, text: JSON.stringify(answer) };
  } catch (error) {
    return { status: (error as { status?: number }).status ?? 500, text: "" };
  }
}

describe("a limit to report groups", () => {
  it("M-78: no address of the reports gives anything of a group that is not open; a new address is asked by itself", async () => {
    const reader = await aReader();
    const limited = await anEmployee(reader, ["copd"], true);
    const faults: string[] = [];
    expect(reportRoutes.length).toBeGreaterThan(12);
    for (const route of reportRoutes) {
      const names = /:(indicator|programme|id)/.test(route.path!);
      for (const method of ["GET", "POST"] as const) {
        const { status, text } = await given(route, limited.cookie, method);
        if (/DM-101|HbA1c|Factsheet/.test(text)) faults.push(`${method} ${route.path}: shows it`);
        if (names && ![403, 404, 405].includes(status)) faults.push(`${method} ${route.path}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("M-78: the same addresses answer who has all groups, so that the refusal above means something", async () => {
    const reader = await aReader();
    const all = await anEmployee(reader, "all", true);
    const open = new Map<string, number>();
    for (const route of reportRoutes) open.set(route.path!, (await given(route, all.cookie)).status);
    const shut = [...open].filter(([, status]) => status !== 200).map(([address]) => address);
    // A list of patients is asked by a form; nothing was delivered for a work list.
    expect(shut).toEqual(["rapportages/:indicator/patienten/werklijst.csv"]);
  });

  it("M-78: the page of reports names the groups that are open, and offers no others", async () => {
    const limited = await anEmployee(await aReader(), ["copd", "asthma"]);
    const page = await overviewPage(asked({ path: "rapportages", file: "" }, limited.cookie, "GET"));
    expect(page.limitedTo).toEqual(["COPD", "Astma"]);
    expect(page.groups.map((one) => one.value)).toEqual(["copd", "asthma"]);
  });

  it("M-78: information products, which are of no group, are for who sees all of them, and the page says so", async () => {
    const reader = await aReader();
    const limited = await anEmployee(reader, ["copd"]);
    const at = (cookie: string) => asked({ path: "rapportages/producten", file: "" }, cookie, "GET");
    expect(await productList(at(limited.cookie))).toMatchObject({ products: [], limited: true });
    expect(await productList(at(reader.cookie))).toMatchObject({
      products: [{ titleNl: "Factsheet" }],
      limited: false,
    });
  });

  it("M-78: patient details are open in the groups for which they were given, not in those of another grant", async () => {
    const reader = await aReader();
    const colleague = await aColleague(reader);
    const nurse = await anEmployee(reader, ["copd"], true);
    await aGrant(colleague, { accountId: nurse.account.id, practiceId: reader.practice.id }, { reportGroups: "all" });
    const [right] = await practiceRights(nurse.account.id);
    expect(right).toMatchObject({ reports: true, patientDetails: true, reportGroups: "all", detailGroups: ["copd"] });
    expect(openPatients(right!, "COPD-101").indicator.id).toBe("COPD-101");
    expect(() => openPatients(right!, "DM-101")).toThrow();
  });

  it("M-78: a list without a group opens nothing: no reports, no patients", async () => {
    const nobody = await anEmployee(await aReader(), [], true);
    expect(await practiceRights(nobody.account.id)).toMatchObject([
      { reports: false, patientDetails: false, reportGroups: [], detailGroups: [] },
    ]);
    expect((await given(reportRoutes[0]!, nobody.cookie)).status).toBe(403);
  });
});
