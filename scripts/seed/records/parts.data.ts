/** What stands in the records of the invented clients. `ago`: days before today. */
export type InventedPart = {
  kind: "letter" | "report" | "plan" | "note" | "diagnosis" | "medication" | "result" | "questionnaire" | "agreement";
  ago: number;
  title: string;
  author: string;
  authorRole: string;
  text?: string;
  /** Made into a document of this kind from the text. */
  document?: "pdf" | "docx";
  /** What goes wrong on the way: the document arrives damaged, or the sender takes the part back. */
  mishap?: "damaged" | "withdrawn";
  unavailable?: { why: string; how: string };
};
export type InventedCourse = { name: string; department: string; from: number; until?: number; parts: InventedPart[] };

const karin = { author: "Karin Molenaar", authorRole: "psycholoog" };
const youssef = { author: "Youssef Amrani", authorRole: "psychiater" };
const anna = { author: "Anna Maria van den Berg", authorRole: "huisarts" };

/** Client → courses of treatment. */
export const COURSES: Record<string, InventedCourse[]> = {
  "C-1001": [
    {
      name: "Behandeling van somberheid",
      department: "Volwassenen",
      from: 240,
      parts: [
        {
          kind: "report",
          ago: 6,
          ...karin,
          title: "Verslag van het gesprek",
          text: "U vertelde dat u weer drie keer per week wandelt. Dat helpt u om beter te slapen.\n\nHet werk kost nog veel kracht. Wij spraken af dat u met uw leidinggevende praat over minder uren.\n\nVolgende keer kijken wij samen naar uw plan voor moeilijke dagen.",
        },
        {
          kind: "report",
          ago: 20,
          ...karin,
          title: "Verslag van het gesprek",
          text: "Wij bespraken hoe de afgelopen twee weken gingen. U merkte dat piekeren vooral ’s avonds komt.\n\nU oefent elke dag tien minuten met de ademhaling.",
        },
        {
          kind: "plan",
          ago: 34,
          ...karin,
          title: "Behandelplan",
          text: "Doel: u heeft weer energie voor uw gezin en uw werk.\n\nWat wij doen: cognitieve gedragstherapie, één keer per twee weken, 12 gesprekken.\n\nWat u doet: elke dag naar buiten, en bijhouden hoe u zich voelt.\n\nEvaluatie: na 6 gesprekken.",
        },
        {
          kind: "letter",
          ago: 33,
          ...karin,
          title: "Brief aan uw huisarts",
          document: "pdf",
          text: "Geachte collega,\n\nUw patiënt is bij ons in behandeling voor somberheid. Wij zijn begonnen met cognitieve gedragstherapie. Er is geen medicatie gestart.\n\nWij verwachten de behandeling binnen een half jaar af te ronden.\n\nMet vriendelijke groet.",
        },
        {
          kind: "diagnosis",
          ago: 60,
          ...karin,
          title: "Diagnose",
          text: "Depressieve episode, licht. Wij hebben dit met u besproken op het intakegesprek.",
        },
        {
          kind: "questionnaire",
          ago: 62,
          ...karin,
          title: "Vragenlijst over stemming",
          text: "U vulde de vragenlijst in. De score was 14. Dat past bij lichte klachten.",
        },
        {
          kind: "letter",
          ago: 12,
          ...karin,
          title: "Uw plan voor moeilijke dagen",
          document: "docx",
          text: "Zo merk ik dat het minder gaat\nIk slaap slecht, ik zeg afspraken af en ik eet weinig.\nDit helpt mij\nWandelen, mijn zus bellen, vroeg naar bed.\nWie kan ik bellen\nMijn zus, mijn huisarts, en in nood 113.",
        },
        {
          kind: "medication",
          ago: 58,
          ...youssef,
          title: "Medicatie besproken",
          text: "Wij bespraken medicijnen. U koos ervoor om eerst zonder medicijnen te beginnen.",
        },
        {
          kind: "report",
          ago: 90,
          ...karin,
          title: "Opname van het intakegesprek",
          unavailable: {
            why: "Beeld en geluid kan dit portaal niet tonen.",
            how: "Vraag uw behandelaar om het samen te bekijken.",
          },
        },
      ],
    },
    {
      name: "Behandeling van angst",
      department: "Volwassenen",
      from: 2200,
      until: 1850,
      parts: [
        {
          kind: "letter",
          ago: 1850,
          ...youssef,
          title: "Afsluitbrief",
          document: "pdf",
          text: "Geachte collega,\n\nDe behandeling van angstklachten is afgesloten. De klachten zijn sterk verminderd.\n\nMet vriendelijke groet.",
        },
        {
          kind: "plan",
          ago: 2150,
          ...youssef,
          title: "Behandelplan",
          text: "Doel: weer met de trein durven reizen.\n\nWat wij doen: stap voor stap oefenen.",
        },
        {
          kind: "note",
          ago: 2100,
          ...youssef,
          title: "Aantekening",
          text: "Eerste treinreis samen geoefend. Dat ging goed.",
        },
        {
          kind: "agreement",
          ago: 2198,
          ...youssef,
          title: "Afspraken over de behandeling",
          text: "U kunt een gesprek tot 24 uur van tevoren afzeggen.",
        },
      ],
    },
  ],
  "C-1002": [
    {
      name: "Behandeling na een verlies",
      department: "Volwassenen",
      from: 900,
      until: 420,
      parts: [
        {
          kind: "letter",
          ago: 420,
          ...youssef,
          title: "Afsluitbrief",
          document: "pdf",
          text: "Geachte collega,\n\nDe behandeling is in goed overleg afgesloten.\n\nMet vriendelijke groet.",
        },
        {
          kind: "report",
          ago: 500,
          ...youssef,
          title: "Verslag van het gesprek",
          text: "U vertelde over de herdenking. Het was zwaar en mooi tegelijk.",
        },
        {
          kind: "letter",
          ago: 610,
          ...youssef,
          title: "Brief van het ziekenhuis",
          document: "pdf",
          mishap: "damaged",
          text: "Deze brief komt beschadigd aan.",
        },
        {
          kind: "note",
          ago: 505,
          ...youssef,
          title: "Aantekening bij de verkeerde cliënt",
          mishap: "withdrawn",
          text: "Deze aantekening is door het dossiersysteem teruggetrokken.",
        },
      ],
    },
  ],
  "C-1003": [
    {
      name: "Onderzoek naar het geheugen",
      department: "Ouderen",
      from: 45,
      parts: [
        {
          kind: "result",
          ago: 10,
          ...karin,
          title: "Uitslag van de geheugentest",
          text: "De test past bij uw leeftijd. Over een jaar herhalen wij de test.",
        },
        {
          kind: "note",
          ago: 30,
          ...karin,
          title: "Aantekening",
          text: "Uw dochter was bij het gesprek. U wilt graag zelf blijven autorijden.",
        },
      ],
    },
  ],
  "C-1004": [
    {
      name: "Hulp bij slapen en school",
      department: "Jeugd",
      from: 200,
      parts: [
        {
          kind: "plan",
          ago: 180,
          ...karin,
          title: "Plan",
          text: "Doel: op tijd slapen en weer hele dagen naar school.",
        },
      ],
    },
  ],
  "DEMO-3433": [
    {
      name: "Diabetes en bloeddruk",
      department: "Huisarts",
      from: 2000,
      parts: [
        {
          kind: "result",
          ago: 25,
          ...anna,
          title: "Bloeduitslag",
          text: "Langdurige suiker (HbA1c): 54. Dat is iets hoger dan de vorige keer.\n\nNieren en cholesterol zijn goed.",
        },
        {
          kind: "medication",
          ago: 25,
          ...anna,
          title: "Medicijnen",
          text: "Metformine 500 mg, twee keer per dag. Amlodipine 5 mg, één keer per dag.",
        },
        {
          kind: "letter",
          ago: 120,
          ...anna,
          title: "Brief van de oogarts",
          document: "pdf",
          text: "Bij controle van de ogen zijn geen afwijkingen gezien. Controle over een jaar.",
        },
      ],
    },
  ],
  "P-1002": [
    {
      name: "Knieklachten",
      department: "Huisarts",
      from: 60,
      parts: [
        {
          kind: "note",
          ago: 55,
          ...anna,
          title: "Consult",
          text: "Pijn in de knie na hardlopen. Rust, en na twee weken rustig opbouwen.",
        },
      ],
    },
  ],
  "P-1003": [
    {
      name: "Consulten",
      department: "Huisarts",
      from: 400,
      parts: [
        {
          kind: "note",
          ago: 15,
          ...anna,
          title: "Consult",
          text: "Hoofdpijn na lange dagen achter een scherm. Vaker pauze nemen.",
        },
        {
          kind: "letter",
          ago: 200,
          ...anna,
          title: "Verwijzing fysiotherapie",
          document: "pdf",
          text: "Graag beoordeling en behandeling van nek en schouders.",
        },
      ],
    },
  ],
  "B-1001": [
    {
      name: "Zorg thuis",
      department: "Wijkzorg",
      from: 300,
      parts: [
        {
          kind: "plan",
          ago: 80,
          author: "Riet Kolk",
          authorRole: "wijkverpleegkundige",
          title: "Zorgplan",
          text: "Elke ochtend hulp bij het aantrekken van steunkousen.\n\nUw nicht doet de boodschappen.",
        },
      ],
    },
  ],
};
