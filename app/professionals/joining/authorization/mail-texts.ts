const nlGreeting = (name: string) => `Geachte ${name},`;
const enGreeting = (name: string) => `Dear ${name},`;

const nl = {
  authorization: {
    title: "Onderteken uw machtiging",
    greeting: nlGreeting,
    asked: (product: string) =>
      `U hebt een account aangevraagd voor ${product}. Uw machtiging staat klaar. Daarmee mogen wij de rapportages van uw praktijk in uw portaal laden.`,
    check:
      "Dit hebt u ingevuld. Klopt alles? Klik dan op de knop, lees het document en zet uw handtekening. Klopt er iets niet, dan past u het daar aan.",
    after: "Hebt u getekend, dan krijgt u binnen zeven werkdagen uw accountgegevens. De knop werkt veertien dagen.",
    employees: "Accounts voor medewerkers van uw praktijk of apotheek vraagt u later aan, in het portaal.",
    button: "Lees en onderteken",
  },
  corrected: {
    title: "Uw machtiging is aangepast",
    greeting: nlGreeting,
    what: (version: number) =>
      `U hebt uw gegevens aangepast. Er is een nieuw document gemaakt: versie ${version}. Dit staat er nu in.`,
    link: "De link in onze eerdere mail werkt nog. Tekenen kan alleen onder de nieuwe versie.",
  },
  reminder: {
    title: "Uw machtiging wacht op uw handtekening",
    greeting: nlGreeting,
    what: (practice: string) => `De machtiging voor ${practice} is nog niet ondertekend.`,
    until: (date: string) =>
      `U kunt tekenen tot en met ${date}. Wilt u niet tekenen, dan kunt u dat op dezelfde pagina zeggen. U krijgt dan geen herinneringen meer.`,
    newer: "Deze knop komt in de plaats van die in onze eerdere mail.",
    button: "Lees en onderteken",
  },
  lapsed: {
    title: "De link naar uw machtiging is verlopen",
    greeting: nlGreeting,
    what: (practice: string) =>
      `De machtiging voor ${practice} is niet binnen veertien dagen ondertekend. De link werkt niet meer.`,
    how: "Wilt u alsnog tekenen? Open dan de knop in onze laatste mail. U ziet daar een knop waarmee u een nieuwe link krijgt.",
  },
  signed: {
    title: "Uw machtiging is ondertekend",
    greeting: nlGreeting,
    what: (practice: string) =>
      `Wij hebben uw handtekening onder de machtiging voor ${practice} ontvangen. Dank u wel.`,
    promise: (date: string) => `U krijgt uiterlijk ${date} uw accountgegevens.`,
    where:
      "Het verzegelde document en het bewijs van ondertekening vindt u op uw statuspagina (de link staat in onze ontvangstbevestiging) en later in het portaal, bij Praktijk.",
    notYou: "Hebt u niet getekend? Bel ons dan meteen.",
  },
  declined: {
    title: (number: string) => `Aanvraag ${number}: ondertekenen geweigerd`,
    what: (number: string) =>
      `De ondertekenaar van aanvraag ${number} heeft geweigerd en een reden opgegeven. De aanvraag staat weer in behandeling.`,
    button: "Naar de servicedesk",
  },
  fallen: {
    title: (practice: string) => `De machtiging voor ${practice} is gestopt`,
    greeting: nlGreeting,
    withdrawn: (practice: string) => `U hebt uw machtiging voor ${practice} ingetrokken.`,
    ended: (practice: string) => `Uw machtiging voor ${practice} is beëindigd.`,
    effect:
      "U en de medewerkers die u had aangewezen zien de rapportages niet meer op grond van deze machtiging. Dat geldt vanaf nu.",
    kept: "Hebt u dit niet zelf gedaan, of was het niet de bedoeling? Neem dan contact met ons op.",
  },
  code: {
    title: "Uw code om te ondertekenen",
    sms: (code: string, number: string, practice: string, product: string) =>
      `${code} is uw code om machtiging ${number} voor ${practice} te ONDERTEKENEN (${product}). 5 minuten geldig. Niet door u? Geef de code aan niemand en bel de servicedesk.`,
    for: (number: string, practice: string) => `Met deze code ondertekent u machtiging ${number} voor ${practice}.`,
    code: (code: string) => `Uw code is ${code}`,
    minutes: "De code is 5 minuten geldig en werkt één keer.",
    notYou: (desk: string) => `Niet door u aangevraagd? Geef de code aan niemand en bel of mail ons: ${desk}.`,
  },
};

const en: typeof nl = {
  authorization: {
    title: "Sign your authorization",
    greeting: enGreeting,
    asked: (product) =>
      `You asked for an account for ${product}. Your authorization is ready. It lets us load the reports of your practice into your portal.`,
    check:
      "This is what you entered. Is it right? Then press the button, read the document and sign. If something is wrong, you can correct it there.",
    after:
      "After you have signed, you receive your account details within seven working days. The button works for fourteen days.",
    employees: "Accounts for employees of your practice or pharmacy can be asked for later, in the portal.",
    button: "Read and sign",
  },
  corrected: {
    title: "Your authorization was changed",
    greeting: enGreeting,
    what: (version) =>
      `You corrected your data. A new document was made: version ${version}. This is what it says now.`,
    link: "The link in our earlier mail still works. Only the new version can be signed.",
  },
  reminder: {
    title: "Your authorization waits for your signature",
    greeting: enGreeting,
    what: (practice) => `The authorization for ${practice} has not been signed yet.`,
    until: (date) =>
      `You can sign until ${date}. If you do not want to sign, you can say so on the same page; the reminders then stop.`,
    newer: "This button takes the place of the one in our earlier mail.",
    button: "Read and sign",
  },
  lapsed: {
    title: "The link to your authorization has expired",
    greeting: enGreeting,
    what: (practice) =>
      `The authorization for ${practice} was not signed within fourteen days. The link no longer works.`,
    how: "Do you still want to sign? Open the button in our last mail. There you can ask for a new link.",
  },
  signed: {
    title: "Your authorization is signed",
    greeting: enGreeting,
    what: (practice) => `We received your signature under the authorization for ${practice}. Thank you.`,
    promise: (date) => `You receive your account details by ${date} at the latest.`,
    where:
      "The sealed document and the evidence of signing are on your status page (the link is in our receipt) and later in the portal, under Practice.",
    notYou: "Did you not sign? Call us at once.",
  },
  declined: {
    title: (number) => `Request ${number}: signing declined`,
    what: (number) => `The signer of request ${number} declined and gave a reason. The request is in review again.`,
    button: "To the service desk",
  },
  fallen: {
    title: (practice) => `The authorization for ${practice} has stopped`,
    greeting: enGreeting,
    withdrawn: (practice) => `You withdrew your authorization for ${practice}.`,
    ended: (practice) => `Your authorization for ${practice} has ended.`,
    effect:
      "You and the employees you appointed no longer see the reports under this authorization. This applies from now on.",
    kept: "Did you not do this, or was it not meant? Please contact us.",
  },
  code: {
    title: "Your code to sign",
    sms: (code, number, practice, product) =>
      `${code} is your code to SIGN authorization ${number} for ${practice} (${product}). Valid for 5 minutes. Not you? Give the code to nobody and call the service desk.`,
    for: (number, practice) => `With this code you sign authorization ${number} for ${practice}.`,
    code: (code) => `Your code is ${code}`,
    minutes: "The code is valid for 5 minutes and works once.",
    notYou: (desk) => `Did you not ask for it? Give the code to nobody and call or mail us: ${desk}.`,
  },
};

/** Words of the mails and SMS about authorizations. */
export const mailTexts = { nl, en };
