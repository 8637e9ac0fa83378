const nl = {
  title: (group: string) => (/^zorggroep/i.test(group) ? group : `Zorggroep ${group}`),
  lead: (indicator: string) =>
    `${indicator}: uw praktijk naast de groep als geheel, en naast praktijken die met naam gezien willen worden.`,
  back: "Terug naar de rapportage",
  chart: "Praktijken van de zorggroep",
  chartText: (members: number, lowest: string, highest: string) =>
    members === 1 ? `Uw praktijk: ${lowest}.` : `${members} praktijken met naam, van ${lowest} tot ${highest}.`,
  band: (p10: string, p50: string, p90: string, n: string) =>
    `De hele groep (${n} praktijken): een tiende zit onder ${p10}, de helft onder ${p50}, negen tiende onder ${p90}.`,
  noBand: "De groep als geheel is onderdrukt: er zijn te weinig praktijken om samen te tonen.",
  legend:
    "Punt: de waarde van een praktijk. Streep: de onzekerheid (95%). Lichte band: P10 tot P90 van de hele groep. Stippellijn: de mediaan. Een grijs punt is te klein voor een oordeel.",
  unnamed: (n: number) =>
    n === 1 ? "1 praktijk is alleen in de band meegeteld." : `${n} praktijken zijn alleen in de band meegeteld.`,
  tooSmall: (n: number) =>
    n === 1
      ? "1 praktijk telt minder dan 10 patiënten en is onderdrukt."
      : `${n} praktijken tellen minder dan 10 patiënten en zijn onderdrukt.`,
  why: "Een praktijk staat hier alleen met naam als haar zorgverleners daar zelf toestemming voor gaven. Soms blijft een naam toch weg, zodat niemand de anderen kan uitrekenen.",
  sort: "Volgorde",
  byValue: "op waarde",
  byName: "op naam",
  practice: "Praktijk",
  own: "uw praktijk",
  value: "Waarde",
  interval: "95%-interval",
  counted: "Geteld",
  of: (numerator: string, denominator: string) => `${numerator} van ${denominator}`,
  median: "Mediaan",
  see: "Praktijken van de zorggroep",
  ownName: "Wilt u dat uw praktijk hier met naam staat, of juist niet meer? Dat regelt u bij Praktijk",
  nobody: "Er zijn nu geen andere praktijken die met naam gezien willen worden.",
};

const en: typeof nl = {
  title: (group) => (/^zorggroep/i.test(group) ? group : `Care group ${group}`),
  lead: (indicator) =>
    `${indicator}: your practice beside the group as a whole, and beside practices that agreed to be seen by name.`,
  back: "Back to the report",
  chart: "Practices of the care group",
  chartText: (members, lowest, highest) =>
    members === 1 ? `Your practice: ${lowest}.` : `${members} practices by name, from ${lowest} to ${highest}.`,
  band: (p10, p50, p90, n) =>
    `The whole group (${n} practices): a tenth is below ${p10}, half below ${p50}, nine tenths below ${p90}.`,
  noBand: "The group as a whole is suppressed: there are too few practices to show together.",
  legend:
    "Dot: the value of a practice. Stroke: the uncertainty (95%). Light band: P10 to P90 of the whole group. Dashed line: the median. A grey dot is too small to judge.",
  unnamed: (n) => (n === 1 ? "1 practice counts in the band only." : `${n} practices count in the band only.`),
  tooSmall: (n) =>
    n === 1
      ? "1 practice counts fewer than 10 patients and is suppressed."
      : `${n} practices count fewer than 10 patients and are suppressed.`,
  why: "A practice is here by name only if its practitioners gave consent themselves. Sometimes a name is left out all the same, so that nobody can work out the others.",
  sort: "Order",
  byValue: "by value",
  byName: "by name",
  practice: "Practice",
  own: "your practice",
  value: "Value",
  interval: "95% interval",
  counted: "Counted",
  of: (numerator, denominator) => `${numerator} of ${denominator}`,
  median: "Median",
  see: "Practices of the care group",
  ownName: "Would you like your practice to be here by name, or no longer? Arrange it under Practice",
  nobody: "At present no other practices agreed to be seen by name.",
};

export const texts = { nl, en };
