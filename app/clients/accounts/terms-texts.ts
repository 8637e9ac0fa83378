/** Words around the terms of an environment. */
const nl = {
  title: "Gebruikersvoorwaarden",
  lead: "Lees eerst kort waar u ja tegen zegt. Daarna is uw toegang meteen actief.",
  again: "De voorwaarden zijn veranderd. Lees kort wat erin staat. Daarna kunt u verder.",
  version: (version: number, from: string) => `Versie ${version}, geldig vanaf ${from}`,
  short: "Kort gezegd",
  full: "De hele tekst",
  accept: "Ik ga akkoord",
  decline: "Niet akkoord",
  accepted: (date: string) => `U bent akkoord gegaan. U heeft deze versie gelezen op ${date}.`,
  back: "Terug",
  declinedTitle: "U bent niet akkoord",
  declined:
    "Zonder akkoord kunt u het portaal niet gebruiken. U kunt wel een kopie van uw gegevens vragen. Uw dossier en uw zorg veranderen niet.",
  takeData: "Een kopie van uw gegevens vragen",
  takeDataHow: (desk: string) => `Vraag het aan de servicedesk: ${desk}. U krijgt uw gegevens binnen een maand.`,
  reconsider: "Toch de voorwaarden lezen",
  signOut: "Uitloggen",
  copyTitle: "De voorwaarden waarmee u akkoord ging",
  copyLead: "U ging akkoord met deze voorwaarden. Bewaar deze mail als u ze later wilt nalezen.",
};

const en: typeof nl = {
  title: "Terms of use",
  lead: "First read in short what you say yes to. After that your access works at once.",
  again: "The terms have changed. Read in short what they say. After that you can go on.",
  version: (version, from) => `Version ${version}, in force from ${from}`,
  short: "In short",
  full: "The whole text",
  accept: "I agree",
  decline: "I do not agree",
  accepted: (date) => `You agreed. You read this version on ${date}.`,
  back: "Back",
  declinedTitle: "You did not agree",
  declined:
    "Without agreement you cannot use the portal. You can still ask for a copy of your data. Your record and your care do not change.",
  takeData: "Ask for a copy of your data",
  takeDataHow: (desk) => `Ask the servicedesk: ${desk}. You get your data within a month.`,
  reconsider: "Read the terms after all",
  signOut: "Sign out",
  copyTitle: "The terms you agreed to",
  copyLead: "You agreed to these terms. Keep this mail if you want to read them again later.",
};

export const termsTexts = { nl, en };
