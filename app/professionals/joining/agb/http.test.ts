import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { freshDatabase } from "#tests/database.ts";

vi.hoisted(() => {
  process.env.AGB_URL = "https://register.example/api";
  process.env.AGB_TOKEN = "secret-token";
  process.env.LOG_LEVEL = "warn";
});

const { serviceRegister } = await import("./http.server.ts");
const { askRegister } = await import("./ask.server.ts");
const { checkAgainstRegister, registerPhones } = await import("./rules.ts");

const BASE = "https://register.example/api/v2";
const coded = (Code: string, Omschrijving: string) => ({ Code, Omschrijving });
const since = { Aanvang: "2016-01-01T00:00:00", Einde: null };
const contact = (type: [string, string], Gegeven: string, dates: object = since) => ({
  ...since,
  Doel: coded("1", "Algemeen"),
  Gegeven,
  Type: coded(...type),
  ...dates,
});

/** As the service answers: names in PascalCase, moments without zone, lists that may be null. */
const person = {
  AGBCode: "01012345",
  ...since,
  Voorletters: "B",
  Tussenvoegsel: "DE",
  Achternaam: "VRIES",
  GeboortenaamTussenvoegsel: "",
  Geboortenaam: "SMIT",
  AcademischeTitel: null,
  Geslacht: coded("0", ""),
  GeboorteDatum: "1986-01-10T00:00:00",
  Kwalificaties: [
    { ...since, ...coded("0101", "Huisarts"), NictizCode: "", Patiententerm: "" },
    { Aanvang: "2010-01-01T00:00:00", Einde: "2015-12-31T00:00:00", ...coded("0110", "Anders") },
  ],
  Erkenningen: null,
  Zorgsoort: coded("01", "Huisartsen"),
};
const practice = {
  AGBCode: "01054321",
  ...since,
  Adressen: [
    { ...since, Einde: "2020-01-01T00:00:00", Plaats: "Oudenstad", Type: coded("1", "Bezoekadres") },
    { ...since, Plaats: "Postwijk", Type: coded("2", "Correspondentieadres") },
    { ...since, Plaats: "Waterdam", Type: coded("1", "Bezoekadres") },
  ],
  Communicatiegegevens: [
    contact(["3", "Faxnummer"], "0599-550100"),
    contact(["2", "Telefoonnummer"], "0599-550101", { Einde: "2019-12-31T00:00:00" }),
    contact(["2", "Telefoonnummer"], "0599-550102", { Aanvang: "2031-01-01T00:00:00" }),
    contact(["2", "Telefoonnummer"], "0599-550199"),
    contact(["4", "Website"], "https://praktijk.example"),
    contact(["1", "E-mail"], "oud@praktijk.example", { Einde: "2020-12-31T00:00:00" }),
    contact(["1", "E-mail"], "post@praktijk.example"),
  ],
  Erkenningen: [],
  Handelsnaam: "De Es",
  Kwalificaties: null,
  Naam: "Huisartsenpraktijk De Es",
  StatutaireNaam: "",
  ZorgpartijType: coded("2", "Onderneming"),
  BeheerderVerlenerAGBCode: coded("5533", "Zorgkantoor"),
  Zorgsoort: coded("01", "Huisartsen"),
};
const relations = {
  AGBCode: "01012345",
  Naam: "B DE VRIES",
  Relaties: [
    {
      ...since,
      Aanvang: "2017-01-10T10:16:31.623",
      AGBCode: "01054321",
      Naam: "Huisartsenpraktijk De Es",
      Rol: coded("3", "In loondienst bij"),
      Type: coded("1", "Werkzaam bij"),
      Zorgaanbod: null,
      ZorgpartijType: coded("2", "Onderneming"),
    },
  ],
  ZorgpartijType: coded("1", "Zorgverlener"),
};

const asked: { path: string; token: string | null }[] = [];
const answers = new Map<string, object>([
  ["zorgverleners/01012345", person],
  ["ondernemingen/01054321", practice],
  ["vestigingen/01055555", { ...practice, AGBCode: "01055555", Naam: "Locatie Noord" }],
  ["zorgverleners/01012345/relaties/totaal", relations],
]);
const server = setupServer(
  http.get(`${BASE}/*`, ({ request }) => {
    const path = new URL(request.url).pathname.split("/v2/")[1]!;
    asked.push({ path, token: request.headers.get("authorization") });
    const answer = answers.get(path);
    return answer ? HttpResponse.json(answer) : HttpResponse.json("AGB-code niet gevonden", { status: 404 });
  }),
);
const answerOnce = (path: string, response: () => Response) => server.use(http.get(`${BASE}/${path}`, response));

beforeAll(() => server.listen());
beforeEach(async () => {
  asked.length = 0;
  await freshDatabase();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe("M-58 the register service is read as its contract has it", () => {
  it("M-58 a practitioner is found, with names, and qualifications in force only", async () => {
    const found = await serviceRegister.findPractitioner("01012345");
    expect(found).toMatchObject({
      state: "found",
      value: {
        agb: "01012345",
        kind: "person",
        name: "DE VRIES",
        initials: "B",
        birthName: "SMIT",
        careKind: "01",
        qualifications: ["0101"],
        startsOn: "2016-01-01",
        endsOn: null,
      },
    });
    expect(JSON.stringify(found)).not.toContain("1986");
    expect(asked).toEqual([{ path: "zorgverleners/01012345", token: "secret-token" }]);
  });

  it("M-58 the same answer in other letters is read too", async () => {
    const small = JSON.parse(
      JSON.stringify(person).replace(/"(\w+)":/g, (_, name: string) => `"${name.toLowerCase()}":`),
    );
    const camel = JSON.parse(
      JSON.stringify(person).replace(/"(\w)(\w*)":/g, (_, a: string, b: string) => `"${a.toLowerCase()}${b}":`),
    );
    const expected = await serviceRegister.findPractitioner("01012345");
    for (const body of [small, camel]) {
      answerOnce("zorgverleners/01012345", () => HttpResponse.json(body));
      expect(await serviceRegister.findPractitioner("01012345")).toEqual(expected);
    }
  });

  it("M-59 the call-back goes to a telephone in force: never a fax, an ended or a later number", async () => {
    const found = await serviceRegister.findPractice("01054321");
    expect(found).toMatchObject({
      value: { kind: "organisation", phone: "0599-550199", email: "post@praktijk.example", place: "Waterdam" },
    });
  });

  it("M-59 a practice with only a fax has no number to call", async () => {
    const faxed = { ...practice, Communicatiegegevens: [contact(["2", "Telefax"], "0599-550100")] };
    answerOnce("ondernemingen/01054321", () => HttpResponse.json(faxed));
    expect(await serviceRegister.findPractice("01054321")).toMatchObject({ value: { phone: null } });
    answerOnce("ondernemingen/01054321", () =>
      HttpResponse.json({ ...practice, Communicatiegegevens: null, Adressen: null }),
    );
    expect(await serviceRegister.findPractice("01054321")).toMatchObject({
      value: { phone: null, email: null, place: null },
    });
  });

  it("M-58 a location is found where no legal entity has the code; a code nobody has is absent", async () => {
    expect(await serviceRegister.findPractice("01055555")).toMatchObject({
      state: "found",
      value: { kind: "location", name: "Locatie Noord" },
    });
    expect(await serviceRegister.findPractice("01099999")).toEqual({ state: "absent" });
    expect(await serviceRegister.relations("01099999")).toEqual({ state: "found", value: [] });
  });

  it("M-58 every check of a request passes on what the service answers", async () => {
    const entered = {
      agbPractitioner: "01012345",
      agbPractice: "01054321",
      firstName: "Bram",
      lastName: "de Vries",
      practiceEmail: "post@praktijk.example",
    };
    const register = await askRegister(entered, serviceRegister);
    expect(checkAgainstRegister(entered, register).map(({ rule, outcome }) => [rule, outcome])).toEqual(
      [
        "codes",
        "practitioner_known",
        "practitioner_active",
        "practitioner_care",
        "practitioner_qualified",
        "practice_known",
        "practice_active",
        "practice_care",
        "relation",
        "name",
        "initials",
        "practice_email",
        "practice_phone",
      ].map((rule) => [rule, "pass"]),
    );
    expect(registerPhones(register)).toEqual(["0599-550199"]);
  });
});

describe("M-60 what fails is unknown, and the process log says why", () => {
  const failures: [string, () => Response, RegExp][] = [
    ["a refused token", () => new HttpResponse(null, { status: 401 }), /status 401/],
    ["a fault at the service", () => new HttpResponse("boom", { status: 500 }), /status 500/],
    ["a page instead of data", () => HttpResponse.html("<p>onderhoud</p>"), /no JSON/],
    ["another shape", () => HttpResponse.json({ ...person, Achternaam: 7 }), /another shape at achternaam/],
    ["a broken line", () => HttpResponse.error(), /./],
    [
      "an answer elsewhere",
      () => new HttpResponse(null, { status: 302, headers: { location: "https://elders.example" } }),
      /./,
    ],
    ["an answer nested without end", () => HttpResponse.json(JSON.parse("[".repeat(99) + "]".repeat(99))), /nested/],
  ];
  it.each(failures)("M-60 %s", async (_, response, why) => {
    const written: string[] = [];
    const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => written.push(String(line)) > 0);
    answerOnce("zorgverleners/01012345", response);
    expect(await serviceRegister.findPractitioner("01012345")).toEqual({ state: "unreachable" });
    write.mockRestore();
    const [line = "{}"] = written;
    expect(JSON.parse(line)).toMatchObject({ level: "warn", event: "agb_register", path: "zorgverleners/01012345" });
    expect((JSON.parse(line) as { why: string }).why).toMatch(why);
    expect(written.join("")).not.toMatch(/VRIES|secret-token|1986/);
  });
});
