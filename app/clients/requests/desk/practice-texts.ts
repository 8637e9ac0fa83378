const nl = {
  title: "Wijzigingen van cliënten",
  lead: "Cliënten vragen een wijziging van een afspraak, of geven nieuwe contactgegevens door. U antwoordt binnen twee werkdagen.",
  none: "Er zijn geen wijzigingen",
  noneText: "Als een cliënt iets doorgeeft, staat het hier.",
  columns: ["Cliënt", "Wat", "Stand", "Antwoord uiterlijk"],
  late: "Te laat",
  kinds: { move: "Afspraak verzetten", cancel: "Afspraak afzeggen", contact: "Nieuwe contactgegevens" },
  states: { submitted: "Nieuw", done: "Verwerkt", declined: "Kan niet", withdrawn: "Ingetrokken" },
  facts: {
    client: "Cliënt",
    birthDate: "Geboortedatum",
    number: "Nummer in uw systeem",
    appointment: "Afspraak",
    gone: "Deze afspraak staat niet meer in het portaal.",
    state: "Stand",
    asked: "Gevraagd op",
    due: "Antwoord uiterlijk",
    words: "Wat de cliënt schrijft",
    answer: "Uw antwoord",
    by: "Beantwoord door",
  },
  appointment: (when: string, withWhom: string) => `${when}, met ${withWhom}`,
  contactTitle: "Contactgegevens",
  contactColumns: ["Gegeven", "In uw systeem", "Nieuw"],
  lines: { street: "Straat en nummer", postcode: "Postcode", town: "Plaats", phone: "Telefoon", email: "E-mailadres" },
  same: "Blijft zo",
  unknown: "Onbekend",
  answerTitle: "Antwoord aan de cliënt",
  first: {
    move: "Verzet de afspraak eerst in uw eigen systeem. Schrijf hier wanneer de nieuwe afspraak is.",
    cancel: "Zeg de afspraak eerst af in uw eigen systeem.",
    contact: "Verander de gegevens eerst in uw eigen systeem. Controleer bij twijfel of de cliënt dit zelf vroeg.",
  },
  answerLabel: "Bericht",
  answerHint: "De cliënt leest dit na het inloggen. Bij ‘Kan niet’ is een bericht nodig.",
  answerMissing: "Schrijf een bericht. De cliënt moet weten wat er kan.",
  done: "Verwerkt",
  declined: "Kan niet",
  back: "Terug naar de wijzigingen",
  mail: {
    title: "Een cliënt geeft een wijziging door",
    text: "Er staat een nieuwe wijziging van een cliënt klaar. Log in om die te lezen. Antwoord binnen twee werkdagen.",
    button: "Naar de wijzigingen",
  },
  overdue: {
    title: "Cliënten wachten op antwoord",
    text: (count: number) =>
      count === 1
        ? "Er staat 1 wijziging klaar. De cliënt krijgt vandaag antwoord, of had dat al moeten krijgen. Log in om die te lezen."
        : `Er staan ${count} wijzigingen klaar. De cliënten krijgen vandaag antwoord, of hadden dat al moeten krijgen. Log in om die te lezen.`,
  },
};

const en: typeof nl = {
  title: "Changes asked by clients",
  lead: "Clients ask to change an appointment, or give new contact details. You answer within two working days.",
  none: "There are no changes",
  noneText: "When a client asks for a change, it is listed here.",
  columns: ["Client", "What", "State", "Answer by"],
  late: "Overdue",
  kinds: { move: "Move an appointment", cancel: "Cancel an appointment", contact: "New contact details" },
  states: { submitted: "New", done: "Done", declined: "Not possible", withdrawn: "Taken back" },
  facts: {
    client: "Client",
    birthDate: "Date of birth",
    number: "Number in your system",
    appointment: "Appointment",
    gone: "This appointment is no longer in the portal.",
    state: "State",
    asked: "Asked on",
    due: "Answer by",
    words: "What the client writes",
    answer: "Your answer",
    by: "Answered by",
  },
  appointment: (when, withWhom) => `${when}, with ${withWhom}`,
  contactTitle: "Contact details",
  contactColumns: ["Detail", "In your system", "New"],
  lines: { street: "Street and number", postcode: "Postcode", town: "Town", phone: "Phone", email: "E-mail address" },
  same: "Stays as it is",
  unknown: "Not known",
  answerTitle: "Answer to the client",
  first: {
    move: "Move the appointment in your own system first. Write here when the new appointment is.",
    cancel: "Cancel the appointment in your own system first.",
    contact: "Change the details in your own system first. When in doubt, check that the client asked this.",
  },
  answerLabel: "Message",
  answerHint: "The client reads this after signing in. ‘Not possible’ needs a message.",
  answerMissing: "Write a message. The client has to know what is possible.",
  done: "Done",
  declined: "Not possible",
  back: "Back to the changes",
  mail: {
    title: "A client asks for a change",
    text: "A new change of a client is waiting. Sign in to read it. Answer within two working days.",
    button: "To the changes",
  },
  overdue: {
    title: "Clients are waiting for an answer",
    text: (count: number) =>
      count === 1
        ? "1 change is waiting. The client gets an answer today, or should have had one. Sign in to read it."
        : `${count} changes are waiting. The clients get an answer today, or should have had one. Sign in to read them.`,
  },
};

export const texts = { nl, en };
