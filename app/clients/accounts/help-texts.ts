type Situation = { id: string; title: string; steps: string[] };

/**
 * Help with signing in, by situation (P-09). Facts about DigiD after the manual of the care networks of 2022 and the site of DigiD:
 * the letter takes about five working days; the helpdesk is open on working days from 8.00 to 22.00.
 */
const nl = {
  title: "Hulp bij inloggen",
  lead: "Kies wat bij u past. Lukt het niet? Bel ons of vraag iemand om u te helpen. Geef uw DigiD nooit aan een ander.",
  digid: [
    {
      id: "geen-digid",
      title: "A. Ik heb nog geen DigiD",
      steps: [
        "Ga naar digid.nl en kies ‘DigiD aanvragen’. U heeft uw burgerservicenummer (BSN) nodig. Dat staat op uw paspoort of identiteitskaart.",
        "Vul uw gegevens in en bedenk een gebruikersnaam en een wachtwoord. Kies daarna de DigiD-app of controle met sms.",
        "U krijgt binnen ongeveer vijf werkdagen een brief met een code. Met die code maakt u uw DigiD actief.",
        "Daarna kunt u hier inloggen. DigiD aanvragen is gratis.",
      ],
    },
    {
      id: "geen-app",
      title: "B. Ik heb DigiD, maar geen app of sms",
      steps: [
        "De DigiD-app is het makkelijkst. Download de app ‘DigiD’ op uw telefoon en volg de stappen in de app.",
        "Sms toevoegen kan ook. Log in op Mijn DigiD op digid.nl en kies ‘sms-controle aanvragen’. U krijgt meteen een sms, en binnen ongeveer vijf dagen een brief met een code.",
        "Vraagt de app om een controle van uw paspoort of identiteitskaart? Die heeft u nodig voor gegevens over uw gezondheid.",
      ],
    },
    {
      id: "nieuw-nummer",
      title: "C. Ik heb een nieuw mobiel nummer",
      steps: [
        "Gebruikt u de app op dezelfde telefoon? Dan hoeft u niets te doen.",
        "Gebruikt u sms? Log in op Mijn DigiD op digid.nl en verander daar uw nummer.",
        "Heeft u uw oude nummer niet meer? Vraag dan opnieuw sms-controle aan. U krijgt een brief met een code.",
      ],
    },
    {
      id: "probleem",
      title: "D. DigiD werkt niet, of ik weet mijn wachtwoord niet meer",
      steps: [
        "Wachtwoord of gebruikersnaam vergeten? Op digid.nl kunt u die herstellen.",
        "Is er een storing? Op digid.nl ziet u dat. Probeer het later nog eens.",
        "De helpdesk van DigiD helpt u op werkdagen van 8.00 tot 22.00 uur. Het nummer staat op digid.nl bij Contact.",
        "Lukt het hier niet, maar bij andere sites wel? Bel of mail dan onze servicedesk, hieronder.",
      ],
    },
    {
      id: "geen-bsn",
      title: "Ik woon in het buitenland, of ik heb geen BSN",
      steps: [
        "Met een BSN kunt u ook vanuit het buitenland een DigiD aanvragen. Op digid.nl leest u hoe.",
        "Zonder BSN kunt u geen DigiD krijgen. Bel of mail onze servicedesk. Wij zoeken dan samen een andere manier.",
      ],
    },
  ] satisfies Situation[],
  mail: [
    {
      id: "alias",
      title: "Wij hebben thuis maar één e-mailadres",
      steps: [
        "Iedereen heeft een eigen account nodig, met een eigen e-mailadres. Zo ziet u alleen uw eigen gegevens.",
        "Vaak kunt u een extra naam maken voor hetzelfde postvak. Dat heet een alias. De post komt dan op dezelfde plek binnen.",
        "Bij veel aanbieders zet u een plusteken en een naam vóór het apenstaartje. Bijvoorbeeld: familie+lena@voorbeeld.nl. Bij andere maakt u een alias bij de instellingen van uw mail.",
        "Wij zien zo’n adres als een ander adres. Schrijf het precies op: u logt er later mee in.",
      ],
    },
    {
      id: "geen-code",
      title: "Ik krijg geen code in mijn mail",
      steps: [
        "Kijk ook bij ongewenste mail. De code is 5 minuten geldig.",
        "Wacht een minuut en vraag een nieuwe code aan. De oude werkt dan niet meer.",
      ],
    },
  ] satisfies Situation[],
  desk: "Onze servicedesk",
  deskText: "Wij helpen u graag. Wij vragen nooit om uw wachtwoord of een code.",
  urgent: "Heeft u nu hulp nodig?",
  urgentText:
    "Is iemand in gevaar? Bel 112. Denkt u aan zelfmoord? Bel 113 of gratis 0800-0113, dag en nacht. Gaat het slecht met u en kan het niet wachten? Bel uw huisarts, en buiten kantoortijd de huisartsenpost.",
  back: "Naar inloggen",
  backIn: "Terug naar het overzicht",
};

const en: typeof nl = {
  title: "Help with signing in",
  lead: "Choose what fits you. Does it not work? Call us or ask somebody to help you. Never give your DigiD to anybody else.",
  digid: [
    {
      id: "geen-digid",
      title: "A. I have no DigiD yet",
      steps: [
        "Go to digid.nl and choose to apply for a DigiD. You need your citizen service number (BSN). It is on your passport or identity card.",
        "Fill in your details and think of a user name and a password. Then choose the DigiD app or a check by SMS.",
        "In about five working days you get a letter with a code. With that code you make your DigiD active.",
        "After that you can sign in here. Applying for a DigiD is free.",
      ],
    },
    {
      id: "geen-app",
      title: "B. I have DigiD, but no app or SMS",
      steps: [
        "The DigiD app is the easiest. Download the app ‘DigiD’ on your phone and follow the steps in the app.",
        "You can also add SMS. Sign in to My DigiD on digid.nl and ask for the check by SMS. You get an SMS at once, and a letter with a code in about five days.",
        "Does the app ask for a check of your passport or identity card? You need that for data about your health.",
      ],
    },
    {
      id: "nieuw-nummer",
      title: "C. I have a new mobile number",
      steps: [
        "Do you use the app on the same phone? Then you need do nothing.",
        "Do you use SMS? Sign in to My DigiD on digid.nl and change your number there.",
        "Do you no longer have your old number? Then ask for the check by SMS again. You get a letter with a code.",
      ],
    },
    {
      id: "probleem",
      title: "D. DigiD does not work, or I forgot my password",
      steps: [
        "Forgot your password or user name? You can restore it on digid.nl.",
        "Is there a failure? You can see that on digid.nl. Try again later.",
        "The helpdesk of DigiD helps you on working days from 8.00 to 22.00. The number is on digid.nl under Contact.",
        "Does it not work here, but does it work on other sites? Then call or mail our servicedesk, below.",
      ],
    },
    {
      id: "geen-bsn",
      title: "I live abroad, or I have no BSN",
      steps: [
        "With a BSN you can apply for a DigiD from abroad too. On digid.nl you can read how.",
        "Without a BSN you cannot get a DigiD. Call or mail our servicedesk. We then look for another way together.",
      ],
    },
  ],
  mail: [
    {
      id: "alias",
      title: "We have only one e-mail address at home",
      steps: [
        "Everybody needs an account of their own, with an e-mail address of their own. So you see only your own data.",
        "Often you can make an extra name for the same mailbox. That is called an alias. The post then comes in at the same place.",
        "With many providers you put a plus sign and a name before the at sign. For example: family+lena@example.com. With others you make an alias in the settings of your mail.",
        "For us such an address is another address. Write it down exactly: you sign in with it later.",
      ],
    },
    {
      id: "geen-code",
      title: "I get no code in my mail",
      steps: [
        "Look in your junk mail too. The code works for 5 minutes.",
        "Wait a minute and ask for a new code. The old one then no longer works.",
      ],
    },
  ],
  desk: "Our servicedesk",
  deskText: "We are glad to help. We never ask for your password or a code.",
  urgent: "Do you need help now?",
  urgentText:
    "Is somebody in danger? Call 112. Are you thinking of suicide? Call 113 or free 0800-0113, day and night. Are you unwell and can it not wait? Call your GP, and outside office hours the out-of-hours GP service.",
  back: "To signing in",
  backIn: "Back to the overview",
};

export const helpTexts = { nl, en };
