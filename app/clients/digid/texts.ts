import { texts as childTexts } from "../child/texts.ts";

/** Words at the door of an environment, and of what DigiD can end in. */
const nl = {
  title: "Inloggen",
  lead: (name: string) => `U logt in bij ${name}.`,
  button: "Inloggen met DigiD",
  digidTitle: "Met DigiD",
  registered: (name: string) => `Bij DigiD ziet u de naam ‘${name}’. Dat klopt.`,
  levels: {
    10: "U heeft uw DigiD-gebruikersnaam en wachtwoord nodig.",
    20: "U heeft de DigiD-app nodig, of uw wachtwoord en een sms.",
    25: "U heeft de DigiD-app nodig, met een controle van uw paspoort, rijbewijs of identiteitskaart.",
    30: "U heeft de DigiD-app en uw rijbewijs of identiteitskaart nodig.",
  } as Record<number, string>,
  minutes: "U heeft 15 minuten om bij DigiD in te loggen.",
  closed: "Inloggen met DigiD kan nu niet. Probeer het later nog eens, of bel ons.",
  mailTitle: "Met e-mail en een code",
  mailText:
    "U gebruikt uw e-mailadres, uw wachtwoord en een code die wij u mailen. DigiD is veiliger, en u ziet er meer mee.",
  mailButton: "Inloggen met e-mail",
  signUp: "Nog geen account? Meld u aan",
  helpLink: "Hulp bij inloggen",
  done: {
    uitgelogd: [
      "U bent uitgelogd",
      "Sluit ook andere portalen waar u bent ingelogd. Gebruikt u een computer van een ander? Sluit dan de browser.",
    ],
    tijd: [
      "U bent uitgelogd",
      "U heeft een kwartier niets gedaan, of u was twee uur ingelogd. Dat is veiliger. Log opnieuw in.",
    ],
  } as Record<string, [string, string]>,
  goTitle: "Naar DigiD",
  goText: "U gaat nu naar DigiD. Daarna komt u vanzelf hier terug.",
  goLink: "U gaat nu naar DigiD om uw account te koppelen. Daarna komt u vanzelf hier terug.",
  go: "Ga naar DigiD",
  again: "Opnieuw proberen",
  toDoor: "Naar inloggen",
  outcomes: {
    cancelled: [
      "info",
      "U heeft het inloggen gestopt",
      "Er is niets gebeurd. Wilt u toch inloggen? Probeer het dan opnieuw.",
    ],
    level_too_low: [
      "warning",
      "Uw DigiD is nog niet sterk genoeg",
      "Voor deze gegevens is een hogere zekerheid nodig. Open de DigiD-app en kies ‘ID-check’. Houd uw paspoort, rijbewijs of identiteitskaart bij de hand. Dat kost een paar minuten.",
    ],
    denied: [
      "warning",
      "DigiD laat u nu niet inloggen",
      "Dit ligt niet aan u. Probeer het later nog eens, of bel ons.",
    ],
    expired: ["warning", "Het inloggen duurde te lang", "DigiD bewaart uw aanmelding maar kort. Begin opnieuw."],
    unknown: [
      "warning",
      "Deze stap is al gebruikt, of te oud",
      "U ging misschien terug in uw browser, of u begon op een ander apparaat. Begin opnieuw met inloggen.",
    ],
    outage: [
      "warning",
      "DigiD is nu niet bereikbaar",
      "Er is een storing. Probeer het over een paar minuten nog eens. Op digid.nl ziet u of er een storing is.",
    ],
    refused: [
      "negative",
      "Het inloggen is niet gelukt",
      "Het antwoord van DigiD klopte niet. Er is niets geopend. Probeer het opnieuw. Blijft het misgaan? Bel ons.",
    ],
    person: [
      "warning",
      "Wij kennen u hier nog niet",
      "DigiD weet wie u bent, maar u staat nog niet in ons systeem. Bel of mail ons. Bent u net aangemeld? Dan kan het een dag duren.",
    ],
    closed: ["warning", "Uw toegang is gesloten", "Uw account hier is gesloten. Wilt u weer toegang? Bel of mail ons."],
    child: ["info", childTexts.nl.title, childTexts.nl.text],
    age_unknown: [
      "info",
      "Wij weten uw leeftijd niet zeker",
      "Bij ons staat niet uw hele geboortedatum. Daardoor weten wij niet zeker of u 12 jaar of ouder bent. Zo lang kunt u hier niet zelf inloggen.",
    ],
  } as Record<string, ["info" | "warning" | "negative", string, string]>,
  haveAccount: "Ik heb een account",
  haveAccountText: "Heeft u hier al een account met e-mail en wachtwoord? Dan kunt u uw DigiD daaraan koppelen.",
  newTitle: "Welkom. Wie bent u?",
  newLead:
    "U bent hier nieuw. DigiD geeft ons uw burgerservicenummer, maar niet uw naam. Vul die zelf in. De mensen in uw netwerk zien uw naam.",
  firstName: "Voornaam",
  firstNameHint: "Heeft u één naam? Laat dit dan leeg.",
  lastName: "Achternaam",
  birth: "Geboortedatum",
  day: "Dag",
  month: "Maand",
  year: "Jaar",
  birthHint: "Bijvoorbeeld 31 3 1980",
  continue: "Verder",
  late: "Uw aanmelding bij DigiD is te oud. Log opnieuw in met DigiD.",
  errors: {
    required: "Vul dit in.",
    long: "Dit is te lang.",
    twice: "Vul dit één keer in.",
    birth_date: "Vul een geboortedatum in die bestaat.",
    child: "Met deze geboortedatum bent u jonger dan 12 jaar. Dan kunt u nog niet zelf inloggen.",
  } as Record<string, string>,
};

const en: typeof nl = {
  title: "Sign in",
  lead: (name) => `You are signing in at ${name}.`,
  button: "Sign in with DigiD",
  digidTitle: "With DigiD",
  registered: (name) => `At DigiD you will see the name ‘${name}’. That is right.`,
  levels: {
    10: "You need your DigiD user name and password.",
    20: "You need the DigiD app, or your password and an SMS.",
    25: "You need the DigiD app, with a check of your passport, driving licence or identity card.",
    30: "You need the DigiD app and your driving licence or identity card.",
  },
  minutes: "You have 15 minutes to sign in at DigiD.",
  closed: "Signing in with DigiD is not possible now. Try again later, or call us.",
  mailTitle: "With e-mail and a code",
  mailText:
    "You use your e-mail address, your password and a code that we mail you. DigiD is safer, and shows you more.",
  mailButton: "Sign in with e-mail",
  signUp: "No account yet? Sign up",
  helpLink: "Help with signing in",
  done: {
    uitgelogd: [
      "You are signed out",
      "Also close other portals where you are signed in. Is this somebody else’s computer? Then close the browser.",
    ],
    tijd: [
      "You are signed out",
      "You did nothing for fifteen minutes, or were signed in for two hours. That is safer. Sign in again.",
    ],
  },
  goTitle: "To DigiD",
  goText: "You are now going to DigiD. After that you come back here by yourself.",
  goLink: "You are now going to DigiD to link your account. After that you come back here by yourself.",
  go: "Go to DigiD",
  again: "Try again",
  toDoor: "To signing in",
  outcomes: {
    cancelled: [
      "info",
      "You stopped signing in",
      "Nothing has happened. Do you want to sign in after all? Then try again.",
    ],
    level_too_low: [
      "warning",
      "Your DigiD is not strong enough yet",
      "These data need a higher assurance. Open the DigiD app and choose ‘ID check’. Keep your passport, driving licence or identity card at hand. It takes a few minutes.",
    ],
    denied: ["warning", "DigiD does not let you sign in now", "This is not your fault. Try again later, or call us."],
    expired: ["warning", "Signing in took too long", "DigiD keeps your sign-in only briefly. Begin again."],
    unknown: [
      "warning",
      "This step was used already, or is too old",
      "You may have gone back in your browser, or begun on another device. Begin signing in again.",
    ],
    outage: [
      "warning",
      "DigiD cannot be reached now",
      "There is a failure. Try again in a few minutes. On digid.nl you can see whether there is a failure.",
    ],
    refused: [
      "negative",
      "Signing in failed",
      "The answer of DigiD was not right. Nothing was opened. Try again. Does it keep failing? Call us.",
    ],
    person: [
      "warning",
      "We do not know you here yet",
      "DigiD knows who you are, but you are not in our system yet. Call or mail us. Have you just been registered? Then it can take a day.",
    ],
    closed: [
      "warning",
      "Your access is closed",
      "Your account here is closed. Do you want access again? Call or mail us.",
    ],
    child: ["info", childTexts.en.title, childTexts.en.text],
    age_unknown: [
      "info",
      "We do not know your age for certain",
      "We do not have your whole date of birth. So we do not know for certain whether you are 12 or older. Until then you cannot sign in here yourself.",
    ],
  },
  haveAccount: "I have an account",
  haveAccountText: "Do you already have an account here with e-mail and password? Then you can link your DigiD to it.",
  newTitle: "Welcome. Who are you?",
  newLead:
    "You are new here. DigiD gives us your citizen service number, but not your name. Enter it yourself. The people in your network see your name.",
  firstName: "First name",
  firstNameHint: "Do you have one name? Then leave this empty.",
  lastName: "Last name",
  birth: "Date of birth",
  day: "Day",
  month: "Month",
  year: "Year",
  birthHint: "For example 31 3 1980",
  continue: "Continue",
  late: "Your sign-in at DigiD is too old. Sign in with DigiD again.",
  errors: {
    required: "Enter this.",
    long: "This is too long.",
    twice: "Enter this once.",
    birth_date: "Enter a date of birth that exists.",
    child: "With this date of birth you are younger than 12. Then you cannot sign in yourself yet.",
  },
};

export const texts = { nl, en };
