import type { Said } from "./markup.ts";

/** Words that stand in a letter in place of what it holds, and beside it. */
const nl = {
  titles: {
    head: "Dit staat boven aan de bladzijden:",
    foot: "Dit staat onder aan de bladzijden:",
    notes: "Noten bij de tekst:",
  },
  here: {
    picture: "Hier staat een afbeelding",
    chart: "Hier staat een grafiek",
    diagram: "Hier staat een schema",
    drawing: "Hier staat een tekening",
    formula: "Hier staat een formule",
    document: "Hier staat een ander document",
    object: "Hier staat iets uit een ander programma",
    comment: "Hierbij staat een opmerking in de kantlijn",
    field: "Hier staat een nummer dat Word zelf invult",
    white: "Hier staat tekst in witte letters, die u in Word niet ziet",
    other: "Hier staat iets dat wij niet kunnen tonen",
  } satisfies Record<Said, string> as Record<Said, string>,
  sign: "Hier staat een teken dat wij niet kunnen tonen",
  note: "noot",
  struck: { from: "doorgestreept:", until: "einde doorgestreept" },
  ticks: {
    "☐": "niet aangekruist",
    "☑": "aangevinkt",
    "☒": "aangekruist",
    "✓": "vinkje",
    "✔": "vinkje",
    "✗": "kruisje",
    "✘": "kruisje",
  } as Record<string, string>,
  table: (number: number) => `Tabel ${number}`,
};

const en: typeof nl = {
  titles: {
    head: "This is at the top of the pages:",
    foot: "This is at the foot of the pages:",
    notes: "Notes with the text:",
  },
  here: {
    picture: "There is a picture here",
    chart: "There is a chart here",
    diagram: "There is a diagram here",
    drawing: "There is a drawing here",
    formula: "There is a formula here",
    document: "There is another document here",
    object: "There is something from another program here",
    comment: "There is a comment in the margin here",
    field: "There is a number here that Word fills in",
    white: "There is text in white letters here, which you do not see in Word",
    other: "There is something here that we cannot show",
  },
  sign: "There is a sign here that we cannot show",
  note: "note",
  struck: { from: "struck through:", until: "end of struck through" },
  ticks: { "☐": "not ticked", "☑": "ticked", "☒": "ticked", "✓": "tick", "✔": "tick", "✗": "cross", "✘": "cross" },
  table: (number) => `Table ${number}`,
};

export const texts = { nl, en };
