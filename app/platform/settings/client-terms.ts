import type { ClientTerms } from "./environment.ts";

/** Terms of the client side of one organisation; numbered, dated, in short and in full. */
export function clientTerms(organisation: string): ClientTerms {
  return {
    version: 3,
    from: "2026-11-28",
    short: {
      nl: [
        "Deze toegang is alleen voor u. Geef uw DigiD, wachtwoord en codes aan niemand.",
        "U ziet hier uw eigen gegevens. Niemand anders kan in uw portaal kijken.",
        "Wij houden bij wie uw gegevens bekijkt. Dat kunt u zelf nalezen.",
        "Dit portaal is niet voor spoed. Bel bij gevaar 112.",
        "U hoeft dit portaal niet te gebruiken. Uw dossier zelf blijft bij uw zorgverlener.",
      ],
      en: [
        "This access is for you alone. Give your DigiD, password and codes to nobody.",
        "You see your own data here. Nobody else can look into your portal.",
        "We keep a log of who looks at your data. You can read it yourself.",
        "This portal is not for emergencies. In danger, call 112.",
        "You do not have to use this portal. Your record itself stays with your care provider.",
      ],
    },
    full: [
      `1. Deze voorwaarden gelden tussen ${organisation} (hierna: wij) en iedereen die dit portaal als cliënt gebruikt (hierna: u).`,
      "2. U logt in met DigiD, of als wij dat aanbieden met uw e-mailadres, een wachtwoord en een code. U laat niemand anders op uw naam inloggen.",
      "3. U ziet gegevens die uw zorgverleners over u hebben vastgelegd. U kunt ze lezen en soms bewaren. Wat u bewaart op uw eigen apparaat, beschermt u zelf.",
      "4. Klopt er iets niet, dan vraagt u uw behandelaar om het te verbeteren. U krijgt binnen een maand antwoord, of leest dan waarom het langer duurt.",
      "5. Wij leggen vast wie uw gegevens bekijkt, volgens de norm NEN 7513. Wij bewaren dat ten minste vijf jaar. U kunt het zelf bekijken.",
      "6. Het portaal is niet bedoeld voor spoed. Wij lezen hier niet de hele dag mee. Bel bij levensgevaar 112, en denkt u aan zelfmoord, bel dan 113 of gratis 0800-0113.",
      "7. Wij doen ons best om het portaal altijd open te houden. Soms is er onderhoud of een storing.",
      "8. Wij kunnen deze voorwaarden veranderen. U ziet dan eerst de nieuwe tekst. Gaat u niet akkoord, dan kunt u nog uw gegevens opvragen.",
      "9. Op deze voorwaarden is het Nederlandse recht van toepassing.",
    ],
  };
}
