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
    safe: "Cijfers met de naam van uw praktijk zien alleen zorgverleners van uw praktijk die zelf een machtiging tekenden, en de medewerkers die zij kiezen. Andere praktijken van uw zorggroep zien die naam alleen als u daar zelf toestemming voor geeft; die kunt u altijd stoppen. U kunt uw machtiging in het portaal intrekken; dat werkt meteen.",
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
        "Niemand, tot een zorgverlener van de praktijk zelf een machtiging tekent. Daarna zien die zorgverlener en de gekozen medewerkers wat is toegestaan.",
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
        "Uw machtiging bewaren wij zolang zij geldt en ten minste zeven jaar daarna. Een afgewezen aanvraag één jaar. Het logboek van inzage ten minste vijf jaar.",
      ],
      [
        "Wat kunt u vragen?",
        "U kunt vragen welke gegevens wij van u hebben, ze laten verbeteren of laten verwijderen. Neem contact op met de servicedesk.",
      ],
    ],
  },
  clientPrivacy: {
    title: (name: string) => `Privacy bij ${name}`,
    sections: (name: string) => [
      [
        "Wie is verantwoordelijk?",
        `${name} is verantwoordelijk voor uw gegevens in dit portaal. Met vragen kunt u daar terecht: het telefoonnummer en het e-mailadres staan onderaan elke pagina van het portaal.`,
      ],
      [
        "Wat staat er in het portaal?",
        "Gegevens die uw zorgverlener levert, zoals afspraken en onderdelen van uw dossier. Verder wat nodig is om in te loggen: uw naam, en uw burgerservicenummer als u DigiD gebruikt, of uw e-mailadres en een wachtwoord. En wat u zelf vraagt of schrijft.",
      ],
      [
        "Wie keek er?",
        "Elke keer dat iemand uw gegevens bekijkt, leggen wij dat vast. Dat bewaren wij ten minste vijf jaar. U leest het zelf bij ‘Wie keek er in mijn dossier’.",
      ],
      [
        "Wat kunt u vragen?",
        "Klopt er iets niet in uw dossier, dan vraagt u bij dat onderdeel om het te verbeteren. Een kopie van uw gegevens vraagt u aan uw zorgverlener.",
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
    safe: "Figures with the name of your practice are seen only by practitioners of your practice who signed an authorization themselves, and by the employees they choose. Other practices of your care group see that name only if you give consent yourself; you can end it at any time. You can withdraw your authorization in the portal; that works at once.",
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
        "Nobody, until a practitioner of the practice signs an authorization. After that this practitioner and the chosen employees see what was allowed.",
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
        "We keep your authorization as long as it is in force and at least seven years after. A rejected request for one year. The access log for at least five years.",
      ],
      [
        "What can you ask?",
        "You can ask which data we have of you, have them corrected or removed. Please contact the servicedesk.",
      ],
    ],
  },
  clientPrivacy: {
    title: (name) => `Privacy at ${name}`,
    sections: (name) => [
      [
        "Who is responsible?",
        `${name} is responsible for your data in this portal. For questions, ask there: the telephone number and the e-mail address are at the foot of every page of the portal.`,
      ],
      [
        "What is in the portal?",
        "Data that your care provider delivers, such as appointments and parts of your record. Also what is needed to sign in: your name, and your citizen service number if you use DigiD, or your e-mail address and a password. And what you ask or write yourself.",
      ],
      [
        "Who looked?",
        "Each time somebody looks at your data, we record it. We keep that for at least five years. You can read it yourself under ‘Who looked in my record’.",
      ],
      [
        "What can you ask?",
        "Is something not right in your record, then ask at that part to have it corrected. For a copy of your data, ask your care provider.",
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
