/** Words of the meeting: choosing topics, and what is shown and printed of each. */
const nl = {
  link: "Vergadering voorbereiden",
  prepare: "Vergadering voorbereiden",
  prepareLead: (most: number) =>
    `Kies waarover u in uw praktijk wilt praten, hoogstens ${most} onderwerpen. Wat het meest opvalt, is al aangevinkt. Elk onderwerp wordt één scherm, en één blad papier.`,
  compare: "Vergelijk met",
  facts: (all: number, notable: number) => `${all} onderwerpen, ${notable} vallen op`,
  row: (value: string, median: string) => `${value}, mediaan ${median}`,
  show: "Toon de onderwerpen",
  every: "Kies uit alle programma's",
  faults: {
    none: "Kies minstens één onderwerp.",
    many: (chosen: number, most: number) => `Kies hoogstens ${most} onderwerpen. U koos er ${chosen}.`,
    unknown: (n: number) =>
      n === 1
        ? "Eén onderwerp in het adres bestaat niet of staat niet voor u open. Het is weggelaten. Kies uit de lijst."
        : `${n} onderwerpen in het adres bestaan niet of staan niet voor u open. Ze zijn weggelaten. Kies uit de lijst.`,
  },
  title: "Praktijkvergadering",
  lead: (period: string, date: string) => `Cijfers over ${period}. Gemaakt op ${date}.`,
  against: (party: string) => `Vergeleken met ${party}.`,
  topics: (n: number) => (n === 1 ? "Eén onderwerp" : `${n} onderwerpen`),
  change: "Keuze aanpassen",
  printing: "Afdrukken: Ctrl + P. Elk onderwerp komt op één liggend blad, met ruimte voor afspraken.",
  place: (n: number, all: number) => `${n} van ${all}`,
  browse: (n: number, all: number) => `Bladeren bij onderwerp ${n} van ${all}`,
  previous: "Vorige",
  next: "Volgende",
  first: "Begin",
  overview: "Overzicht",
  figures: "Alle cijfers",
  about: (name: string) => `van ${name}`,
  own: "Doel en notities",
  goal: "Doel",
  earlier: (n: number) => (n === 1 ? "Er is nog één oudere notitie." : `Er zijn nog ${n} oudere notities.`),
  moreSignals: (n: number) =>
    n === 1 ? "Er is nog één oudere verandering." : `Er zijn nog ${n} oudere veranderingen.`,
  agreements: "Wat spreken we af?",
  who: "Wie",
  when: "Wanneer",
};

const en: typeof nl = {
  link: "Prepare a meeting",
  prepare: "Prepare a meeting",
  prepareLead: (most) =>
    `Choose what you want to discuss in your practice, at most ${most} topics. What stands out most is ticked already. Each topic becomes one screen, and one sheet of paper.`,
  compare: "Compare with",
  facts: (all, notable) => `${all} topics, ${notable} stand out`,
  row: (value, median) => `${value}, median ${median}`,
  show: "Show the topics",
  every: "Choose from all programmes",
  faults: {
    none: "Choose at least one topic.",
    many: (chosen, most) => `Choose at most ${most} topics. You chose ${chosen}.`,
    unknown: (n) =>
      n === 1
        ? "One topic in the address does not exist or is not open to you. It was left out. Choose from the list."
        : `${n} topics in the address do not exist or are not open to you. They were left out. Choose from the list.`,
  },
  title: "Practice meeting",
  lead: (period, date) => `Figures of ${period}. Made on ${date}.`,
  against: (party) => `Compared with ${party}.`,
  topics: (n) => (n === 1 ? "One topic" : `${n} topics`),
  change: "Change the choice",
  printing: "To print: Ctrl + P. Each topic takes one sheet, landscape, with room for agreements.",
  place: (n, all) => `${n} of ${all}`,
  browse: (n, all) => `Browse at topic ${n} of ${all}`,
  previous: "Previous",
  next: "Next",
  first: "Start",
  overview: "Overview",
  figures: "All figures",
  about: (name) => `of ${name}`,
  own: "Goal and notes",
  goal: "Goal",
  earlier: (n) => (n === 1 ? "There is one older note." : `There are ${n} older notes.`),
  moreSignals: (n) => (n === 1 ? "There is one older change." : `There are ${n} older changes.`),
  agreements: "What do we agree?",
  who: "Who",
  when: "When",
};

export const texts = { nl, en };
