import { texts as account } from "./account-texts.ts";

/** Words of the letters of clients with password and mailed code. They name no environment and nothing of care. */
const nl = {
  greeting: account.nl.greeting,
  purposes: { sign_in: "inloggen", sign_up: "aanmelden" },
  code: {
    title: (purpose: string) => `Uw code voor ${purpose}`,
    lead: (purpose: string) => `Gebruik deze code voor: ${purpose}.`,
    minutes: "De code werkt 5 minuten en één keer. Geef hem aan niemand, ook niet aan de servicedesk.",
    notYou: (phone: string) =>
      `Heeft u dit niet zelf gedaan? Gebruik de code dan niet. Iemand kent misschien uw wachtwoord: bel de servicedesk, ${phone}.`,
  },
  notYou: "Was u dit niet? Bel dan meteen de servicedesk.",
  changes: {
    password: {
      title: "Uw wachtwoord is veranderd",
      text: "Het wachtwoord van uw account is veranderd. U bent overal uitgelogd.",
    },
    codes_off: {
      title: "Inloggen met een code staat uit",
      text: "Na uw juiste wachtwoord is twintig keer achter elkaar een verkeerde code ingevuld. Daarom kunt u niet meer inloggen met een code. Kies een nieuw wachtwoord met ‘Wachtwoord vergeten’. Dan kan het weer.",
    },
  },
  reset: {
    ...account.nl.reset,
    text: "U vroeg om een nieuw wachtwoord. Met deze knop kiest u er een. De code per e-mail blijft nodig bij het inloggen.",
  },
  unlock: account.nl.unlock,
  whyNot: {
    waiting: {
      title: "Uw aanmelding wacht nog",
      text: "U wilde inloggen. Uw aanmelding is nog niet bekeken. U krijgt een e-mail zodra u kunt inloggen.",
      button: null,
    },
    refused: {
      title: "Over uw aanmelding",
      text: "U wilde inloggen, maar uw aanmelding is niet goedgekeurd. U kunt zich opnieuw aanmelden, of contact opnemen.",
      button: "Opnieuw aanmelden",
    },
    closed: {
      title: "Uw account is gesloten",
      text: "U wilde inloggen, maar dit account is gesloten. Wilt u een nieuw account? Meld u dan opnieuw aan.",
      button: "Opnieuw aanmelden",
    },
    shut: {
      title: "Inloggen met e-mail staat uit",
      text: "U wilde inloggen met uw e-mailadres en wachtwoord. Dat heeft u zelf uitgezet. Log in met DigiD.",
      button: "Naar inloggen",
    },
    child: {
      title: "Zelf inloggen kan vanaf 12 jaar",
      text: "U wilde inloggen. Volgens onze gegevens bent u jonger dan 12 jaar. Dan kunt u nog niet zelf inloggen. Er is niets mis met uw account: het gaat vanzelf open op uw twaalfde verjaardag. Bent u de vader, moeder of verzorger? Of bent u wel 12 jaar of ouder? Bel of mail ons dan.",
      button: null,
    },
    age_unknown: {
      title: "Wij weten uw leeftijd niet zeker",
      text: "U wilde inloggen. Bij ons staat niet uw hele geboortedatum. Daardoor weten wij niet zeker of u 12 jaar of ouder bent, en zo lang kunt u niet inloggen. Bel of mail ons. Als wij hebben gezien hoe oud u bent, kunnen wij uw account openen.",
      button: null,
    },
  },
};

const en: typeof nl = {
  greeting: account.en.greeting,
  purposes: { sign_in: "signing in", sign_up: "signing up" },
  code: {
    title: (purpose: string) => `Your code for ${purpose}`,
    lead: (purpose: string) => `Use this code for: ${purpose}.`,
    minutes: "The code works for 5 minutes and once. Give it to nobody, not even to the servicedesk.",
    notYou: (phone: string) =>
      `Was this not you? Then do not use the code. Somebody may know your password: call the servicedesk, ${phone}.`,
  },
  notYou: "Was this not you? Call the servicedesk at once.",
  changes: {
    password: {
      title: "Your password has been changed",
      text: "The password of your account has been changed. You have been signed out everywhere.",
    },
    codes_off: {
      title: "Signing in with a code is off",
      text: "After your right password a wrong code was entered twenty times in a row. So you can no longer sign in with a code. Choose a new password with ‘Forgot your password’. Then it works again.",
    },
  },
  reset: {
    ...account.en.reset,
    text: "You asked for a new password. With this button you choose one. The code by e-mail is still needed to sign in.",
    after: "The button works for 30 minutes and once. Did you not ask this? Then you need not do anything.",
  },
  unlock: {
    title: "Your account is locked for a while",
    text: "A wrong password was entered too often for your account. Do you want to sign in now? Then open your account here first. In the browser in which you do that, nobody can keep you out after that. This lasts a day.",
    button: "Open the account",
    after:
      "The button works for a day and once. If you do nothing, the lock goes away by itself: mostly after 15 minutes, after a day at the latest.",
  },
  whyNot: {
    waiting: {
      title: "Your sign-up is waiting",
      text: "You wanted to sign in. Nobody has looked at your sign-up yet. You get an e-mail as soon as you can sign in.",
      button: null,
    },
    refused: {
      title: "About your sign-up",
      text: "You wanted to sign in, but your sign-up was not approved. You can sign up again, or get in touch.",
      button: "Sign up again",
    },
    closed: {
      title: "Your account is closed",
      text: "You wanted to sign in, but this account is closed. Do you want a new account? Then sign up again.",
      button: "Sign up again",
    },
    shut: {
      title: "Signing in by e-mail is off",
      text: "You wanted to sign in with your e-mail address and password. You have switched that off yourself. Sign in with DigiD.",
      button: "To sign in",
    },
    child: {
      title: "Signing in yourself is possible from the age of 12",
      text: "You wanted to sign in. According to our data you are younger than 12. Then you cannot sign in yourself yet. Nothing is wrong with your account: it opens by itself on your twelfth birthday. Are you the father, mother or carer? Or are you 12 or older after all? Then call or mail us.",
      button: null,
    },
    age_unknown: {
      title: "We do not know your age for certain",
      text: "You wanted to sign in. We do not have your whole date of birth. So we do not know for certain whether you are 12 or older, and until then you cannot sign in. Call or mail us. Once we have seen how old you are, we can open your account.",
      button: null,
    },
  },
};

export const texts = { nl, en };
