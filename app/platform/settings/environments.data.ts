import { clientTerms } from "./client-terms.ts";
import type { Brand, Entrance, Environment } from "./environment.ts";

const plum: Brand = {
  50: "#f6f2f9",
  100: "#e9dff1",
  200: "#d3c0e2",
  300: "#b59aca",
  400: "#9675b1",
  500: "#7b5897",
  600: "#65447f",
  700: "#533768",
  800: "#432d54",
  900: "#332341",
  950: "#20152b",
};
const forest: Brand = {
  50: "#eef6ee",
  100: "#d8ead9",
  200: "#b2d5b5",
  300: "#84ba8a",
  400: "#579a60",
  500: "#3a7f45",
  600: "#2a6835",
  700: "#22542b",
  800: "#1d4425",
  900: "#17351e",
  950: "#0b2011",
};
const clay: Brand = {
  50: "#fbf3ee",
  100: "#f5e1d5",
  200: "#eac2ac",
  300: "#db9c7c",
  400: "#c8764f",
  500: "#ae5a33",
  600: "#914726",
  700: "#753a20",
  800: "#5d2f1c",
  900: "#472517",
  950: "#2b150c",
};

const everything = ["profile", "appointments", "messages", "record", "documents"] as const;
const officeHours = { nl: "op werkdagen van 9.00 tot 17.00 uur", en: "on working days from 9.00 to 17.00" };
const pictures = {
  what: { nl: "Röntgenfoto’s en andere beelden", en: "X-rays and other images" },
  how: { nl: "Vraag ze op bij het ziekenhuis dat ze maakte.", en: "Ask the hospital that made them." },
};

/** The environments of this portal. Invented: whoever runs the portal fills in the real ones. */
export const all: Environment[] = [
  {
    id: "getij",
    kind: "institution",
    name: "GGZ Het Getij",
    shortName: "Het Getij",
    place: "Waterdam",
    about: {
      nl: "Geestelijke gezondheidszorg in Waterdam en omgeving.",
      en: "Mental health care in and around Waterdam.",
    },
    practiceAgb: null,
    digid: { level: 25, registeredName: "Stichting GGZ Het Getij" },
    mailedCode: false,
    unknownPerson: "refuse",
    opens: { digid: [...everything], mail: [] },
    needsLink: true,
    switches: { moveAppointment: false, ownContact: false, shareOutside: false, namesInLog: true },
    missing: [
      {
        what: { nl: "Opnames van gesprekken (beeld en geluid)", en: "Recordings of conversations (video and sound)" },
        how: {
          nl: "Vraag uw behandelaar om ze samen te bekijken.",
          en: "Ask your clinician to watch them together.",
        },
      },
      {
        what: { nl: "Papieren dossiers van vóór 2010", en: "Paper records from before 2010" },
        how: {
          nl: "Vraag een kopie aan bij de servicedesk. U krijgt die binnen een maand.",
          en: "Ask the servicedesk for a copy. You get it within a month.",
        },
      },
    ],
    desk: {
      phone: "088 123 46 00",
      phoneLink: "tel:+31881234600",
      email: "servicedesk@getij.example",
      hours: officeHours,
    },
    terms: clientTerms("Stichting GGZ Het Getij"),
    brand: plum,
  },
  {
    id: "delinde",
    kind: "practice",
    name: "Huisartsenpraktijk De Linde",
    shortName: "De Linde",
    place: "Waterdam",
    about: { nl: "Huisartsenpraktijk in Waterdam.", en: "GP practice in Waterdam." },
    practiceAgb: "01054321",
    digid: { level: 25, registeredName: "Huisartsenpraktijk De Linde" },
    mailedCode: true,
    unknownPerson: "refuse",
    opens: { digid: [...everything], mail: ["profile", "appointments", "messages", "record", "documents"] },
    needsLink: true,
    switches: { moveAppointment: true, ownContact: true, shareOutside: true, namesInLog: true },
    missing: [pictures],
    desk: {
      phone: "0299 12 34 56",
      phoneLink: "tel:+31299123456",
      email: "praktijk@delinde.example",
      hours: { nl: "op werkdagen van 8.00 tot 17.00 uur", en: "on working days from 8.00 to 17.00" },
    },
    terms: clientTerms("Huisartsenpraktijk De Linde"),
    brand: forest,
  },
  {
    id: "buurtkring",
    kind: "network",
    name: "Zorgnetwerk Buurtkring",
    shortName: "Buurtkring",
    place: "Waterdam",
    about: {
      nl: "Zorg dicht bij huis.",
      en: "Care close to home.",
    },
    practiceAgb: null,
    digid: { level: 20, registeredName: "Coöperatie Buurtkring" },
    mailedCode: false,
    unknownPerson: "create",
    opens: { digid: [...everything], mail: [] },
    needsLink: true,
    switches: { moveAppointment: false, ownContact: false, shareOutside: true, namesInLog: true },
    missing: [pictures],
    desk: {
      phone: "088 123 47 00",
      phoneLink: "tel:+31881234700",
      email: "hulp@buurtkring.example",
      hours: officeHours,
    },
    terms: clientTerms("Coöperatie Buurtkring"),
    brand: clay,
  },
];

/** Entrances to the environments: the same accounts behind each (P-01). */
export const entrances: readonly Entrance[] = [
  {
    id: "waterland",
    name: "Mijn zorg in Waterland",
    about: {
      nl: "Kies uw zorgverlener. Daarna logt u in.",
      en: "Choose your care provider. After that you sign in.",
    },
    environments: ["getij", "delinde"],
  },
  {
    id: "netwerken",
    name: "Mijn zorgnetwerk",
    about: { nl: "Kies waar u bij hoort. Daarna logt u in.", en: "Choose where you belong. After that you sign in." },
    environments: ["buurtkring"],
  },
];
