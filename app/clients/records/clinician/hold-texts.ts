/** Words about a part that a clinician holds back until it was discussed. */
const nl = {
  title: "Eerst bespreken",
  lead: "U kunt dit onderdeel even achterhouden, om het eerst met de cliënt te bespreken. Dat kan één keer voor elke versie, en ten hoogste 14 dagen. Daarna ziet de cliënt het vanzelf. De cliënt leest dat er iets wordt achtergehouden, door wie en tot wanneer; niet wat.",
  reason: "Waarom wilt u dit eerst bespreken?",
  reasonHint: "Wordt versleuteld bewaard. De cliënt leest dit niet in het portaal.",
  reasonMissing: "Vul in waarom u dit eerst wilt bespreken.",
  days: "Hoe lang?",
  day: (n: number) => (n === 1 ? "1 dag" : `${n} dagen`),
  hold: "Achterhouden",
  held: (date: string, by: string) => `De cliënt ziet dit niet tot ${date}. Achtergehouden door ${by}`,
  heldText: "Op die dag wordt het vanzelf zichtbaar. Is het eerder besproken? Laat het dan meteen zien.",
  heldBefore: "Deze versie is al een keer achtergehouden. Dat kan niet nog een keer.",
  release: "Besproken: laat het zien",
  longer: "Langer achterhouden",
  longerLead:
    "Dat kan één keer, met een collega die deze cliënt ook behandelt. Er verandert niets tot die collega het bevestigt.",
  longerDays: "Hoeveel langer?",
  longerAsk: "Vraag deze collega",
  longerAsked: (name: string) => `U vroeg ${name} om te bevestigen dat dit langer wordt achtergehouden.`,
  longerAskedYou: (name: string, date: string) =>
    `${name} vraagt u om te bevestigen dat dit onderdeel langer wordt achtergehouden, tot ${date}.`,
  longerConfirm: "Ik bevestig dit",
  longerConfirmed: (name: string) => `Langer achtergehouden, bevestigd door ${name}.`,
  longerNobody: "Langer kan alleen met een collega die deze cliënt ook behandelt. Die is er nu niet.",
  second: "Welke collega?",
  secondMissing: "Kies een collega.",
};

const en: typeof nl = {
  title: "Discuss first",
  lead: "You can hold this part back for a while, to discuss it with the client first. That is possible once for each version, for at most 14 days. After that the client sees it by itself. The client reads that something is held back, by whom and until when; not what.",
  reason: "Why do you want to discuss this first?",
  reasonHint: "Is kept encrypted. The client does not read this in the portal.",
  reasonMissing: "Enter why you want to discuss this first.",
  days: "How long?",
  day: (n) => (n === 1 ? "1 day" : `${n} days`),
  hold: "Hold back",
  held: (date, by) => `The client does not see this until ${date}. Held back by ${by}`,
  heldText: "On that day it becomes visible by itself. Was it discussed before? Then show it at once.",
  heldBefore: "This version was held back once already. That is not possible again.",
  release: "Discussed: show it",
  longer: "Hold back longer",
  longerLead:
    "That is possible once, with a colleague who treats this client too. Nothing changes until that colleague confirms it.",
  longerDays: "How much longer?",
  longerAsk: "Ask this colleague",
  longerAsked: (name) => `You asked ${name} to confirm that this is held back longer.`,
  longerAskedYou: (name, date) => `${name} asks you to confirm that this part is held back longer, until ${date}.`,
  longerConfirm: "I confirm this",
  longerConfirmed: (name) => `Held back longer, confirmed by ${name}.`,
  longerNobody: "Longer is possible only with a colleague who treats this client too. There is none now.",
  second: "Which colleague?",
  secondMissing: "Choose a colleague.",
};

export const texts = { nl, en };
