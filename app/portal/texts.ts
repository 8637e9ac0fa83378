/** Words of the pages of clients. */
const nl = {
  entrancesTitle: "Mijn zorg",
  entrancesLead: "Kies waar u cliënt bent. Daarna logt u in.",
  homeTitle: "Overzicht",
};

const en: typeof nl = {
  entrancesTitle: "My care",
  entrancesLead: "Choose where you are a client. After that you sign in.",
  homeTitle: "Overview",
};

export const texts = { nl, en };
