/** Words of the mails and messages about accounts. */
const nl = {
  activation: {
    title: (product: string) => `Uw account voor ${product} is actief`,
    lead: (product: string) =>
      `Uw account voor ${product} staat klaar. Kies nu zelf een wachtwoord. Daarna kunt u inloggen.`,
    userName: "Gebruikersnaam",
    portal: "Adres van het portaal",
    factor: "Code bij het inloggen",
    bySms: (number: string) => `per sms naar ${number}`,
    byMail: "per e-mail",
    button: "Wachtwoord instellen",
    week: "De knop werkt zeven dagen. Is hij verlopen? Open hem dan toch: u kunt daar een nieuwe aanvragen.",
    tied: "Uw mobiele nummer is gekoppeld aan uw account. Bij elke keer inloggen krijgt u daarop een code.",
    handover:
      "U heeft geen mobiel nummer opgegeven. Voor de eerste keer heeft u daarom ook een code nodig die u persoonlijk krijgt: van uw zorgverlener, van de servicedesk aan de telefoon, of van wie uw account maakte.",
  },
  lapsed: {
    title: "Uw uitnodiging is verlopen",
    lead: (product: string) =>
      `Uw account voor ${product} is niet binnen dertig dagen geactiveerd. Het is nu gesloten.`,
    how: "Wilt u het account nog? Vraag dan om een nieuwe uitnodiging. Iemand bevestigt eerst dat u nog toegang mag hebben.",
    button: "Vraag een nieuwe uitnodiging",
  },
  purposes: {
    sign_in: "inloggen",
    activation: "uw account activeren",
    fresh: "bevestigen dat u het bent",
  },
  code: {
    title: (purpose: string) => `Uw code om ${purpose === "inloggen" ? "in te loggen" : "te bevestigen"}`,
    lead: (purpose: string) => `Gebruik deze code voor: ${purpose}.`,
    minutes: "De code werkt 5 minuten en één keer. Geef hem aan niemand, ook niet aan de servicedesk.",
    notYou: (phone: string) =>
      `Heeft u dit niet zelf gedaan? Iemand kent dan misschien uw wachtwoord. Bel de servicedesk: ${phone}.`,
    sms: (code: string, purpose: string, phone: string) =>
      `${code} is uw code voor: ${purpose}. Werkt 5 minuten. Niet door u gevraagd? Bel ${phone}. Zorgpoort`,
  },
  greeting: (name: string) => `Beste ${name},`,
  notYou: "Was u dit niet? Kies dan meteen een nieuw wachtwoord en bel de servicedesk.",
  changes: {
    password: {
      title: "Uw wachtwoord is veranderd",
      text: "Het wachtwoord van uw account is veranderd. Op andere apparaten bent u uitgelogd.",
    },
    device: {
      title: "Ingelogd op een nieuw apparaat",
      text: "Er is met uw account ingelogd op een apparaat of browser die wij niet kenden.",
    },
    unfinished: {
      title: "Iemand begon met inloggen",
      text: "Iemand gaf uw juiste wachtwoord, maar niet de code. Was u dat zelf, dan hoeft u niets te doen. Was u het niet, kies dan een nieuw wachtwoord.",
    },
    mail_code: {
      title: "Uw code is per e-mail verstuurd",
      text: "U vroeg om de code per e-mail in plaats van per sms.",
    },
    app_added: {
      title: "Er is een app toegevoegd",
      text: "U kunt voortaan ook inloggen met een code uit een app op uw telefoon.",
    },
    app_removed: { title: "De app is verwijderd", text: "U kunt niet meer inloggen met een code uit een app." },
    recovery: {
      title: "Er zijn nieuwe herstelcodes",
      text: "Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.",
    },
    codes_off: {
      title: "Inloggen met een code staat uit",
      text: "Na uw juiste wachtwoord is twintig keer achter elkaar een verkeerde code ingevuld. Daarom werken codes per sms, per e-mail en uit een app niet meer. Log in met een herstelcode. Of vraag uw zorgverlener of de servicedesk om een code die u persoonlijk krijgt. Daarna werken uw eigen codes weer. Was u dit niet? Kies dan ook een nieuw wachtwoord.",
    },
    recovery_used: {
      title: "Er is een herstelcode gebruikt",
      text: "Er is ingelogd met een herstelcode. Die werkt nu niet meer.",
    },
  },
  reset: {
    title: "Kies een nieuw wachtwoord",
    text: "U vroeg om een nieuw wachtwoord. Met deze knop kiest u er een. De code bij het inloggen blijft nodig.",
    button: "Nieuw wachtwoord kiezen",
    after: "De knop werkt 30 minuten en één keer. Vroeg u dit niet? Dan hoeft u niets te doen.",
  },
  unlock: {
    title: "Uw account is even op slot",
    text: "Er is te vaak een verkeerd wachtwoord ingevuld bij uw account. Wilt u nu inloggen? Open dan eerst hier uw account. In de browser waarin u dat doet, houdt niemand u daarna nog buiten. Dat geldt een dag.",
    button: "Account openen",
    after:
      "De knop werkt een dag en één keer. Doet u niets, dan gaat het slot er vanzelf af: meestal na 15 minuten, uiterlijk na een dag.",
  },
};

const en: typeof nl = {
  activation: {
    title: (product: string) => `Your account for ${product} is active`,
    lead: (product: string) =>
      `Your account for ${product} is ready. Choose a password now. After that you can sign in.`,
    userName: "User name",
    portal: "Address of the portal",
    factor: "Code at sign-in",
    bySms: (number: string) => `by SMS to ${number}`,
    byMail: "by e-mail",
    button: "Set your password",
    week: "The button works for seven days. Has it expired? Open it all the same: you can ask for a new one there.",
    tied: "Your mobile number is tied to your account. Each time you sign in you receive a code on it.",
    handover:
      "You gave no mobile number. For the first time you therefore also need a code that is given to you in person: by your practitioner, by the servicedesk on the telephone, or by who made your account.",
  },
  lapsed: {
    title: "Your invitation has lapsed",
    lead: (product) => `Your account for ${product} was not activated within thirty days. It is closed now.`,
    how: "Do you still want the account? Then ask for a new invitation. Somebody first confirms that you may still have access.",
    button: "Ask for a new invitation",
  },
  purposes: {
    sign_in: "signing in",
    activation: "activating your account",
    fresh: "confirming that it is you",
  },
  code: {
    title: (purpose: string) => `Your code for ${purpose}`,
    lead: (purpose: string) => `Use this code for: ${purpose}.`,
    minutes: "The code works for 5 minutes and once. Give it to nobody, not even to the servicedesk.",
    notYou: (phone: string) => `Was this not you? Somebody may know your password. Call the servicedesk: ${phone}.`,
    sms: (code: string, purpose: string, phone: string) =>
      `${code} is your code for: ${purpose}. Works 5 minutes. Not asked by you? Call ${phone}. Zorgpoort`,
  },
  greeting: (name: string) => `Dear ${name},`,
  notYou: "Was this not you? Choose a new password at once and call the servicedesk.",
  changes: {
    password: {
      title: "Your password has been changed",
      text: "The password of your account has been changed. You have been signed out on other devices.",
    },
    device: {
      title: "Signed in on a new device",
      text: "Your account was used on a device or browser that we did not know.",
    },
    unfinished: {
      title: "Somebody began to sign in",
      text: "Somebody gave your right password, but not the code. If it was you, you need not do anything. If not, choose a new password.",
    },
    mail_code: { title: "Your code was sent by mail", text: "You asked for the code by mail instead of by SMS." },
    app_added: {
      title: "An app has been added",
      text: "From now on you can also sign in with a code from an app on your phone.",
    },
    app_removed: { title: "The app has been removed", text: "You can no longer sign in with a code from an app." },
    recovery: {
      title: "There are new recovery codes",
      text: "New recovery codes have been made. The old ones no longer work.",
    },
    codes_off: {
      title: "Signing in with a code is off",
      text: "After your right password a wrong code was entered twenty times in a row. So codes by SMS, by e-mail and of an app no longer work. Sign in with a recovery code. Or ask your practitioner or the servicedesk for a code that you get in person. After that your own codes work again. Was it not you? Then choose a new password too.",
    },
    recovery_used: {
      title: "A recovery code was used",
      text: "Somebody signed in with a recovery code. It no longer works.",
    },
  },
  reset: {
    title: "Choose a new password",
    text: "You asked for a new password. Choose one with this button. The code at sign-in is still needed.",
    button: "Choose a new password",
    after: "The button works for 30 minutes and once. Did you not ask for this? Then you need not do anything.",
  },
  unlock: {
    title: "Your account is locked for a moment",
    text: "A wrong password was entered too often for your account. Do you want to sign in now? Then open your account here first. In the browser in which you do that, nobody can keep you out after that. This lasts a day.",
    button: "Open the account",
    after:
      "The button works for a day and once. If you do nothing, the lock goes off by itself: mostly after 15 minutes, after a day at the latest.",
  },
};

export const texts = { nl, en };
