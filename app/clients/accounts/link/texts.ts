/** Words of the page that joins DigiD to an account. */
const nl = {
  title: "DigiD koppelen",
  safer: "Inloggen met DigiD is veiliger dan inloggen met e-mail en wachtwoord.",
  question: {
    lead: "U bent ingelogd met DigiD. Wij kennen uw DigiD hier nog niet. Heeft u al een account met een e-mailadres en een wachtwoord?",
    have: "Ik heb een account",
    haveText: "Vul het e-mailadres en het wachtwoord van uw account in. U doet dit één keer.",
    email: "E-mailadres",
    password: "Wachtwoord",
    submit: "DigiD koppelen",
    minutes: "U heeft hiervoor 10 minuten, gerekend vanaf het inloggen met DigiD.",
    none: "Ik heb geen account",
    noneText: "Bel of mail dan, zodat wij u kunnen helpen:",
    knownText:
      "Wij zien wel een account op uw naam. Bent u het vergeten? Kies dan een nieuw wachtwoord. Heeft u nooit zelf een account gemaakt? Bel ons dan meteen: misschien deed iemand anders dat.",
    forgot: "Wachtwoord vergeten?",
  },
  start: {
    lead: "Koppel uw DigiD aan uw account. Daarna kunt u op twee manieren inloggen: met DigiD, of met uw e-mailadres, wachtwoord en code.",
    password: "Uw wachtwoord, nog een keer",
    hint: "Zo weten wij zeker dat u het bent. Daarna logt u binnen 10 minuten in met DigiD.",
    submit: "Verder naar DigiD",
  },
  linked: {
    lead: (at: string) => `Uw DigiD is gekoppeld sinds ${at}. U kunt inloggen met DigiD, of met uw e-mailadres.`,
    only: (at: string) => `U logt in met DigiD sinds ${at}.`,
    undoTitle: "Koppeling ongedaan maken",
    undo: (until: string) =>
      `Was u dit niet, of ging het per ongeluk? Tot ${until} kunt u de koppeling zelf ongedaan maken. Wie met DigiD is ingelogd, wordt dan uitgelogd.`,
    submit: "Koppeling ongedaan maken",
  },
  home: "Naar het overzicht",
  again: "Opnieuw beginnen",
  wrong: "Dit e-mailadres of wachtwoord klopt niet.",
  wrongPassword: "Dit wachtwoord klopt niet.",
  locked: (time: string) => `Er is te vaak een verkeerd wachtwoord ingevuld. Probeer het opnieuw na ${time}.`,
  outcomes: {
    linked: ["positive", "Uw DigiD is gekoppeld", "Vanaf nu kunt u op beide manieren inloggen."],
    undone: ["positive", "De koppeling is ongedaan gemaakt", "U logt weer in met uw e-mailadres en wachtwoord."],
    late: [
      "warning",
      "Het duurde te lang",
      "Het inloggen met DigiD is meer dan 10 minuten geleden. Begin opnieuw. Er is niets gekoppeld.",
    ],
    level: [
      "warning",
      "Uw manier van inloggen bij DigiD is niet sterk genoeg",
      "Kies bij DigiD de DigiD-app met ID-check en probeer het opnieuw. Er is niets gekoppeld.",
    ],
    taken: [
      "negative",
      "Deze DigiD heeft al een account",
      "Log in met DigiD: dan komt u in dat account. Klopt dat niet? Neem contact met ons op. Er is niets gekoppeld.",
    ],
    other_digid: [
      "negative",
      "Dit account heeft al een andere DigiD",
      "Eén account hoort bij één persoon. Neem contact met ons op. Er is niets gekoppeld.",
    ],
    unknown_bsn: [
      "negative",
      "Wij kunnen niet controleren of deze DigiD bij u hoort",
      "Uw burgerservicenummer staat nog niet in uw gegevens. Vraag ons om het toe te voegen, en probeer het daarna opnieuw. Er is niets gekoppeld.",
    ],
    other_person: [
      "negative",
      "Deze DigiD hoort bij iemand anders",
      "De persoon van deze DigiD is niet de persoon van dit account. Gebruik uw eigen DigiD. Denkt u dat er iets niet klopt? Neem contact met ons op: wij zien dat u dit probeerde. Er is niets gekoppeld.",
    ],
  } as Record<string, ["positive" | "warning" | "negative", string, string]>,
};

const en: typeof nl = {
  title: "Link DigiD",
  safer: "Signing in with DigiD is safer than signing in with e-mail and password.",
  question: {
    lead: "You are signed in with DigiD. We do not know your DigiD here yet. Do you have an account with an e-mail address and a password?",
    have: "I have an account",
    haveText: "Enter the e-mail address and the password of your account. You do this once.",
    email: "E-mail address",
    password: "Password",
    submit: "Link DigiD",
    minutes: "You have 10 minutes for this, counted from signing in with DigiD.",
    none: "I have no account",
    noneText: "Then call or mail, so that we can help you:",
    knownText:
      "We do see an account in your name. Did you forget it? Then choose a new password. Have you never made an account yourself? Then call us at once: perhaps somebody else did.",
    forgot: "Password forgotten?",
  },
  start: {
    lead: "Link your DigiD to your account. After that you can sign in in two ways: with DigiD, or with your e-mail address, password and code.",
    password: "Your password, once more",
    hint: "So we know for sure that it is you. After that you sign in with DigiD within 10 minutes.",
    submit: "On to DigiD",
  },
  linked: {
    lead: (at: string) => `Your DigiD has been linked since ${at}. You can sign in with DigiD, or with your e-mail.`,
    only: (at: string) => `You have signed in with DigiD since ${at}.`,
    undoTitle: "Undo the link",
    undo: (until: string) =>
      `Was this not you, or a mistake? Until ${until} you can undo the link yourself. Whoever is signed in with DigiD is then signed out.`,
    submit: "Undo the link",
  },
  home: "To the overview",
  again: "Start again",
  wrong: "This e-mail address or password is not right.",
  wrongPassword: "This password is not right.",
  locked: (time: string) => `A wrong password was entered too often. Try again after ${time}.`,
  outcomes: {
    linked: ["positive", "Your DigiD is linked", "From now on you can sign in either way."],
    undone: ["positive", "The link has been undone", "You sign in with your e-mail address and password again."],
    late: [
      "warning",
      "It took too long",
      "You signed in with DigiD more than 10 minutes ago. Start again. Nothing was linked.",
    ],
    level: [
      "warning",
      "Your way of signing in at DigiD is not strong enough",
      "Choose the DigiD app with ID check at DigiD and try again. Nothing was linked.",
    ],
    taken: [
      "negative",
      "This DigiD already has an account",
      "Sign in with DigiD: you then come into that account. Is that wrong? Get in touch with us. Nothing was linked.",
    ],
    other_digid: [
      "negative",
      "This account already has another DigiD",
      "One account belongs to one person. Get in touch with us. Nothing was linked.",
    ],
    unknown_bsn: [
      "negative",
      "We cannot check whether this DigiD is yours",
      "Your citizen service number is not in your details yet. Ask us to add it, and try again after that. Nothing was linked.",
    ],
    other_person: [
      "negative",
      "This DigiD is somebody else's",
      "The person of this DigiD is not the person of this account. Use your own DigiD. Do you think something is wrong? Get in touch with us: we see that you tried this. Nothing was linked.",
    ],
  },
};

export const texts = { nl, en };

const nlMail = {
  greeting: (name: string) => `Beste ${name},`,
  button: "Bekijken of ongedaan maken",
  linked: {
    title: "Uw DigiD is gekoppeld",
    text: "Uw DigiD is gekoppeld aan uw account. U kunt nu inloggen met DigiD, of met uw e-mailadres en wachtwoord.",
    after:
      "Was u dit niet? Log in met uw e-mailadres en maak de koppeling binnen 24 uur ongedaan. Kies ook een nieuw wachtwoord.",
  },
  not_linked: {
    title: "Een DigiD is niet gekoppeld",
    text: "Iemand met uw wachtwoord wilde een DigiD koppelen aan uw account. Die DigiD hoort niet bij dit account. Er is niets gekoppeld.",
    after: "Was u dit niet? Kies dan meteen een nieuw wachtwoord en bel de servicedesk.",
  },
  undone: {
    title: "De koppeling met DigiD is weg",
    text: "De koppeling van uw account met DigiD is ongedaan gemaakt. Wie met DigiD was ingelogd, is uitgelogd.",
    after: "Was u dit niet? Bel dan meteen de servicedesk.",
  },
};

const enMail: typeof nlMail = {
  greeting: (name: string) => `Dear ${name},`,
  button: "Look, or undo",
  linked: {
    title: "Your DigiD is linked",
    text: "Your DigiD has been linked to your account. You can now sign in with DigiD, or with your e-mail address and password.",
    after:
      "Was this not you? Sign in with your e-mail address and undo the link within 24 hours. Choose a new password too.",
  },
  not_linked: {
    title: "A DigiD was not linked",
    text: "Somebody with your password wanted to link a DigiD to your account. That DigiD does not belong to this account. Nothing was linked.",
    after: "Was this not you? Then choose a new password at once and call the servicedesk.",
  },
  undone: {
    title: "The link with DigiD is gone",
    text: "The link of your account with DigiD has been undone. Whoever was signed in with DigiD has been signed out.",
    after: "Was this not you? Call the servicedesk at once.",
  },
};

export const mailTexts = { nl: nlMail, en: enMail };
