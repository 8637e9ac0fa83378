const nl = {
  title: "Dit is op uw verzoek veranderd",
  greeting: (name: string) => `Beste ${name},`,
  lead: "Iemand die de server beheert deed dit, en gaf op dat u erom vroeg.",
  what: "Wat",
  about: "Over",
  when: "Wanneer",
  acts: {
    supervisor: "account gemaakt: supervisor",
    agent: "account gemaakt: servicedesk",
    data_manager: "account gemaakt: datamanager",
    auditor: "account gemaakt: auditor",
    clinician: "toegang gegeven: behandelaar",
    staff: "toegang gegeven: praktijkmedewerker",
    until: "laatste dag veranderd",
    end: "toegang beëindigd",
    again: "nieuwe uitnodiging gestuurd",
    hand_over: "code gegeven om één keer mee in te loggen",
    care_group: "zorggroep toegevoegd of veranderd",
    settings: "instellingen veranderd",
  },
  notYou: "Vroeg u dit niet? Bel dan meteen degene die de server beheert. De wijziging staat in het logboek.",
};

const en: typeof nl = {
  title: "This was changed at your request",
  greeting: (name: string) => `Dear ${name},`,
  lead: "Somebody who looks after the server did this, and stated that you asked for it.",
  what: "What",
  about: "About",
  when: "When",
  acts: {
    supervisor: "account made: supervisor",
    agent: "account made: servicedesk",
    data_manager: "account made: data manager",
    auditor: "account made: auditor",
    clinician: "access given: clinician",
    staff: "access given: practice staff",
    until: "last day changed",
    end: "access ended",
    again: "invitation sent anew",
    hand_over: "code given to sign in with once",
    care_group: "care group added or changed",
    settings: "settings changed",
  },
  notYou: "Did you not ask for this? Then call whoever looks after the server at once. The change stands in the log.",
};

export const texts = { nl, en };
