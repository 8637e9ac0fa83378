import type { Language } from "#app/shared/i18n.ts";

/** Words of the frame around every page. */
const nl = {
  skip: "Naar de inhoud",
  fixThis: "Er klopt iets nog niet",
  signIn: "Inloggen",
  register: "Aanmelden",
  signOut: "Uitloggen",
  menu: "Menu",
  navigation: "Hoofdmenu",
  reports: "Rapportages",
  practice: "Praktijk",
  admin: "Administratie",
  account: "Mijn account",
  queue: "Wachtrij",
  desk: "Servicedesk",
  language: "Taal",
  display: "Weergave",
  themes: { light: "Licht", dark: "Donker", device: "Als apparaat" },
  suggestion: "Suggestie",
  help: "Hulp nodig?",
  call: "Bel of mail de servicedesk",
  about: "Achtergrond",
  terms: "Algemene voorwaarden",
  privacy: "Privacy",
  demo: "Dit is een demonstratie. Alle mensen, praktijken en cijfers zijn verzonnen.",
  youAre: "U bent ingelogd als",
  toFront: "Naar de voorpagina",
  toPlace: "Naar",
  errorPages: {
    400: ["Dit verzoek klopt niet", "De browser stuurde iets wat wij niet begrijpen. Ga terug en probeer het opnieuw."],
    403: [
      "Dit mag u hier niet zien",
      "U bent ingelogd, maar u heeft hiervoor geen toegang. Vraag de zorgverlener van uw praktijk, of neem contact op met de servicedesk.",
    ],
    404: [
      "Deze pagina is er niet",
      "Het adres klopt niet, of de pagina is niet voor u. Ga naar de voorpagina en zoek van daar verder.",
    ],
    405: ["Dit kan hier niet", "Ga terug naar de vorige pagina en probeer het van daar opnieuw."],
    409: [
      "Dit is intussen veranderd",
      "Iemand anders was net eerder, of u had deze pagina twee keer open. Er is niets dubbel gedaan. Open de pagina opnieuw om te zien hoe het nu is.",
    ],
    413: ["Dit is te groot", "Wat u stuurde is te groot. Maak het kleiner en probeer het opnieuw."],
    422: ["Er klopt iets niet", "Ga terug en kijk de velden na. Wat u had ingevuld staat er nog."],
    429: [
      "Even wachten",
      "U heeft dit te vaak achter elkaar gedaan. Wacht een paar minuten en probeer het dan opnieuw.",
    ],
    500: [
      "Er ging iets mis",
      "Dit ligt aan ons. Wat u eerder heeft opgeslagen is bewaard. Probeer het over een paar minuten opnieuw, of bel de servicedesk.",
    ],
  } as Record<number, [string, string]>,
  errorId: "Meldingsnummer",
  split: {
    title: "Zie hoe uw praktijk het doet, naast andere praktijken",
    points: [
      "Cijfers van uw eigen praktijk, elk kwartaal",
      "Vergeleken met uw zorggroep en het land",
      "U bepaalt wie van uw medewerkers meekijkt",
    ],
  },
};

const en: typeof nl = {
  skip: "To the content",
  fixThis: "Something is not right yet",
  signIn: "Sign in",
  register: "Register",
  signOut: "Sign out",
  menu: "Menu",
  navigation: "Main menu",
  reports: "Reports",
  practice: "Practice",
  admin: "Administration",
  account: "My account",
  queue: "Queue",
  desk: "Servicedesk",
  language: "Language",
  display: "Display",
  themes: { light: "Light", dark: "Dark", device: "As device" },
  suggestion: "Suggestion",
  help: "Need help?",
  call: "Call or mail the servicedesk",
  about: "Background",
  terms: "General terms",
  privacy: "Privacy",
  demo: "This is a demonstration. All people, practices and figures are invented.",
  youAre: "You are signed in as",
  toFront: "To the front page",
  toPlace: "To",
  errorPages: {
    400: ["This request is not right", "The browser sent something we do not understand. Go back and try again."],
    403: [
      "You may not see this",
      "You are signed in, but you have no access to this. Ask the practitioner of your practice, or contact the servicedesk.",
    ],
    404: [
      "This page does not exist",
      "The address is not right, or the page is not for you. Go to the front page and look from there.",
    ],
    405: ["This is not possible here", "Go back to the page before and try again from there."],
    409: [
      "This has changed meanwhile",
      "Somebody else was just ahead, or you had this page open twice. Nothing was done twice. Open the page again to see how it is now.",
    ],
    413: ["This is too large", "What you sent is too large. Make it smaller and try again."],
    422: ["Something is not right", "Go back and check the fields. What you entered is still there."],
    429: ["Please wait a moment", "You have done this too often in a row. Wait a few minutes and try again."],
    500: [
      "Something went wrong",
      "This is our fault. What you saved before has been kept. Try again in a few minutes, or call the servicedesk.",
    ],
  },
  errorId: "Reference",
  split: {
    title: "See how your practice is doing, beside other practices",
    points: [
      "Figures of your own practice, every quarter",
      "Compared with your care group and the country",
      "You decide which of your employees look along",
    ],
  },
};

export const texts: Record<Language, typeof nl> = { nl, en };
