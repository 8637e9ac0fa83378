import type { WhyShut } from "#app/clients/records/read/gate.server.ts";

/** Words that stand on pages of several rooms: what was kept, and why something does not open. */
const nl = {
  draft: "U was hier al aan het schrijven. Wij hebben het een dag voor u bewaard. Kijk of alles er nog staat.",
  shut: {
    titles: {
      level: "Log in met een sterkere vorm van DigiD",
      way: "Log in met DigiD",
      bsn: "Log in met DigiD",
      link: "Uw zorgdossier is nog niet gekoppeld",
      nobody: "Uw gegevens zijn nog niet gekoppeld",
    } satisfies Record<WhyShut, string> as Record<WhyShut, string>,
    why: {
      level: "Voor deze gegevens is een sterkere vorm van DigiD nodig, bijvoorbeeld de DigiD-app met ID-check.",
      way: "U bent nu ingelogd met e-mail en een code. Deze gegevens ziet u alleen als u inlogt met DigiD.",
      bsn: "U bent nu ingelogd met e-mail en een code. Uw dossier hoort bij uw burgerservicenummer. Daarom ziet u het alleen als u inlogt met DigiD.",
      link: "",
      nobody:
        "Wij weten nog niet welke gegevens bij u horen. Uw zorgverlener koppelt ze. Duurt het lang? Neem dan contact op.",
    } satisfies Record<WhyShut, string> as Record<WhyShut, string>,
    digid: "Opnieuw inloggen met DigiD",
  },
  link: {
    none: "Vraag uw behandelaar één keer om uw dossier te koppelen. Dat kan in een gesprek, of hier.",
    stoppedTitle: "De koppeling van uw dossier is gestopt",
    stopped: (date: string, by: string | null) => `Gestopt op ${date}${by ? ` door ${by}` : ""}.`,
    stoppedWhy: {
      mistake: "Uw dossier was per ongeluk geopend.",
      wrong_person: "Uw dossier hoorde niet bij dit account. Dat is hersteld.",
      other: "",
    },
    stoppedNext:
      "U houdt het recht om uw dossier te zien en een kopie te krijgen. Vraag uw behandelaar om uitleg, of vraag hier om uw dossier weer te koppelen.",
    what: "Uw behandelaar ziet uw vraag in de eigen takenlijst. Na het koppelen ziet u hier de onderdelen van uw dossier.",
    ask: "Vraag uw behandelaar",
    withdraw: "Toch niet vragen",
    askedTitle: "U heeft gevraagd om uw dossier te koppelen",
    asked: (date: string) => `U vroeg dit op ${date}. Uw behandelaar moet het nog doen. U hoeft nu niets te doen.`,
  },
};

const en: typeof nl = {
  draft: "You were writing here before. We kept it for you for a day. Check that it is all still there.",
  shut: {
    titles: {
      level: "Sign in with a stronger form of DigiD",
      way: "Sign in with DigiD",
      bsn: "Sign in with DigiD",
      link: "Your care record is not linked yet",
      nobody: "Your data are not linked yet",
    },
    why: {
      level: "These data need a stronger form of DigiD, such as the DigiD app with ID check.",
      way: "You are signed in by e-mail and a code. You see these data only when you sign in with DigiD.",
      bsn: "You are signed in by e-mail and a code. Your record belongs to your citizen service number (BSN). That is why you see it only when you sign in with DigiD.",
      link: "",
      nobody:
        "We do not know yet which data are yours. Your care provider links them. Does it take long? Please contact us.",
    },
    digid: "Sign in again with DigiD",
  },
  link: {
    none: "Ask your clinician once to link your record. You can do that in a conversation, or here.",
    stoppedTitle: "The link to your record was stopped",
    stopped: (date, by) => `Stopped on ${date}${by ? ` by ${by}` : ""}.`,
    stoppedWhy: {
      mistake: "Your record had been opened by mistake.",
      wrong_person: "Your record did not belong to this account. That has been put right.",
      other: "",
    },
    stoppedNext:
      "You keep the right to see your record and to get a copy. Ask your clinician for an explanation, or ask here to link your record again.",
    what: "Your clinician sees your question in the own list of tasks. Once the record is linked you see its parts here.",
    ask: "Ask your clinician",
    withdraw: "Take the question back",
    askedTitle: "You asked to link your record",
    asked: (date) => `You asked this on ${date}. Your clinician still has to do it. You need not do anything now.`,
  },
};

export const texts = { nl, en };
