export type Field = { label: string; value: string };
export type Block = { kind: "text"; text: string } | { kind: "list"; items: string[] };
export type Article = { heading: string; blocks: Block[] };

/** The party that is authorised, as it is named in the document. */
export type Operator = {
  product: string;
  name: string;
  address: string;
  phone: string;
  email: string;
};

export type DocumentFacts = {
  number: string;
  version: number;
  /** Date of this version in words. */
  madeOn: string;
  practitioner: { name: string; agb: string };
  practice: { name: string; agb: string };
  /** Everything that was entered, in the order of the form. */
  fields: Field[];
  checkCode: string;
  /** Address of the check page, as one reads it aloud: without `https://`. */
  checkAddress: string;
  operator: Operator;
};

/** The whole authorization as words. Painted as PDF and as page from this one value, so that both say the same. */
export type DocumentText = DocumentFacts & {
  title: string;
  summary: Field[];
  articles: Article[];
  signing: string;
};

const text = (value: string): Block => ({ kind: "text", text: value });
const list = (...items: string[]): Block => ({ kind: "list", items });

/** The words of an authorization. Dutch only: this is the text that counts in law. */
export function documentText(facts: DocumentFacts): DocumentText {
  const { operator, practice, practitioner } = facts;
  return {
    ...facts,
    title: "Machtiging voor het laden en tonen van rapportages",
    summary: [
      {
        label: "Wie",
        value: `U, ${practitioner.name}, geeft toestemming aan ${operator.name}. Dat is de organisatie achter ${operator.product}.`,
      },
      {
        label: "Wat",
        value: `Wij mogen de rapportages over ${practice.name} in het portaal zetten. Op grond van deze machtiging ziet u ze, en verder alleen de medewerkers die u zelf aanwijst.`,
      },
      {
        label: "Hoe lang",
        value: "Vanaf uw handtekening tot u stopt. Werkt u niet meer bij deze praktijk, trek de machtiging dan in.",
      },
      {
        label: "Stoppen",
        value:
          "Dat mag altijd, zonder reden, en het werkt meteen. Kies in het portaal “Praktijk” en dan “Machtiging bekijken of intrekken”. Heeft u nog geen account, trek dan uw aanvraag in op de pagina met de stand van uw aanvraag.",
      },
    ],
    articles: [
      {
        heading: "Wie geeft deze machtiging, en aan wie",
        blocks: [
          text(
            `De machtiging wordt gegeven door ${practitioner.name}, zorgverlener met AGB-code ${practitioner.agb} (hierna: u), voor ${practice.name}, AGB-code ${practice.agb} (hierna: de praktijk). Zij wordt gegeven aan ${operator.name}, ${operator.address} (hierna: wij).`,
          ),
          text(
            "De machtiging is persoonlijk. Alleen de zorgverlener zelf kan haar geven: de huisarts, of voor een apotheek de apotheker. Iedere zorgverlener van een praktijk tekent een eigen machtiging.",
          ),
        ],
      },
      {
        heading: "Wat u ons toestaat",
        blocks: [
          list(
            "Rapportages en informatieproducten over de praktijk in uw portaal te laden.",
            "Die aan u te laten zien, nadat u met uw wachtwoord en een tweede controle bent ingelogd.",
            "Die te laten zien aan medewerkers die u afzonderlijk aanwijst, en niet meer dan u per medewerker aangeeft: rapportages, patiëntdetails of beide.",
            "De cijfers van de praktijk zonder naam mee te tellen in vergelijkingen. Een vergelijking bestaat altijd uit ten minste tien praktijken.",
          ),
        ],
      },
      {
        heading: "Wat wij niet doen",
        blocks: [
          list(
            "Wij geven de rapportages niet aan anderen en gebruiken ze niet voor een ander doel.",
            "Andere praktijken zien uw naam niet bij cijfers. De naam van de praktijk zien andere praktijken van de zorggroep alleen als u daar zelf in het portaal toestemming voor geeft. Zonder die toestemming blijft de naam weg, en u kunt haar daar elk moment stoppen.",
            "Deze machtiging geeft ons geen toegang tot uw dossiersysteem. Hoe gegevens worden aangeleverd, staat in de overeenkomst over de aansluiting.",
          ),
        ],
      },
      {
        heading: "Gegevens van patiënten",
        blocks: [
          text(
            "Rapportages bestaan uit aantallen en percentages. Voor zover er patiëntdetails bij zijn, blijft de praktijk daarvoor de verwerkingsverantwoordelijke in de zin van de Algemene verordening gegevensbescherming. Wij verwerken ze in opdracht van de praktijk, volgens de verwerkersovereenkomst. Iedere inzage wordt vastgelegd.",
          ),
        ],
      },
      {
        heading: "Begin en einde",
        blocks: [
          text(
            "De machtiging gaat in zodra u haar hebt ondertekend. U krijgt binnen zeven werkdagen daarna uw accountgegevens; moeten wij u nog iets vragen, dan komen de dagen tot uw antwoord erbij. De machtiging eindigt:",
          ),
          list(
            "zodra u haar intrekt, in het portaal, of vóór de goedkeuring door uw aanvraag in te trekken;",
            "zodra wij uw aanvraag na de ondertekening afwijzen;",
            "zodra een nieuwe machtiging van u voor dezelfde praktijk haar vervangt, of zodra u gegevens verandert die erin staan en u daarom opnieuw tekent.",
          ),
          text(
            "Na het einde ziet niemand de rapportages nog op grond van deze machtiging, ook de medewerkers niet die u had aangewezen. Dit document en het bewijs van ondertekening bewaren wij ten minste zeven jaar.",
          ),
        ],
      },
      {
        heading: "Ondertekening en bewijs",
        blocks: [
          text(
            "U ondertekent met een gewone elektronische handtekening (artikel 3, onder 10, van Verordening (EU) nr. 910/2014 en artikel 3:15a van het Burgerlijk Wetboek): u typt uw naam, geeft uw akkoord en bevestigt met een code. De link krijgt u op het e-mailadres van de praktijk, de code langs een tweede weg als die bij ons bekend is. In het bewijsbestand staat eerlijk welke wegen zijn gebruikt.",
          ),
          text(
            "Na de ondertekening verzegelen wij dit document. Wie er daarna iets aan verandert, verbreekt het zegel. Op de controlepagina kan iedereen die dit document heeft nagaan of het echt is en of de machtiging nog geldt.",
          ),
          text("Op deze machtiging is Nederlands recht van toepassing."),
        ],
      },
    ],
    signing:
      "U ondertekent op de website, met uw naam en een bevestigingscode. Klopt er iets niet, kies daar dan “Klopt iets niet?” of bel de servicedesk; teken dan nog niet.",
  };
}
