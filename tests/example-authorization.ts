import { documentText, type DocumentText } from "#app/professionals/joining/authorization/document/text.ts";

/** An invented authorization with everything filled in, for tests. */
export function exampleText(more: { name?: string; careGroups?: string } = {}): DocumentText {
  const name = more.name ?? "Noor van den Berghe-Özdemir";
  const fields = [
    ["AGB-code zorgverlener", "01012345"],
    ["AGB-code praktijk", "01054321"],
    ["Voornaam", name.split(" ")[0] ?? ""],
    ["Achternaam", name.split(" ").slice(1).join(" ")],
    ["E-mailadres praktijk", "praktijk@oudehaven.example"],
    ["Mobiel nummer", "06 12 34 56 78"],
    ["Zorggroepen", more.careGroups ?? "Zorggroep Rijnmond-Noord ≥ 2 ≤ 4"],
  ].map(([label = "", value = ""]) => ({ label, value }));
  return documentText({
    number: "R-2026-0042",
    version: 1,
    madeOn: "maandag 23 november 2026",
    practitioner: { name, agb: "01012345" },
    practice: { name: "Huisartsenpraktijk De Oude Haven", agb: "01054321" },
    fields,
    checkCode: "7K3F-9QXM-2HTD",
    checkAddress: "zorgpoort.example/controle",
    operator: {
      product: "Zorgpoort",
      name: "Stichting Polderblik Zorgdata",
      address: "Kanaalkade 12, 3511 AB Utrecht",
      phone: "085 000 12 34",
      email: "servicedesk@zorgpoort.example",
    },
  });
}
