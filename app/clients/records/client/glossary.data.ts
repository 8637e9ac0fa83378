/** A word of care that not everybody knows, with the forms in which it stands in a text; explained in plain words. */
export type Term = { term: string; forms: string[]; nl: string; en: string };

/** Our own explanations, at the level of everyday language. The words stay Dutch: records are. */
export const glossary: Term[] = [
  {
    term: "ambulant",
    forms: ["ambulant", "ambulante"],
    nl: "U woont thuis en komt langs voor uw behandeling.",
    en: "You live at home and come in for your treatment.",
  },
  {
    term: "anamnese",
    forms: ["anamnese"],
    nl: "Het gesprek waarin u vertelt over uw klachten en wat u eerder had.",
    en: "The conversation in which you tell about your complaints and what you had before.",
  },
  {
    term: "bijwerking",
    forms: ["bijwerking", "bijwerkingen"],
    nl: "Iets wat een medicijn ook doet, maar waarvoor u het niet neemt.",
    en: "Something else that a medicine does, for which you do not take it.",
  },
  {
    term: "cognitieve gedragstherapie",
    forms: ["cognitieve gedragstherapie", "CGT"],
    nl: "U leert anders denken over wat u meemaakt en oefent met ander gedrag.",
    en: "You learn to think in another way about what happens, and practise other behaviour.",
  },
  {
    term: "comorbiditeit",
    forms: ["comorbiditeit"],
    nl: "Meer dan één ziekte of stoornis tegelijk.",
    en: "More than one illness or disorder at the same time.",
  },
  {
    term: "consult",
    forms: ["consult", "consulten"],
    nl: "Een gesprek of onderzoek bij een zorgverlener.",
    en: "A conversation or examination with a care provider.",
  },
  {
    term: "contra-indicatie",
    forms: ["contra-indicatie", "contra-indicaties"],
    nl: "Een reden om een medicijn of behandeling juist niet te geven.",
    en: "A reason not to give a medicine or treatment.",
  },
  {
    term: "crisisplan",
    forms: ["crisisplan"],
    nl: "Afspraken over wat u en anderen doen als het niet goed met u gaat.",
    en: "What you and others do when you are not doing well, as agreed.",
  },
  {
    term: "diagnose",
    forms: ["diagnose", "diagnoses"],
    nl: "De naam van uw ziekte of stoornis.",
    en: "The name of your illness or disorder.",
  },
  {
    term: "differentiaaldiagnose",
    forms: ["differentiaaldiagnose", "DD"],
    nl: "De andere ziekten waaraan de zorgverlener ook denkt.",
    en: "The other illnesses that the care provider also thinks of.",
  },
  {
    term: "dosering",
    forms: ["dosering", "doseringen"],
    nl: "Hoeveel van een medicijn u neemt, en hoe vaak.",
    en: "How much of a medicine you take, and how often.",
  },
  {
    term: "EMDR",
    forms: ["EMDR"],
    nl: "Een behandeling voor nare herinneringen. U denkt eraan terwijl u tegelijk iets anders doet.",
    en: "A treatment for bad memories. You think of them while doing something else at the same time.",
  },
  {
    term: "evaluatie",
    forms: ["evaluatie", "evaluatiegesprek"],
    nl: "Samen kijken hoe de behandeling gaat, en of iets anders moet.",
    en: "Looking together how the treatment goes, and whether something should change.",
  },
  {
    term: "indicatie",
    forms: ["indicatie", "indicatiestelling"],
    nl: "De reden om een behandeling te geven.",
    en: "The reason to give a treatment.",
  },
  {
    term: "intake",
    forms: ["intake", "intakegesprek"],
    nl: "Het eerste gesprek: wat is er aan de hand en welke hulp past daarbij.",
    en: "The first conversation: what is the matter, and which help suits it.",
  },
  {
    term: "interventie",
    forms: ["interventie", "interventies"],
    nl: "Iets wat een zorgverlener doet om u te helpen.",
    en: "Something that a care provider does to help you.",
  },
  {
    term: "medicatie",
    forms: ["medicatie"],
    nl: "De medicijnen die u neemt.",
    en: "The medicines that you take.",
  },
  {
    term: "multidisciplinair overleg",
    forms: ["multidisciplinair overleg", "MDO"],
    nl: "Zorgverleners met verschillende beroepen bespreken samen uw behandeling.",
    en: "Care providers of several professions discuss your treatment together.",
  },
  {
    term: "onderhoudsdosering",
    forms: ["onderhoudsdosering"],
    nl: "De hoeveelheid medicijn die u blijft nemen als het goed gaat.",
    en: "The amount of a medicine that you go on taking when things go well.",
  },
  {
    term: "prognose",
    forms: ["prognose"],
    nl: "Hoe het waarschijnlijk verder gaat.",
    en: "How things will probably go on.",
  },
  {
    term: "psycho-educatie",
    forms: ["psycho-educatie", "psychoeducatie"],
    nl: "Uitleg over uw klachten en wat eraan te doen is.",
    en: "Explanation of your complaints and what can be done about them.",
  },
  {
    term: "recidief",
    forms: ["recidief", "recidiverend", "recidiverende"],
    nl: "De klachten zijn teruggekomen.",
    en: "The complaints have come back.",
  },
  {
    term: "remissie",
    forms: ["remissie"],
    nl: "De klachten zijn weg, of bijna weg.",
    en: "The complaints are gone, or nearly gone.",
  },
  {
    term: "ROM",
    forms: ["ROM", "ROM-meting", "ROM-vragenlijst"],
    nl: "Een vragenlijst die u vaker invult, om te zien of de behandeling helpt.",
    en: "A list of questions that you fill in several times, to see whether the treatment helps.",
  },
  {
    term: "somatisch",
    forms: ["somatisch", "somatische"],
    nl: "Over het lichaam.",
    en: "About the body.",
  },
  {
    term: "suïcidaliteit",
    forms: ["suïcidaliteit", "suïcidaal", "suïcidale"],
    nl: "Gedachten aan zelfmoord. Heeft u die nu? Bel 113 of gratis 0800-0113, dag en nacht.",
    en: "Thoughts of suicide. Do you have them now? Call 113 or free 0800-0113, day and night.",
  },
  {
    term: "terugvalpreventie",
    forms: ["terugvalpreventie", "terugvalpreventieplan"],
    nl: "Afspraken om te voorkomen dat klachten terugkomen.",
    en: "What you agree on to keep complaints from coming back.",
  },
];
