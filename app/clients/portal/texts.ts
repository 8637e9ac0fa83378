type HalfDay = "night" | "morning" | "afternoon" | "evening";
const HALF_DAYS: Record<"nl" | "en", Record<HalfDay, string>> = {
  nl: { night: "Goedenacht", morning: "Goedemorgen", afternoon: "Goedemiddag", evening: "Goedenavond" },
  en: { night: "Good night", morning: "Good morning", afternoon: "Good afternoon", evening: "Good evening" },
};

/** Words of the entrances, the front page of a client and the tour. */
const nl = {
  entrancesTitle: "Mijn zorg",
  entrancesLead: "Kies waar u cliënt bent. Daarna logt u in.",
  home: {
    title: "Overzicht",
    hello: (when: HalfDay, name: string) => `${HALF_DAYS.nl[when]}, ${name}`,
    appointments: "Afspraken",
    coming: (count: number) => (count === 1 ? "1 komende afspraak" : `${count} komende afspraken`),
    record: "Zorgdossier",
    parts: (count: number) => (count === 1 ? "1 onderdeel" : `${count} onderdelen`),
    newOnes: (count: number, since: string) => `${count} nieuw of veranderd sinds ${since}`,
    nothingNew: (since: string) => `Niets nieuws sinds ${since}`,
    nextTitle: "Uw volgende afspraak",
    noNext: "U heeft nu geen komende afspraken.",
    noNextHint: "Maakt u een afspraak met uw behandelaar, dan staat die hier.",
    nextLook: "Bekijk deze afspraak",
    notLinked: "Nog niet gekoppeld",
    linkedOn: (date: string) => `Gekoppeld op ${date}`,
    notOpen: "Nu niet te openen",
    tourTitle: "Bent u hier voor het eerst?",
    tourText: "Wij laten u in zes stappen zien wat u hier kunt doen. U ziet dan alleen voorbeelden.",
    tourStart: "Start de rondleiding",
    tourResume: "Ga verder met de rondleiding",
  },
  tour: {
    title: "Introductie tour",
    step: (at: number, of: number) => `Stap ${at} van ${of}`,
    example: "Voorbeeld",
    exampleHint: "Dit zijn verzonnen gegevens. U ziet hier niets van uzelf.",
    previous: "Vorige",
    next: "Volgende",
    done: "Klaar, naar mijn afspraken",
    skip: "Stoppen met de rondleiding",
    places: [
      { term: "Uitloggen", value: "Bovenaan elke pagina. Daarmee sluit u het portaal." },
      { term: "Menu", value: "Op een telefoon staat het menu onderaan, op een computer links." },
      { term: "Wie keek er in mijn dossier", value: "Wie uw gegevens bekeek, en wanneer. Uzelf staat er ook bij." },
      { term: "Mijn verzoeken", value: "Wat u vroeg om te verbeteren, en hoe ver dat is." },
      { term: "Hulp", value: "Onderaan elke pagina staat hoe u ons bereikt. Bij spoed belt u 112." },
    ],
    steps: [
      {
        title: "Overzicht: uw voorpagina",
        text: "Na het inloggen ziet u hoeveel afspraken u heeft, en hoeveel onderdelen er in uw dossier staan. Ook ziet u wat er nieuw is sinds de vorige keer.",
      },
      {
        title: "Zorgdossier: uw dossier lezen",
        text: "Hier staan bijna alle onderdelen van uw dossier, ook van eerdere behandelingen. Eerst koppelt uw behandelaar uw dossier. Daarna leest u het hier.",
      },
      {
        title: "Een onderdeel openen",
        text: "U leest de tekst hier. Onder de tekst staat uitleg van moeilijke woorden. Klopt er iets niet, dan kunt u dat vragen. Een PDF- of Word-bestand bekijkt u eerst, daarna kunt u het downloaden.",
      },
      {
        title: "Profiel: uw eigen gegevens",
        text: "Hier staan uw naam, adres en telefoonnummer. U kunt ze lezen. Klopt er iets niet, vertel het uw behandelaar.",
      },
      {
        title: "Veilig gebruiken en uitloggen",
        text: "Klik altijd op Uitloggen als u klaar bent. U vindt die knop bovenaan. Doet u 15 minuten niets, dan loggen wij u uit. Bij ‘Wie keek er in mijn dossier’ ziet u wie uw gegevens bekeek.",
      },
      {
        title: "Afspraken: wanneer moet u waar zijn",
        text: "Hier staan uw afspraken met dag, tijd en plaats. U kunt ze in uw eigen agenda zetten. Maken of afzeggen doet u zoals u gewend bent.",
      },
    ],
  },
};

const en: typeof nl = {
  entrancesTitle: "My care",
  entrancesLead: "Choose where you are a client. After that you sign in.",
  home: {
    title: "Overview",
    hello: (when, name) => `${HALF_DAYS.en[when]}, ${name}`,
    appointments: "Appointments",
    coming: (count) => (count === 1 ? "1 coming appointment" : `${count} coming appointments`),
    record: "Care record",
    parts: (count) => (count === 1 ? "1 part" : `${count} parts`),
    newOnes: (count, since) => `${count} new or changed since ${since}`,
    nothingNew: (since) => `Nothing new since ${since}`,
    nextTitle: "Your next appointment",
    noNext: "You have no coming appointments now.",
    noNextHint: "When you make an appointment with your clinician, it shows here.",
    nextLook: "See this appointment",
    notLinked: "Not linked yet",
    linkedOn: (date) => `Linked on ${date}`,
    notOpen: "Cannot be opened now",
    tourTitle: "Is this your first time here?",
    tourText: "We show you in six steps what you can do here. You only see examples.",
    tourStart: "Start the tour",
    tourResume: "Go on with the tour",
  },
  tour: {
    title: "Introduction tour",
    step: (at, of) => `Step ${at} of ${of}`,
    example: "Example",
    exampleHint: "These are invented data. You see nothing of yourself here.",
    previous: "Previous",
    next: "Next",
    done: "Done, to my appointments",
    skip: "Stop the tour",
    places: [
      { term: "Sign out", value: "At the top of every page. It closes the portal." },
      { term: "Menu", value: "On a phone the menu is at the bottom, on a computer at the left." },
      { term: "Who looked in my record", value: "Who looked at your data, and when. You yourself are listed too." },
      { term: "My requests", value: "What you asked to have corrected, and how far that is." },
      { term: "Help", value: "At the foot of every page it says how to reach us. In an emergency call 112." },
    ],
    steps: [
      {
        title: "Overview: your front page",
        text: "After signing in you see how many appointments you have, and how many parts are in your record. You also see what is new since last time.",
      },
      {
        title: "Care record: read your record",
        text: "Here are almost all parts of your record, of earlier treatments too. First your clinician links your record. After that you read it here.",
      },
      {
        title: "Open a part",
        text: "You read the text here. Below the text difficult words are explained. Is something not right, you can ask about it. A PDF or Word file you view first, after that you can download it.",
      },
      {
        title: "Profile: your own details",
        text: "Here are your name, address and phone number. You can read them. Is something not right, tell your clinician.",
      },
      {
        title: "Use it safely and sign out",
        text: "Always click Sign out when you are done. The button is at the top. Do nothing for 15 minutes, and we sign you out. Under ‘Who looked in my record’ you see who looked at your data.",
      },
      {
        title: "Appointments: when to be where",
        text: "Here are your appointments with day, time and place. You can put them in your own calendar. Making or cancelling them you do the way you are used to.",
      },
    ],
  },
};

export const texts = { nl, en };
