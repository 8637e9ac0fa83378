const nl = {
  button: "Bekijk de stand van uw aanvraag",
  receipt: {
    title: "Wij hebben uw aanvraag ontvangen",
    paragraphs: (number: string, target: string) => [
      `Uw aanvraag heeft nummer ${number}. De servicedesk controleert uw gegevens in het AGB-register en belt uw praktijk op een nummer uit dat register.`,
      `Wij streven ernaar de controle uiterlijk ${target} af te hebben. Daarna krijgt u op dit adres een machtiging om te ondertekenen.`,
      "Heeft u deze aanvraag niet gedaan? Trek hem dan in met de knop hieronder, of bel ons.",
    ],
  },
  repeated: {
    title: "Er loopt al een aanvraag",
    paragraphs: (number: string) => [
      `Voor deze zorgverlener en praktijk loopt al een aanvraag, met nummer ${number}. U hoeft niets opnieuw te sturen.`,
      "Met de knop ziet u hoe ver de aanvraag is en of wij nog iets van u nodig hebben. Uw eerdere link blijft ook werken.",
    ],
  },
  alreadyActive: {
    title: "U heeft al een account",
    paragraphs: [
      "Iemand heeft u opnieuw aangemeld voor een praktijk waarvoor u al een account heeft. Er is niets veranderd.",
      "Was u dit zelf? Dan kunt u inloggen met dit e-mailadres. Weet u uw wachtwoord niet meer, kies dan op de inlogpagina voor ‘Wachtwoord vergeten’.",
    ],
    button: "Inloggen",
  },
  asked: {
    title: "Wij hebben een vraag over uw aanvraag",
    field: "Vraag",
    paragraphs: (number: string, closes: string) => [
      `Bij uw aanvraag ${number} hebben wij nog iets van u nodig. U antwoordt met de knop hieronder.`,
      `Hebben wij op ${closes} geen antwoord, dan sluiten wij de aanvraag.`,
    ],
  },
  infoReminder: {
    title: "Herinnering: wij wachten op uw antwoord",
    paragraphs: (number: string, closes: string) => [
      `Bij uw aanvraag ${number} wachten wij nog op uw antwoord. Met de knop ziet u onze vraag.`,
      `Hebben wij op ${closes} geen antwoord, dan sluiten wij de aanvraag.`,
    ],
  },
  infoLapsed: {
    title: "Uw aanvraag is gesloten",
    paragraphs: (number: string) => [
      `Wij kregen geen antwoord op onze vraag bij aanvraag ${number}. Daarom hebben wij de aanvraag gesloten.`,
      "Wilt u zich nog aanmelden? Dan kunt u op elk moment opnieuw beginnen.",
    ],
    button: "Opnieuw aanmelden",
  },
  rejected: {
    title: "Uw aanvraag is afgewezen",
    paragraphs: (number: string, reason: string) => [
      `Wij kunnen uw aanvraag ${number} niet goedkeuren. De reden:`,
      reason,
      "Klopt dit volgens u niet, of zijn uw gegevens in het AGB-register intussen aangepast? Bel of mail ons; u kunt zich ook opnieuw aanmelden.",
    ],
    ended: "De machtiging die u had ondertekend, is hiermee beëindigd. Zij heeft geen toegang gegeven.",
  },
  signAgain: {
    title: "U moet uw machtiging opnieuw ondertekenen",
    paragraphs: (number: string, reason: string) => [
      `De handtekening bij uw aanvraag ${number} kunnen wij niet gebruiken. De reden:`,
      reason,
      "Het document dat u had ondertekend, geldt niet meer. De servicedesk stuurt u op dit adres een nieuwe machtiging om te ondertekenen.",
    ],
  },
  newLink: {
    title: "Uw nieuwe link",
    paragraphs: (number: string) => [
      `Hier is een nieuwe link naar de stand van uw aanvraag ${number}. Eerdere links werken niet meer.`,
    ],
  },
  addedPractice: {
    title: "U heeft toegang tot een praktijk erbij",
    paragraphs: (practice: string) => [
      `Uw machtiging voor ${practice} is verwerkt. De rapportages staan klaar onder uw bestaande account: u logt in zoals u gewend bent.`,
    ],
    button: "Inloggen",
  },
  deskButton: "Aanvraag openen",
  desk: {
    submitted: { title: "Nieuwe registratie", text: "Er is een nieuwe registratie binnengekomen." },
    answered: { title: "Antwoord ontvangen", text: "De aanvrager heeft geantwoord op uw vraag." },
    corrected: {
      title: "Gegevens aangepast",
      text: "De zorgverlener heeft gegevens aangepast. De controles beginnen opnieuw.",
    },
    invitation_asked: {
      title: "Nieuwe uitnodiging gevraagd",
      text: "Een zorgverlener heeft het account niet binnen dertig dagen geactiveerd en vraagt om een nieuwe uitnodiging.",
    },
    target_60: { title: "Streefdatum nadert", text: "Van de streeftijd voor deze aanvraag is 60% voorbij." },
    target_85: { title: "Streefdatum dichtbij", text: "Van de streeftijd voor deze aanvraag is 85% voorbij." },
    promise_60: { title: "Belofte nadert", text: "Van de beloofde zeven werkdagen is 60% voorbij." },
    promise_85: {
      title: "Belofte dichtbij",
      text: "Van de beloofde zeven werkdagen is 85% voorbij. Handel deze aanvraag nu af.",
    },
  },
};

const en: typeof nl = {
  button: "See how far your request is",
  receipt: {
    title: "We have received your request",
    paragraphs: (number, target) => [
      `Your request has number ${number}. The servicedesk checks your data in the AGB register and calls your practice on a number from that register.`,
      `We aim to have this check done by ${target}. After that you receive an authorization at this address, to sign.`,
      "Did you not make this request? Then withdraw it with the button below, or call us.",
    ],
  },
  repeated: {
    title: "There is a request already",
    paragraphs: (number) => [
      `For this practitioner and practice there is a request under way, number ${number}. There is no need to send anything again.`,
      "The button shows how far the request is and whether we still need something from you. Your earlier link goes on working too.",
    ],
  },
  alreadyActive: {
    title: "You have an account already",
    paragraphs: [
      "Somebody registered you again for a practice for which you have an account. Nothing has changed.",
      "Was it you? Then you can sign in with this address. If you no longer know your password, choose ‘Forgot password’ on the sign-in page.",
    ],
    button: "Sign in",
  },
  asked: {
    title: "We have a question about your request",
    field: "Question",
    paragraphs: (number, closes) => [
      `We still need something from you for request ${number}. Answer with the button below.`,
      `Without an answer by ${closes} we close the request.`,
    ],
  },
  infoReminder: {
    title: "Reminder: we are waiting for your answer",
    paragraphs: (number, closes) => [
      `We are still waiting for your answer on request ${number}. The button shows our question.`,
      `Without an answer by ${closes} we close the request.`,
    ],
  },
  infoLapsed: {
    title: "Your request has been closed",
    paragraphs: (number) => [
      `We received no answer to our question about request ${number}. That is why we closed it.`,
      "Would you still like to register? You can start again at any moment.",
    ],
    button: "Register again",
  },
  rejected: {
    title: "Your request was turned down",
    paragraphs: (number, reason) => [
      `We cannot approve your request ${number}. The reason:`,
      reason,
      "Is this not right, or have your data in the AGB register been changed since? Call or mail us; you can also register again.",
    ],
    ended: "The authorization you had signed has ended with this. It gave no access.",
  },
  signAgain: {
    title: "Your authorization has to be signed again",
    paragraphs: (number, reason) => [
      `We cannot use the signature with your request ${number}. The reason:`,
      reason,
      "The document you signed no longer holds. The servicedesk sends a new authorization to this address, for you to sign.",
    ],
  },
  newLink: {
    title: "Your new link",
    paragraphs: (number) => [`Here is a new link to your request ${number}. Earlier links no longer work.`],
  },
  addedPractice: {
    title: "You have access to one more practice",
    paragraphs: (practice) => [
      `Your authorization for ${practice} has been processed. The reports are ready under the account you have: sign in as you are used to.`,
    ],
    button: "Sign in",
  },
  deskButton: nl.deskButton,
  desk: nl.desk,
};

/** Words of the mails about a request. */
export const mailTexts = { nl, en };
