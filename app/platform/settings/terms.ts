import { operator } from "./operator.ts";

/** The general terms in force. A new version is a new number: everybody is then asked again. */
export const terms = {
  version: "1.1",
  from: "2026-11-28",
  short: {
    nl: [
      "Uw account is van u alleen. Deel uw wachtwoord en codes met niemand.",
      "U ziet alleen cijfers waarvoor een zorgverlener een machtiging heeft getekend.",
      "U gebruikt de cijfers om de zorg in uw praktijk te verbeteren, en geeft ze niet zonder overleg aan anderen.",
      "Wij houden bij wie wat bekijkt. Dat moet van de wet, en het beschermt u en uw patiënten.",
      "Stopt iemand in uw praktijk? Trek dan zijn of haar toegang in.",
    ],
    en: [
      "Your account is yours alone. Share your password and codes with nobody.",
      "You see only figures for which a practitioner has signed an authorization.",
      "You use the figures to improve the care in your practice, and do not give them to others without consultation.",
      "We keep a log of who looks at what. The law asks this, and it protects you and your patients.",
      "Does somebody leave your practice? Then withdraw the access.",
    ],
  },
  full: [
    `1. Deze voorwaarden gelden tussen ${operator.name} (hierna: wij) en iedereen met een account op ${operator.product} (hierna: u).`,
    "2. Een account is persoonlijk. U kiest een wachtwoord dat u nergens anders gebruikt. Denkt u dat een ander uw account gebruikt, dan meldt u dat meteen aan de servicedesk.",
    "3. Een zorgverlener geeft met een getekende machtiging toestemming om rapportages van de eigen praktijk te laden en te tonen. De zorgverlener kan de machtiging op elk moment intrekken. Vanaf dat moment tonen wij op grond van die machtiging geen rapportages meer.",
    "4. Een zorgverlener bepaalt per medewerker of die rapportages en patiëntdetails mag zien, en is ervoor verantwoordelijk dat dit past bij de functie.",
    "5. Rapportages zijn bedoeld om de zorg te verbeteren. Zij zijn niet bedoeld om praktijken openbaar met elkaar te vergelijken.",
    "6. Wij doen ons best om juiste en volledige cijfers te tonen, maar wij zijn afhankelijk van wat praktijken vastleggen. Ziet u iets wat niet klopt, laat het ons dan weten.",
    "7. Wij leggen vast wie welke gegevens bekijkt, verandert of ophaalt, volgens de norm NEN 7513, en bewaren dit ten minste vijf jaar.",
    "8. Wij kunnen deze voorwaarden veranderen. U krijgt de nieuwe tekst te zien voordat u verder gaat. Gaat u niet akkoord, dan kunt u het portaal niet gebruiken; uw eigen gegevens kunt u opvragen bij de servicedesk.",
    "9. Op deze voorwaarden is het Nederlandse recht van toepassing.",
  ],
} as const;
