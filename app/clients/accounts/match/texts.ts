/** Words of the pages where practice staff decides on sign-ups. */
const nl = {
  listTitle: "Aanmeldingen",
  listLead: "Mensen die met e-mail en wachtwoord willen inloggen. De oudste staat bovenaan.",
  empty: "Er wacht niemand",
  emptyText: "Zodra iemand zich aanmeldt, staat die hier.",
  columns: ["Naam", "Geboortedatum", "Aangemeld op"],
  title: "Aanmelding",
  typed: "Ingevuld bij de aanmelding",
  name: "Naam",
  birthDate: "Geboortedatum",
  email: "E-mailadres",
  at: "Aangemeld op",
  candidates: "Wie is dit?",
  candidatesLead:
    "Deze mensen hebben dezelfde geboortedatum en een naam die erop lijkt. Twijfelt u? Bel de persoon op het nummer dat u zelf al heeft, nooit op een nummer dat iemand u nu geeft.",
  none: "Er is niemand met deze geboortedatum en een naam die erop lijkt",
  noneText:
    "Is deze persoon wel uw cliënt? Controleer de gegevens in uw eigen systeem. Anders wijst u de aanmelding af.",
  record: "In het dossier",
  number: "Nummer",
  address: "Adres",
  phone: "Telefoon",
  emailCheck: "E-mailadres",
  emailSame: "Gelijk aan het ingevulde adres",
  emailOther: "Anders dan het ingevulde adres: controleer of het klopt",
  emailUnknown: "Niet bekend in het dossier: controleer of het klopt",
  unknown: "Niet bekend",
  accept: "Accepteren en koppelen aan deze persoon",
  age: "Leeftijd",
  years: (age: string) => `${age.replace("-", " of ")} jaar`,
  ageRules: {
    child:
      "Jonger dan 12: geen eigen account. Accepteren kan niet. Help een ouder of verzorger zelf, aan de balie of aan de telefoon.",
    age_unknown:
      "De geboortedatum is niet helemaal bekend. Een eigen account kan vanaf 12 jaar: kijk daarom naar een identiteitsbewijs.",
    young:
      "12 tot en met 15 jaar: een eigen account mag. Een ouder mag alleen meekijken als het kind én de ouder dat willen. Geef dit account dus niet aan een ouder.",
    own: "16 jaar of ouder: een eigen account. Een ouder heeft geen toegang.",
  },
  checkTitle: "Dit is anders dan in het dossier",
  checks: {
    name: "De naam is anders geschreven. Ik heb nagegaan dat dit dezelfde persoon is.",
    birth_date:
      "Het dossier heeft niet de hele geboortedatum. Ik heb de datum en de leeftijd op een identiteitsbewijs gezien.",
    email: "Het e-mailadres is anders. Ik heb bij de persoon zelf nagevraagd dat dit adres klopt.",
    email_unknown: "Het dossier heeft geen e-mailadres. Ik heb bij de persoon zelf nagevraagd dat dit adres klopt.",
  },
  unchecked: "Vink aan wat u heeft gecontroleerd. Zonder die controle koppelt u niet.",
  hasAccount: "Deze persoon heeft al een account",
  hasAccountText:
    "Koppelen kan daarom niet. Wijs de aanmelding af, of vraag de persoon zelf: misschien logt die al in met DigiD. Is het een vreemde? Dan heeft die nog niets gezien.",
  refuse: "Afwijzen",
  refuseTitle: "Aanmelding afwijzen",
  reason: "Reden",
  reasonHint: "De reden blijft bij u. De cliënt krijgt een e-mail dat het niet is gelukt en hoe het verder kan.",
  reasonMissing: "Kies een reden.",
  reasons: {
    unknown: "Staat niet bij ons ingeschreven",
    differs: "Gegevens kloppen niet met ons dossier",
    has_account: "Heeft al een account",
    not_sure: "Wij konden niet vaststellen wie dit is",
    child: "Jonger dan 12 jaar",
  } as Record<string, string>,
  states: {
    signed_up: "Wacht op u",
    terms_pending: "Geaccepteerd. De cliënt krijgt bij het inloggen de voorwaarden te zien.",
    active: "Geaccepteerd",
    refused: "Afgewezen",
    closed: "Gesloten",
  } as Record<string, string>,
  conflicts: {
    person_has_account: "Deze persoon heeft intussen een account. Er is niets gekoppeld.",
    birth_date_differs: "De geboortedatum is anders. Er is niets gekoppeld.",
    child: "Deze persoon is jonger dan 12 jaar. Er is niets gekoppeld.",
    state_changed: "Een collega heeft deze aanmelding al behandeld.",
  } as Record<string, string>,
  back: "Terug naar de aanmeldingen",
};

const en: typeof nl = {
  listTitle: "Sign-ups",
  listLead: "People who want to sign in with e-mail and password. The oldest is at the top.",
  empty: "Nobody is waiting",
  emptyText: "As soon as somebody signs up, they are listed here.",
  columns: ["Name", "Date of birth", "Signed up on"],
  title: "Sign-up",
  typed: "Entered at sign-up",
  name: "Name",
  birthDate: "Date of birth",
  email: "E-mail address",
  at: "Signed up on",
  candidates: "Who is this?",
  candidatesLead:
    "These people have the same date of birth and a name that looks like it. In doubt? Call the person on the number that you already have, never on one that somebody gives you now.",
  none: "There is nobody with this date of birth and a name that looks like it",
  noneText: "Is this person your client? Check the details in your own system. If not, refuse the sign-up.",
  record: "In the record",
  number: "Number",
  address: "Address",
  phone: "Telephone",
  emailCheck: "E-mail address",
  emailSame: "The same as the address entered",
  emailOther: "Not the address entered: check whether it is right",
  emailUnknown: "Not known in the record: check whether it is right",
  unknown: "Not known",
  accept: "Accept and link to this person",
  age: "Age",
  years: (age) => `${age.replace("-", " or ")} years`,
  ageRules: {
    child:
      "Younger than 12: no account of their own. Accepting is not possible. Help a parent or carer yourself, at the desk or by telephone.",
    age_unknown:
      "The date of birth is not wholly known. An own account is possible from the age of 12: so look at a proof of identity.",
    young:
      "12 up to and including 15: an own account is allowed. A parent may look along only if both the child and the parent want that. So do not give this account to a parent.",
    own: "16 or older: an own account. A parent has no access.",
  },
  checkTitle: "This differs from the record",
  checks: {
    name: "The name is written differently. I have established that this is the same person.",
    birth_date:
      "The record does not have the whole date of birth. I have seen the date and the age on a proof of identity.",
    email: "The e-mail address differs. I have asked the person whether this address is right.",
    email_unknown: "The record has no e-mail address. I have asked the person whether this address is right.",
  },
  unchecked: "Tick what you have checked. Without that check you do not link.",
  hasAccount: "This person already has an account",
  hasAccountText:
    "So linking is not possible. Refuse the sign-up, or ask the person: perhaps they sign in with DigiD already. Is it a stranger? Then they have not seen anything yet.",
  refuse: "Refuse",
  refuseTitle: "Refuse the sign-up",
  reason: "Reason",
  reasonHint: "The reason stays with you. The client gets an e-mail that it did not work and how to go on.",
  reasonMissing: "Choose a reason.",
  reasons: {
    unknown: "Not registered with us",
    differs: "Details do not agree with our record",
    has_account: "Already has an account",
    not_sure: "We could not establish who this is",
    child: "Younger than 12",
  },
  states: {
    signed_up: "Waits for you",
    terms_pending: "Accepted. The client sees the terms at sign-in.",
    active: "Accepted",
    refused: "Refused",
    closed: "Closed",
  },
  conflicts: {
    person_has_account: "This person has an account meanwhile. Nothing was linked.",
    birth_date_differs: "The date of birth differs. Nothing was linked.",
    child: "This person is younger than 12. Nothing was linked.",
    state_changed: "A colleague has already dealt with this sign-up.",
  },
  back: "Back to the sign-ups",
};

export const texts = { nl, en };

const nlMail = {
  greeting: (name: string) => `Beste ${name},`,
  decisions: {
    accepted: {
      title: "Uw account is klaar",
      paragraphs: ["Uw aanmelding is goedgekeurd. U kunt nu inloggen met uw e-mailadres en uw wachtwoord."],
      button: "Inloggen" as string | null,
    },
    refused: {
      title: "Over uw aanmelding",
      paragraphs: [
        "Uw aanmelding is niet goedgekeurd. Dat kan komen doordat uw naam of geboortedatum anders is ingevuld dan wij hebben, of doordat u al een account heeft.",
        "Kijk uw gegevens na en meld u opnieuw aan. Of bel of ga langs waar u zich aanmeldde: daar hoort u de reden.",
      ],
      button: "Opnieuw aanmelden" as string | null,
    },
    child: {
      title: "Over uw aanmelding",
      paragraphs: [
        "Uw aanmelding is niet goedgekeurd. Een eigen account kan vanaf 12 jaar.",
        "Bent u de vader, moeder of verzorger? Bel of ga langs waar u zich aanmeldde: daar helpen ze u verder.",
      ],
      button: null,
    },
    undone: {
      title: "Over uw account",
      paragraphs: [
        "Uw account was aan de verkeerde gegevens gekoppeld. Dat is hersteld. Daarom bent u uitgelogd en kunt u nu even niet inloggen.",
        "Er wordt opnieuw gekeken welke gegevens bij u horen. Daarna krijgt u een e-mail. Vragen? Bel of ga langs waar u zich aanmeldde.",
      ],
      button: null,
    },
    undone_closed: {
      title: "Over uw account",
      paragraphs: [
        "Uw account was aan de verkeerde gegevens gekoppeld. Dat is hersteld. Uw account is daarom gesloten.",
        "Wilt u weten waarom, of wilt u weer een account? Bel of ga langs waar u cliënt bent.",
      ],
      button: null,
    },
  },
};

const enMail: typeof nlMail = {
  greeting: (name: string) => `Dear ${name},`,
  decisions: {
    accepted: {
      title: "Your account is ready",
      paragraphs: ["Your sign-up has been approved. You can now sign in with your e-mail address and your password."],
      button: "Sign in",
    },
    refused: {
      title: "About your sign-up",
      paragraphs: [
        "Your sign-up was not approved. Perhaps your name or date of birth was entered differently from what we have, or you already have an account.",
        "Check your details and sign up again. Or call or visit where you signed up: there you hear the reason.",
      ],
      button: "Sign up again",
    },
    child: {
      title: "About your sign-up",
      paragraphs: [
        "Your sign-up was not approved. An account of your own is possible from the age of 12.",
        "Are you the father, mother or carer? Call or visit where you signed up: they help you there.",
      ],
      button: null,
    },
    undone: {
      title: "About your account",
      paragraphs: [
        "Your account was linked to the wrong data. That has been put right. So you are signed out, and cannot sign in for now.",
        "We look again which data are yours. Then you get an e-mail. Questions? Call or visit where you signed up.",
      ],
      button: null,
    },
    undone_closed: {
      title: "About your account",
      paragraphs: [
        "Your account was linked to the wrong data. That has been put right. So your account is closed.",
        "Do you want to know why, or want an account again? Call or visit where you are a client.",
      ],
      button: null,
    },
  },
};

export const mailTexts = { nl: nlMail, en: enMail };
