/** Levels of DigiD: Basis, Midden, Substantieel, Hoog. */
export type Level = 10 | 20 | 25 | 30;

/** What a client may open; each with its own door (domain.md, "Which way of signing in opens what"). */
export type Category = "profile" | "appointments" | "messages" | "record" | "documents";

type Words = { nl: string; en: string };

/** One version of the terms of an environment. A new version is asked of everybody at the next sign-in. */
export type ClientTerms = { version: number; from: string; short: { nl: string[]; en: string[] }; full: string[] };

/** Eleven brand colours, from light to dark, and nothing else of the looks. */
export type Brand = Record<50 | 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900 | 950, string>;

/** One organisation's client side, as data: name, look, door, rules. No code knows an environment by name. */
export type Environment = {
  /** Part of the address: `/mijn/<id>`. */
  id: string;
  kind: "institution" | "practice" | "network";
  name: string;
  /** Short enough for the screen of a phone. */
  shortName: string;
  place: string;
  about: Words;
  /** AGB code of the practice whose patients these are; null for others. */
  practiceAgb: string | null;
  digid: {
    /** Least level asked for. Midden is a listed deviation. */
    level: Level;
    /** Name of the organisation as registered at DigiD: people see it there. */
    registeredName: string;
  };
  /** Password and mailed code as a second door. */
  mailedCode: boolean;
  /** What to do with somebody who comes by DigiD and is not known here. */
  unknownPerson: "create" | "refuse";
  /** Categories that each way opens. What came in by DigiD or BSN never opens by a mailed code. */
  opens: { digid: Category[]; mail: Category[] };
  /** True: a clinician links the record once before it shows (G-04). */
  needsLink: boolean;
  switches: {
    moveAppointment: boolean;
    ownContact: boolean;
    shareOutside: boolean;
    /** True: the client's log names the employee, not only organisation and role. */
    namesInLog: boolean;
  };
  /** Parts of the record that this portal cannot show, and how to get them (G-06). */
  missing: { what: Words; how: Words }[];
  desk: { phone: string | null; phoneLink: string | null; email: string; hours: Words };
  terms: ClientTerms;
  brand: Brand;
};

/** An entrance: an address with a list of environments to choose from (P-01). */
export type Entrance = { id: string; name: string; about: Words; environments: string[] };
