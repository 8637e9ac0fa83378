/** Words of the pages for signing in and for the own account. */
const nl = {
  signIn: {
    title: "Inloggen",
    lead: "Met uw e-mailadres en uw wachtwoord. Daarna vragen wij een code.",
    email: "E-mailadres",
    password: "Wachtwoord",
    submit: "Verder",
    forgot: "Wachtwoord vergeten?",
    new: "Nog geen account? Meld uw praktijk aan",
    wrong: "Dit e-mailadres of wachtwoord klopt niet.",
    locked: (time: string) =>
      `Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het opnieuw na ${time}. Is dit uw account? Dan kreeg u een e-mail waarmee u eerder verder kunt.`,
    done: {
      wachtwoord: "Uw nieuwe wachtwoord is ingesteld. U bent overal uitgelogd. Log nu in.",
      uitgelogd: "U bent uitgelogd.",
      open: "Uw account is weer open. U kunt nu inloggen.",
      verlopen: "U was te lang niet actief. Log opnieuw in.",
    } as Record<string, string>,
  },
  code: {
    title: "Vul uw code in",
    leads: {
      sms: (to: string) => `Wij stuurden een sms naar ${to}.`,
      mail: (to: string) => `Wij stuurden een e-mail naar ${to}.`,
      app: () => "Open uw app en vul de zes cijfers in.",
      recovery: () => "Vul een van uw herstelcodes in. Elke code werkt één keer.",
      handover: () =>
        "U heeft uw wachtwoord opnieuw ingesteld vanuit uw e-mail. Daarom is nu een code nodig die u persoonlijk krijgt. Vraag die aan uw zorgverlener of aan de servicedesk.",
    },
    label: {
      sms: "Code uit de sms",
      mail: "Code uit de e-mail",
      app: "Code uit uw app",
      recovery: "Herstelcode",
      handover: "Code die u kreeg",
    },
    minutes: "De code werkt 5 minuten.",
    submit: "Inloggen",
    resend: "Stuur een nieuwe code",
    byMail: "Geen sms gekregen? Stuur de code per e-mail",
    byMailNote: "U krijgt daarvan ook een melding per e-mail.",
    other: {
      app: "Gebruik de app",
      sms: "Gebruik de sms",
      mail: "Gebruik e-mail",
      recovery: "Gebruik een herstelcode",
      handover: "Gebruik een code die u kreeg",
    },
    stop: "Stoppen met inloggen",
    sent: "Er is een nieuwe code onderweg.",
    errors: {
      required: "Vul de code in.",
      wrong: "Deze code klopt niet. Kijk hem na en probeer het opnieuw.",
      expired: "Deze code werkt niet meer. Vraag een nieuwe code aan.",
      used_up: "Deze code is te vaak verkeerd ingevuld en werkt niet meer. Vraag een nieuwe code aan.",
      off: "Deze manier staat uit, omdat er te vaak een verkeerde code is ingevuld. Kies een andere manier, of bel de servicedesk.",
      limited: "U kunt nu nog geen nieuwe code krijgen. Wacht een minuut. Na drie codes moet u een kwartier wachten.",
    } as Record<string, string>,
  },
  fresh: {
    title: "Bevestig dat u het bent",
    lead: "Dit is een belangrijke stap. Daarom vragen wij opnieuw een code.",
    submit: "Bevestigen",
  },
  activate: {
    title: "Account activeren",
    welcome: (name: string) =>
      `Welkom, ${name}. Kies een wachtwoord. Daarna vragen wij een code. Pas dan is uw account actief.`,
    userName: "Uw gebruikersnaam",
    bySms: (to: string) => `De code komt per sms op ${to}.`,
    byMail: "De code komt per e-mail. U heeft ook de code nodig die u persoonlijk kreeg.",
    password: "Kies een wachtwoord",
    hint: "Minstens 12 tekens. Een zin van een paar woorden is sterk en makkelijk te onthouden. Plakken mag.",
    submit: "Verder",
    codeTitle: "Bevestig met uw code",
    handover: "Code die u persoonlijk kreeg",
    handoverHint: "Acht cijfers, van uw zorgverlener of van de servicedesk.",
    codeSubmit: "Account activeren",
    expired: {
      title: "Deze link is verlopen",
      lead: "Vraag een nieuwe aan. Wij sturen hem naar hetzelfde e-mailadres.",
      button: "Stuur een nieuwe link",
    },
    replaced: {
      title: "Er is een nieuwere link",
      lead: (at: string) =>
        `U kreeg een nieuwere e-mail, op ${at}. Gebruik de knop in die e-mail. Vindt u die niet? Vraag dan een nieuwe link.`,
    },
    used: {
      title: "Dit account is al actief",
      lead: "U kunt inloggen met uw e-mailadres en uw wachtwoord.",
      button: "Naar inloggen",
    },
    unknown: {
      title: "Deze link werkt niet",
      lead: "De link is niet volledig of werkt niet meer. Open de nieuwste e-mail die u van ons kreeg, of bel de servicedesk.",
    },
    sent: { title: "Kijk in uw e-mail", lead: "Wij hebben een nieuwe link gestuurd." },
    limited: {
      title: "Kijk in uw e-mail",
      lead: "Er is het afgelopen uur al drie keer een link gestuurd. Kijk ook bij ongewenste e-mail. Over een uur kunt u weer een link vragen.",
    },
    closed: {
      title: "Dit account is gesloten",
      lead: "Activeren kan niet meer. Bel de servicedesk als dit volgens u niet klopt.",
    },
  },
  password: {
    faults: {
      short: "Gebruik minstens 12 tekens.",
      long: "Gebruik niet meer dan 128 tekens.",
      common:
        "Dit wachtwoord is makkelijk te raden. Kies iets wat niemand anders zo kiest, zoals een zin van een paar losse woorden.",
      own: "Uw naam, e-mailadres of de naam van het portaal is makkelijk te raden. Kies iets anders.",
      wrong: "Dit wachtwoord klopt niet.",
      required: "Vul een wachtwoord in.",
    } as Record<string, string>,
  },
  forgot: {
    title: "Wachtwoord vergeten",
    lead: "Vul uw e-mailadres in. Hebben wij een account met dat adres, dan krijgt u een e-mail met een knop.",
    submit: "Stuur de e-mail",
    sentTitle: "Kijk in uw e-mail",
    sent: "Kent het portaal dit adres, dan staat er binnen een paar minuten een e-mail klaar. Had u uw account nog niet geactiveerd, dan krijgt u de e-mail om te activeren opnieuw. Niets gekregen? Kijk bij ongewenste e-mail of bel de servicedesk.",
    email: "Vul een e-mailadres in.",
  },
  reset: {
    title: "Nieuw wachtwoord kiezen",
    lead: "Na het opslaan bent u overal uitgelogd. De code bij het inloggen blijft nodig.",
    submit: "Opslaan",
    badTitle: "Deze link werkt niet meer",
    bad: "De link is verlopen, al gebruikt of vervangen door een nieuwere. Vraag een nieuwe aan.",
    again: "Nieuwe link aanvragen",
  },
  unlock: {
    title: "Account openen",
    lead: "Er is te vaak een verkeerd wachtwoord ingevuld. Met deze knop haalt u het slot eraf.",
    submit: "Slot eraf halen",
    badTitle: "Deze link werkt niet meer",
    bad: "Het slot gaat vanzelf na 15 minuten van uw account af.",
  },
  terms: {
    title: "Gebruiksvoorwaarden",
    lead: (version: string) => `Voordat u verder gaat: dit zijn de voorwaarden, versie ${version}.`,
    accept: "Ik ga akkoord",
    decline: "Ik ga niet akkoord",
    full: "De volledige tekst",
    declinedTitle: "U gaat niet akkoord",
    declined:
      "Dat mag. Zonder akkoord kunt u het portaal niet gebruiken. Wij hebben dit vastgelegd. U kunt uw gegevens opvragen bij de servicedesk, later alsnog akkoord gaan, of uitloggen.",
    back: "Terug naar de voorwaarden",
    signOut: "Uitloggen",
  },
  account: {
    title: "Mijn account",
    lead: "Uw gegevens, hoe u inlogt en waar u bent ingelogd.",
    userName: "Gebruikersnaam",
    name: "Naam",
    codes: "Uw code komt",
    bySms: (to: string) => `per sms naar ${to}. Sms is niet de veiligste manier: een app is beter.`,
    byMail: (to: string) => `per e-mail naar ${to}. Dat is minder veilig dan een mobiel nummer of een app.`,
    byApp: "uit uw app. Sms of e-mail blijft mogelijk.",
    app: "Code uit een app",
    appNeeded: "Voor gegevens van cliënten is een app nodig",
    appNeededWhy:
      "Met een code per sms of e-mail kunt u niet bij gegevens van cliënten: die code kan een ander onderscheppen. Voeg een app toe. Heeft u al een app? Log dan opnieuw in met een code uit die app.",
    appLead: "Een app op uw telefoon maakt codes, ook zonder bereik. Gratis, en veiliger dan sms.",
    appAdd: "App toevoegen",
    appRemove: "App verwijderen",
    appOn: "Uw app is gekoppeld.",
    recovery: "Herstelcodes",
    recoveryLead: "Telefoon kwijt? Met een herstelcode kunt u toch inloggen. Bewaar ze op papier.",
    recoveryLeft: (n: number) =>
      n === 0
        ? "U heeft nu geen herstelcodes."
        : n === 1
          ? "U heeft nog 1 herstelcode."
          : `U heeft nog ${n} herstelcodes.`,
    recoveryMake: "Nieuwe herstelcodes maken",
    recoveryTitle: "Uw nieuwe herstelcodes",
    recoveryShow:
      "Schrijf deze codes op of druk ze af. U ziet ze maar één keer. Elke code werkt één keer. Oude codes werken niet meer.",
    sessions: "Waar u bent ingelogd",
    thisOne: "Dit apparaat",
    since: "Ingelogd op",
    seen: "Laatst gezien",
    endOne: "Uitloggen op dat apparaat",
    endOthers: "Overal anders uitloggen",
    password: "Wachtwoord veranderen",
    current: "Huidig wachtwoord",
    next: "Nieuw wachtwoord",
    save: "Wachtwoord opslaan",
    done: {
      wachtwoord: "Uw wachtwoord is veranderd. Op andere apparaten bent u uitgelogd.",
      app: "Uw app is gekoppeld.",
      verwijderd: "De app is verwijderd.",
      sessies: "Gedaan.",
    } as Record<string, string>,
    appTitle: "App toevoegen",
    appSteps:
      "Open uw app voor codes (een authenticator) en kies toevoegen. Scan het vierkant, of typ de sleutel over. Vul daarna de code in die de app toont.",
    appKey: "Sleutel",
    appLink: "Openen in een app op dit apparaat",
    appConfirm: "Koppelen",
  },
};

const en: typeof nl = {
  signIn: {
    title: "Sign in",
    lead: "With your e-mail address and your password. After that we ask for a code.",
    email: "E-mail address",
    password: "Password",
    submit: "Continue",
    forgot: "Forgot your password?",
    new: "No account yet? Register your practice",
    wrong: "This e-mail address or password is not right.",
    locked: (time: string) =>
      `A wrong password was entered too often. Try again after ${time}. Is this your account? Then you received a mail with which you can go on sooner.`,
    done: {
      wachtwoord: "Your new password has been set. You have been signed out everywhere. Sign in now.",
      uitgelogd: "You are signed out.",
      open: "Your account is open again. You can sign in now.",
      verlopen: "You were inactive for too long. Please sign in again.",
    },
  },
  code: {
    title: "Enter your code",
    leads: {
      sms: (to: string) => `We sent an SMS to ${to}.`,
      mail: (to: string) => `We sent a mail to ${to}.`,
      app: () => "Open your app and enter the six digits.",
      recovery: () => "Enter one of your recovery codes. Each code works once.",
      handover: () =>
        "You reset your password from your mailbox. That is why a code is needed that is given to you in person. Ask your practitioner or the servicedesk for it.",
    },
    label: {
      sms: "Code from the SMS",
      mail: "Code from the mail",
      app: "Code from your app",
      recovery: "Recovery code",
      handover: "Code that was given to you",
    },
    minutes: "The code works for 5 minutes.",
    submit: "Sign in",
    resend: "Send a new code",
    byMail: "No SMS received? Send the code by mail",
    byMailNote: "You are told of this by mail as well.",
    other: {
      app: "Use the app",
      sms: "Use SMS",
      mail: "Use e-mail",
      recovery: "Use a recovery code",
      handover: "Use a code that was given to you",
    },
    stop: "Stop signing in",
    sent: "A new code is on its way.",
    errors: {
      required: "Enter the code.",
      wrong: "This code is not right. Check it and try again.",
      expired: "This code no longer works. Ask for a new one.",
      used_up: "This code was entered wrongly too often and no longer works. Ask for a new one.",
      off: "This way is switched off, because a wrong code was entered too often. Choose another way, or call the servicedesk.",
      limited:
        "You cannot have a new code yet. Wait a minute. After three codes you have to wait a quarter of an hour.",
    },
  },
  fresh: {
    title: "Confirm that it is you",
    lead: "This is an important step. That is why we ask for a code again.",
    submit: "Confirm",
  },
  activate: {
    title: "Activate your account",
    welcome: (name: string) =>
      `Welcome, ${name}. Choose a password. After that we ask for a code. Only then is your account active.`,
    userName: "Your user name",
    bySms: (to: string) => `The code comes by SMS on ${to}.`,
    byMail: "The code comes by mail. You also need the code that was given to you in person.",
    password: "Choose a password",
    hint: "At least 12 characters. A sentence of a few words is strong and easy to remember. Pasting is fine.",
    submit: "Continue",
    codeTitle: "Confirm with your code",
    handover: "Code that was given to you in person",
    handoverHint: "Eight digits, from your practitioner or the servicedesk.",
    codeSubmit: "Activate the account",
    expired: {
      title: "This link has expired",
      lead: "Ask for a new one. We send it to the same e-mail address.",
      button: "Send a new link",
    },
    replaced: {
      title: "There is a newer link",
      lead: (at: string) =>
        `You received a newer mail, on ${at}. Use the button in that mail. Cannot find it? Then ask for a new link.`,
    },
    used: {
      title: "This account is active already",
      lead: "You can sign in with your e-mail address and your password.",
      button: "To sign-in",
    },
    unknown: {
      title: "This link does not work",
      lead: "The link is not complete or no longer works. Open the newest mail you received from us, or call the servicedesk.",
    },
    sent: { title: "Look in your mailbox", lead: "We have sent a new link." },
    limited: {
      title: "Look in your mailbox",
      lead: "In the past hour a link was sent three times. Look in your spam folder too. In an hour you can ask for a link again.",
    },
    closed: {
      title: "This account is closed",
      lead: "It can no longer be activated. Call the servicedesk if you think this is not right.",
    },
  },
  password: {
    faults: {
      short: "Use at least 12 characters.",
      long: "Use no more than 128 characters.",
      common:
        "This password is easy to guess. Choose something nobody else would choose, such as a sentence of a few unrelated words.",
      own: "Your name, e-mail address or the name of the portal is easy to guess. Choose something else.",
      wrong: "This password is not right.",
      required: "Enter a password.",
    },
  },
  forgot: {
    title: "Forgot your password",
    lead: "Enter your e-mail address. If we have an account with that address, you receive a mail with a button.",
    submit: "Send the mail",
    sentTitle: "Look in your mailbox",
    sent: "If the portal knows this address, a mail arrives within a few minutes. If you had not activated your account yet, you receive the mail to activate it again. Nothing received? Look in your spam folder or call the servicedesk.",
    email: "Enter an e-mail address.",
  },
  reset: {
    title: "Choose a new password",
    lead: "After saving you are signed out everywhere. The code at sign-in is still needed.",
    submit: "Save",
    badTitle: "This link no longer works",
    bad: "The link has expired, was used, or a newer one took its place. Ask for a new one.",
    again: "Ask for a new link",
  },
  unlock: {
    title: "Open your account",
    lead: "A wrong password was entered too often. With this button you take the lock off.",
    submit: "Take the lock off",
    badTitle: "This link no longer works",
    bad: "The lock goes off your account by itself after 15 minutes.",
  },
  terms: {
    title: "Terms of use",
    lead: (version: string) => `Before you go on: these are the terms, version ${version}.`,
    accept: "I accept",
    decline: "I do not accept",
    full: "The full text (Dutch)",
    declinedTitle: "You do not accept",
    declined:
      "That is fine. Without accepting you cannot use the portal. We have noted this. You can ask the servicedesk for your data, accept later after all, or sign out.",
    back: "Back to the terms",
    signOut: "Sign out",
  },
  account: {
    title: "My account",
    lead: "Your data, how you sign in and where you are signed in.",
    userName: "User name",
    name: "Name",
    codes: "Your code comes",
    bySms: (to: string) => `by SMS to ${to}. SMS is not the safest way: an app is better.`,
    byMail: (to: string) => `by mail to ${to}. That is less safe than a mobile number or an app.`,
    byApp: "from your app. SMS or mail stays possible.",
    app: "Code from an app",
    appNeeded: "An app is needed for data of clients",
    appNeededWhy:
      "A code by SMS or e-mail does not open data of clients: somebody else can intercept that code. Add an app. Do you have an app already? Then sign in again with a code from that app.",
    appLead: "An app on your phone makes codes, also without reception. Free, and safer than SMS.",
    appAdd: "Add an app",
    appRemove: "Remove the app",
    appOn: "Your app is connected.",
    recovery: "Recovery codes",
    recoveryLead: "Lost your phone? With a recovery code you can sign in all the same. Keep them on paper.",
    recoveryLeft: (n: number) =>
      n === 0
        ? "You have no recovery codes now."
        : n === 1
          ? "You have 1 recovery code left."
          : `You have ${n} recovery codes left.`,
    recoveryMake: "Make new recovery codes",
    recoveryTitle: "Your new recovery codes",
    recoveryShow:
      "Write these codes down or print them. You see them only once. Each code works once. Old codes no longer work.",
    sessions: "Where you are signed in",
    thisOne: "This device",
    since: "Signed in on",
    seen: "Last seen",
    endOne: "Sign out on that device",
    endOthers: "Sign out everywhere else",
    password: "Change your password",
    current: "Current password",
    next: "New password",
    save: "Save the password",
    done: {
      wachtwoord: "Your password has been changed. You have been signed out on other devices.",
      app: "Your app is connected.",
      verwijderd: "The app has been removed.",
      sessies: "Done.",
    },
    appTitle: "Add an app",
    appSteps:
      "Open your app for codes (an authenticator) and choose to add. Scan the square, or type the key. Then enter the code that the app shows.",
    appKey: "Key",
    appLink: "Open in an app on this device",
    appConfirm: "Connect",
  },
};

export const texts = { nl, en };
