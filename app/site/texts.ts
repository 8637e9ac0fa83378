/** Words of the public pages. */
const nl = {
  front: {
    title: "Zie hoe uw praktijk het doet",
    lead: "Rapportages over uw eigen praktijk, naast die van uw zorggroep en het land. Voor huisartsen, apothekers en hun medewerkers.",
    signInTitle: "Ik heb een account",
    signInText: "Log in met uw e-mailadres, uw wachtwoord en een code.",
    signIn: "Inloggen",
    registerTitle: "Ik ben nieuw hier",
    registerText:
      "Meld uw praktijk aan. Het formulier kost u ongeveer vijf minuten. Elke zorgverlener meldt zich zelf aan.",
    register: "Aanmelden",
    howTitle: "Zo gaat het",
    steps: [
      ["U meldt zich aan", "U vult uw AGB-codes en het e-mailadres van de praktijk in."],
      [
        "Wij controleren",
        "De servicedesk vergelijkt uw gegevens met het AGB-register en belt de praktijk op het nummer uit dat register.",
      ],
      [
        "U tekent de machtiging",
        "U krijgt een e-mail met een document. U leest het en tekent met een code. Alleen de zorgverlener zelf kan dat.",
      ],
      [
        "U ziet uw cijfers",
        "Binnen zeven werkdagen na uw handtekening krijgt u uw account. U kiest zelf welke medewerkers meekijken.",
      ],
    ],
    client: "Bent u cliënt of patiënt? Ga naar Mijn zorg",
    safeTitle: "Wie kan wat zien?",
    safe: "Uw cijfers zijn alleen zichtbaar voor u en voor de medewerkers die u kiest. Andere praktijken zien nooit uw naam. U kunt uw machtiging op elk moment intrekken; dat werkt meteen.",
  },
  about: {
    title: "Achtergrond",
    sections: [
      [
        "Wat is dit?",
        "Zorgpoort laat u zien hoe uw praktijk het doet op afgesproken indicatoren, zoals de zorg voor mensen met diabetes. U ziet uw eigen cijfers naast die van uw zorggroep en van het land.",
      ],
      [
        "Waar komen de cijfers vandaan?",
        "Uw praktijk is aangesloten op een datanetwerk. Elk kwartaal worden daaruit tellingen gemaakt. De rapportages bevatten geen namen van patiënten.",
      ],
      [
        "Wie mag ze zien?",
        "Niemand, tot de zorgverlener zelf een machtiging tekent. Daarna zien u en uw medewerkers wat u toestaat.",
      ],
    ],
  },
  privacy: {
    title: "Privacy",
    sections: [
      [
        "Welke gegevens bewaren wij van u?",
        "Uw naam, AGB-codes, e-mailadres en mobiele nummer. Het mobiele nummer is versleuteld opgeslagen en dient alleen voor de code bij het inloggen.",
      ],
      [
        "Hoe lang?",
        "Uw machtiging bewaren wij zolang zij geldt en zeven jaar daarna. Een afgewezen aanvraag één jaar. Het logboek van inzage ten minste vijf jaar.",
      ],
      [
        "Wat kunt u vragen?",
        "U kunt vragen welke gegevens wij van u hebben, ze laten verbeteren of laten verwijderen. Neem contact op met de servicedesk.",
      ],
    ],
  },
  suggestion: {
    title: "Suggestie",
    lead: "Wat kan beter? Uw bericht gaat naar de servicedesk, samen met het adres van de pagina waar u was.",
    label: "Uw suggestie",
    hint: "Schrijf hier geen gegevens van patiënten.",
    page: "Pagina",
    send: "Versturen",
    thanksTitle: "Dank u wel",
    thanks: "Uw suggestie is aangekomen bij de servicedesk.",
    back: "Terug naar de pagina",
    errors: { required: "Schrijf eerst uw suggestie.", long: "Maak uw suggestie korter dan 2000 tekens." },
    mail: "Er is een suggestie binnengekomen. Open de lijst om haar te lezen.",
  },
  terms: {
    title: "Algemene voorwaarden",
    version: "Versie",
    short: "In het kort",
    full: "De volledige tekst",
    dutchOnly: "",
  },
};

const en: typeof nl = {
  front: {
    title: "See how your practice is doing",
    lead: "Reports about your own practice, beside those of your care group and the country. For general practitioners, pharmacists and their employees.",
    signInTitle: "I have an account",
    signInText: "Sign in with your e-mail address, your password and a code.",
    signIn: "Sign in",
    registerTitle: "I am new here",
    registerText: "Register your practice. The form takes about five minutes. Every practitioner registers separately.",
    register: "Register",
    howTitle: "How it goes",
    steps: [
      ["You register", "You enter your AGB codes and the e-mail address of the practice."],
      [
        "We check",
        "The servicedesk compares your data with the AGB register and calls the practice on the number in that register.",
      ],
      [
        "You sign the authorization",
        "You receive a mail with a document. You read it and sign it with a code. Only the practitioner can do that.",
      ],
      [
        "You see your figures",
        "Within seven working days of your signature you receive your account. You choose which employees look along.",
      ],
    ],
    client: "Are you a client or patient? Go to My care",
    safeTitle: "Who can see what?",
    safe: "Your figures are visible only to you and the employees you choose. Other practices never see your name. You can withdraw your authorization at any moment; that works at once.",
  },
  about: {
    title: "Background",
    sections: [
      [
        "What is this?",
        "Zorgpoort shows you how your practice does on agreed indicators, such as the care for people with diabetes. You see your own figures beside those of your care group and the country.",
      ],
      [
        "Where do the figures come from?",
        "Your practice is connected to a data network. Every quarter, counts are made from it. The reports contain no names of patients.",
      ],
      [
        "Who may see them?",
        "Nobody, until the practitioner signs an authorization. After that you and your employees see what you allow.",
      ],
    ],
  },
  privacy: {
    title: "Privacy",
    sections: [
      [
        "Which data do we keep of you?",
        "Your name, AGB codes, e-mail address and mobile number. The mobile number is stored encrypted and serves only for the code at sign-in.",
      ],
      [
        "For how long?",
        "We keep your authorization as long as it is in force and seven years after. A rejected request for one year. The access log for at least five years.",
      ],
      [
        "What can you ask?",
        "You can ask which data we have of you, have them corrected or removed. Please contact the servicedesk.",
      ],
    ],
  },
  suggestion: {
    title: "Suggestion",
    lead: "What could be better? Your message goes to the servicedesk, with the address of the page you were on.",
    label: "Your suggestion",
    hint: "Do not write data of patients here.",
    page: "Page",
    send: "Send",
    thanksTitle: "Thank you",
    thanks: "Your suggestion has reached the servicedesk.",
    back: "Back to the page",
    errors: {
      required: "Please write your suggestion first.",
      long: "Please keep your suggestion under 2000 characters.",
    },
    mail: "A suggestion has come in. Open the list to read it.",
  },
  terms: {
    title: "General terms",
    version: "Version",
    short: "In short",
    full: "The full text",
    dutchOnly: "The full text is in Dutch; that text counts.",
  },
};

export const texts = { nl, en };
