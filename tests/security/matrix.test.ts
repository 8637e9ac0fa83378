import path from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoor } from "#tests/door.ts";
import { openVisitor, type Visitor } from "#tests/http.ts";
import { startServer, type RunningServer } from "#tests/server.ts";

/** People of the invented world: a practitioner, an employee of the same practice, a pharmacist elsewhere, an agent. */
const people = {
  practitioner: { email: "anna@delinde.example", mobile: "+31610000011" },
  pharmacist: { email: "eline@devijzel.example", mobile: "+31610000013" },
  employee: { email: "sanne@delinde.example", mobile: "+31610000014" },
  agent: { email: "bram@zorgspiegel.example", mobile: "+31610000001" },
};
type Who = keyof typeof people;
let server: RunningServer;
let visitors: Record<Who, Visitor>;
let ids: Record<
  "membership" | "authorization" | "request" | "employeeRequest" | "session" | "product" | "delivery",
  string
>;

function one(query: string): string {
  const database = new Database(path.join(server.dataDir, "zorgpoort.db"), { readonly: true });
  const row = database.prepare(query).pluck().get() as string | undefined;
  database.close();
  if (!row) throw new Error(`nothing: ${query}`);
  return row;
}
const state = () =>
  [
    "memberships",
    "grants",
    "authorizations",
    "registration_requests",
    "employee_requests",
    "products",
    "deliveries",
  ].map((table) =>
    one(
      `select json_group_array(json_array(${table === "memberships" ? "ends_on" : table === "grants" ? "withdrawn_at" : "state"})) from ${table}`,
    ),
  );

beforeAll(async () => {
  server = await startServer({ world: "demo" });
  const door = await openDoor(server);
  visitors = {} as Record<Who, Visitor>;
  for (const who of Object.keys(people) as Who[]) {
    visitors[who] = openVisitor(server);
    await door.signIn(visitors[who], people[who]);
  }
  const linde = "select id from accounts where email = 'anna@delinde.example'";
  const sanne = "select id from accounts where email = 'sanne@delinde.example'";
  ids = {
    membership: one(`select id from memberships where account_id = (${sanne})`),
    authorization: one(`select id from authorizations where account_id = (${linde})`),
    request: one("select id from registration_requests where state = 'in_review'"),
    employeeRequest: one("select id from employee_requests where state = 'info_requested'"),
    product: one("select id from products where audience like '%care_group%'"),
    delivery: one("select id from deliveries where state = 'published' order by period desc"),
    session: one(`select id from door_sessions where ended_at is null and owner_id = (${linde})`),
  };
});
afterAll(() => server.remove());

const pages: Record<"pharmacist" | "employee", () => string[]> = {
  pharmacist: () => [
    `/administratie/medewerkers/${ids.membership}`,
    `/praktijk/machtiging/${ids.authorization}/machtiging.pdf`,
    "/rapportages?praktijk=01054321",
    "/rapportages/DM-101?praktijk=01054321",
    "/rapportages/vergadering?praktijk=01054321",
    "/rapportages/vergadering/tonen?praktijk=01054321&onderwerp=DM-101",
    "/rapportages/DM-101/rapport.pdf?praktijk=01054321",
    "/rapportages/DM-101/patienten?praktijk=01054321",
    "/rapportages/DM-101/patienten/werklijst.csv?praktijk=01054321",
    `/rapportages/producten/${ids.product}?praktijk=01054321`,
    `/rapportages/producten/${ids.product}/bekijken?praktijk=01054321`,
    `/rapportages/producten/${ids.product}/downloaden?praktijk=01054321`,
    "/leveringen",
    "/leveringen/nieuw",
    `/leveringen/${ids.delivery}`,
    `/leveringen/producten/${ids.product}`,
    `/leveringen/producten/${ids.product}/bekijken`,
    "/servicedesk",
    "/servicedesk/suggesties",
    `/servicedesk/aanvragen/${ids.request}`,
    `/servicedesk/medewerkers/${ids.employeeRequest}`,
  ],
  employee: () => [
    "/administratie",
    "/administratie/account-aanvragen",
    `/administratie/medewerkers/${ids.membership}`,
    `/praktijk/machtiging/${ids.authorization}/machtiging.pdf`,
    "/rapportages?praktijk=02034567",
    "/rapportages/DM-101/patienten",
    "/rapportages/DM-101/patienten/werklijst.csv",
    "/rapportages/producten?praktijk=02034567",
    "/leveringen/producten",
    `/leveringen/producten/${ids.product}`,
    "/servicedesk",
    `/servicedesk/aanvragen/${ids.request}`,
  ],
};

test("Z02: ids of another practice, and pages of another role, stay shut for who is signed in; unknown ones answer the same", async () => {
  const faults: string[] = [];
  for (const who of ["pharmacist", "employee"] as const) {
    for (const address of pages[who]()) {
      const { status, text } = await visitors[who].get(address);
      if (![403, 404].includes(status)) faults.push(`${who} ${address}: ${status}`);
      if (/De Linde|van den Berg|Sanne de Boer/.test(text) && who === "pharmacist")
        faults.push(`${who} ${address}: names`);
      const unknown = address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, "01a20c91-0000-7000-8000-000000000000");
      const other = (await visitors[who].get(unknown)).status;
      if (other !== status) faults.push(`${who} ${address}: ${status}, unknown ${other}`);
    }
  }
  expect(faults).toEqual([]);
});

test("Z02 Z04: acts on what is somebody else's change nothing, whatever fields come along", async () => {
  const before = state();
  const more = { practiceId: "x", accountId: "x", role: "practitioner", state: "approved", operatorRole: "supervisor" };
  const yes = { reports: "yes", patientDetails: "yes", ...more };
  const acts: [Who, string, Record<string, string>][] = [
    ["pharmacist", `/administratie/medewerkers/${ids.membership}`, { act: "withdraw", ...more }],
    ["pharmacist", `/administratie/medewerkers/${ids.membership}`, { act: "change", endsOn: "", ...yes }],
    ["pharmacist", "/administratie", { act: "cancel", id: ids.employeeRequest, ...more }],
    ["pharmacist", "/administratie", { act: "answer", id: ids.employeeRequest, answer: "Ja.", ...more }],
    [
      "pharmacist",
      "/praktijk/machtiging",
      { id: ids.authorization, authorizationId: ids.authorization, sure: "yes", reason: "x" },
    ],
    ["pharmacist", `/servicedesk/aanvragen/${ids.request}`, { act: "approve", version: "1", ...more }],
    ["pharmacist", `/servicedesk/medewerkers/${ids.employeeRequest}`, { act: "approve", ...more }],
    ["employee", `/administratie/medewerkers/${ids.membership}`, { act: "change", endsOn: "", ...yes }],
    ["employee", "/administratie/account-aanvragen", { firstName: "Eva", lastName: "Vos", ...yes }],
    ["employee", `/servicedesk/aanvragen/${ids.request}`, { act: "approve", version: "1", ...more }],
    ["employee", "/rapportages/DM-101/patienten", { act: "reason", purpose: "check", note: "", ...more }],
    ["employee", "/rapportages/DM-101/patienten", { act: "reveal", ref: "x" }],
    ["employee", "/rapportages/DM-101/patienten/werklijst.csv", {}],
    ["pharmacist", "/rapportages/DM-101/patienten?praktijk=01054321", { act: "reason", purpose: "check", note: "" }],
    ["pharmacist", "/rapportages/DM-101/patienten/werklijst.csv?praktijk=01054321", {}],
    ["pharmacist", `/leveringen/producten/${ids.product}`, { act: "withdraw", reason: "x", ...more }],
    ["pharmacist", `/leveringen/${ids.delivery}`, { act: "takeBack", reason: "omdat het kan", ...more }],
    ["agent", `/leveringen/${ids.delivery}`, { act: "takeBack", reason: "omdat het kan", ...more }],
    ["agent", "/leveringen/nieuw", { files: "x" }],
    ["employee", "/leveringen/uploads", { "manifest.json": "10" }],
    ["agent", `/leveringen/uploads/${ids.delivery}?offset=0`, { "manifest.json": "x" }],
    ["agent", `/leveringen/uploads/${ids.delivery}/klaar`, {}],
    ["agent", `/leveringen/producten/${ids.product}`, { act: "withdraw", reason: "x", ...more }],
    ["employee", "/account", { act: "end", session: ids.session, ...more }],
    ["agent", `/administratie/medewerkers/${ids.membership}`, { act: "change", endsOn: "", ...yes }],
    ["agent", "/administratie/account-aanvragen", { firstName: "Eva", lastName: "Vos", ...yes }],
  ];
  const faults: string[] = [];
  for (const [who, address, fields] of acts) {
    const { status } = await visitors[who].post(address, fields);
    const own = address === "/account" || address === "/praktijk/machtiging";
    if (!(own ? [303, 404, 409, 422] : [403, 404, 409]).includes(status))
      faults.push(`${who} ${address} ${fields.act ?? ""}: ${status}`);
  }
  expect(faults).toEqual([]);
  expect(state()).toEqual(before);
  expect((await visitors.practitioner.get("/rapportages")).status).toBe(200);
});
