import type { Language } from "#app/shared/i18n.ts";

/** Words of the frame around the pages of clients. */
const nl = {
  home: "Overzicht",
  appointments: "Afspraken",
  record: "Zorgdossier",
  profile: "Profiel",
  tour: "Introductie tour",
  looks: "Wie keek er in mijn dossier",
  requests: "Mijn verzoeken",
  security: "Inloggen en veiligheid",
  help: "Hulp",
  menu: "Menu",
  navigation: "Hoofdmenu",
  signOut: "Uitloggen",
  signIn: "Inloggen",
  skip: "Naar de inhoud",
  helpTitle: "Hulp nodig?",
  helpWith: "Hulp bij inloggen",
  worry: "Is er spoed? Bel 112. Denkt u aan zelfmoord? Bel 113 of gratis 0800-0113, dag en nacht.",
  terms: "Voorwaarden",
  privacy: "Privacy",
  demo: "Dit is een demonstratie. Alle mensen en gegevens zijn verzonnen.",
  youAre: "U bent ingelogd als",
  helps: "U helpt",
  idle: {
    title: "Bent u er nog?",
    text: "Over 2 minuten wordt u uitgelogd. Dat is veiliger. Wat u heeft getypt, blijft staan als u hier blijft.",
    stay: "Ik ben er nog",
  },
};

const en: typeof nl = {
  home: "Overview",
  appointments: "Appointments",
  record: "Care record",
  profile: "Profile",
  tour: "Introduction tour",
  looks: "Who looked in my record",
  requests: "My requests",
  security: "Sign-in and security",
  help: "Help",
  menu: "Menu",
  navigation: "Main menu",
  signOut: "Sign out",
  signIn: "Sign in",
  skip: "To the content",
  helpTitle: "Need help?",
  helpWith: "Help with signing in",
  worry: "Is it urgent? Call 112. Thinking of suicide? Call 113 or free 0800-0113, day and night.",
  terms: "Terms",
  privacy: "Privacy",
  demo: "This is a demonstration. All people and data are invented.",
  youAre: "You are signed in as",
  helps: "You are helping",
  idle: {
    title: "Are you still there?",
    text: "In 2 minutes you will be signed out. That is safer. What you have typed stays if you stay here.",
    stay: "I am still here",
  },
};

export const clientTexts: Record<Language, typeof nl> = { nl, en };
