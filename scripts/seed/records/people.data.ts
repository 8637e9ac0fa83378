import type { Lines } from "#app/clients/records/import/lines.ts";

type Person = Lines["persons.jsonl"];
const town = { town: "Waterdam", insurer: "Zorgzeker" };
const by = (code: string, from = "2025-01-06") => [{ code, from }];

/** Invented clients, with test numbers that belong to nobody. `clinicians` are codes of `scripts/seed/clinicians.ts`. */
export const PEOPLE: Record<string, Person[]> = {
  getij: [
    {
      id: "C-1001",
      firstName: "Fatima",
      lastName: "Yilmaz-de Wit",
      birthDate: "1980-04-02",
      bsn: "999991772",
      contact: {
        street: "Wilgenlaan 12",
        postcode: "1234 CD",
        phone: "06 10000031",
        email: "fatima@voorbeeld.example",
        ...town,
      },
      clinicians: by("BEH-001"),
    },
    {
      id: "C-1002",
      firstName: "Aisha",
      lastName: "Haddou",
      birthDate: "1967-11-23",
      bsn: "900095192",
      contact: { street: "Sluisweg 3", postcode: "1234 EF", phone: "06 10000032", ...town },
      clinicians: by("BEH-002"),
    },
    {
      id: "C-1003",
      firstName: "Kees",
      lastName: "Nul",
      birthDate: "1951-02-28",
      bsn: "000000012",
      contact: { street: "Dorpsplein 8", postcode: "1234 GH", phone: "0299 100 033", ...town },
      clinicians: by("BEH-001"),
    },
    {
      id: "C-1004",
      firstName: "Sem",
      lastName: "Bakker",
      birthDate: "2012-08-19",
      bsn: "900029365",
      contact: { street: "Rietkraag 21", postcode: "1234 JK", phone: "06 10000034", ...town },
      clinicians: by("BEH-001", "2026-03-02"),
    },
  ],
  delinde: [
    {
      id: "DEMO-3433",
      firstName: "Willem",
      lastName: "Terpstra",
      birthDate: "1958-06-14",
      bsn: "999992351",
      contact: { street: "Molenpad 5", postcode: "1234 LM", phone: "06 10000041", ...town },
      clinicians: by("01012345", "2019-01-01"),
    },
    {
      id: "P-1002",
      firstName: "Tom",
      lastName: "de Groot",
      birthDate: "1992-12-01",
      bsn: "900095271",
      contact: { street: "Havenstraat 44", postcode: "1234 NP", phone: "06 10000042", ...town },
      clinicians: by("01012345", "2020-01-01"),
    },
    {
      id: "P-1003",
      firstName: "Lena",
      lastName: "Vermeer",
      birthDate: "1990-05-17",
      contact: {
        street: "Kadeweg 9",
        postcode: "1234 RS",
        phone: "06 10000043",
        email: "lena@voorbeeld.example",
        ...town,
      },
      clinicians: by("01012345", "2021-01-01"),
    },
  ],
  buurtkring: [
    {
      id: "B-1001",
      firstName: "Jet",
      lastName: "Okafor",
      birthDate: "1944-09-30",
      bsn: "999995844",
      contact: { street: "Lindehof 2", postcode: "1234 TV", phone: "0299 100 051", ...town },
    },
  ],
};

/** Names for clients of whom nothing more is told. */
export const FIRST = [
  "Ada",
  "Bas",
  "Chris",
  "Dina",
  "Evi",
  "Frans",
  "Gijs",
  "Hanna",
  "Ilias",
  "Joke",
  "Kaan",
  "Lies",
  "Maud",
  "Nico",
  "Olga",
];
export const LAST = [
  "Aalbers",
  "Bouzid",
  "Costa",
  "Dekker",
  "Essing",
  "Faber",
  "Groen",
  "Hendriks",
  "Idrissi",
  "Jonker",
];
