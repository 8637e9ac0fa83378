import type { Entries } from "./entry.ts";

const delivery = { object: "delivery", action: "U", reader: "operator" } as const;
const product = { object: "product", reader: "operator" } as const;
const shown = { action: "R", purpose: "quality_improvement", reader: "practice" } as const;
const mark = { object: "report_mark", reader: "practice" } as const;
/** Why follows from the reason that was given for the list. */
const patients = {
  object: "patient_list",
  action: "R",
  purpose: ["quality_improvement", "treatment", "record_quality"],
  reader: "client",
} as const;

/** Figures: deliveries, what practices saw and kept of them, and patients behind a figure. */
export const reportEvents = {
  "delivery.upload": {
    ...delivery,
    object: "upload",
    action: "C",
    nl: "begon een bestand te sturen",
    en: "began to send a file",
  },
  "delivery.upload_remove": {
    ...delivery,
    object: "upload",
    action: "D",
    nl: "verwijderde een bestand dat niet af kwam",
    en: "removed a file that was not finished",
  },
  "delivery.receive": { ...delivery, action: "C", nl: "ontving een levering", en: "received a delivery" },
  "delivery.check": { ...delivery, nl: "begon een levering te controleren", en: "began to check a delivery" },
  "delivery.checked": { ...delivery, nl: "keurde een levering goed", en: "found a delivery sound" },
  "delivery.hold": { ...delivery, nl: "hield een levering vast", en: "held a delivery" },
  "delivery.refuse": { ...delivery, nl: "weigerde een levering", en: "refused a delivery" },
  "delivery.drop": { ...delivery, nl: "liet een levering vallen", en: "dropped a delivery" },
  "delivery.publish": { ...delivery, nl: "publiceerde een levering", en: "published a delivery" },
  "delivery.take_back": { ...delivery, nl: "trok een levering terug", en: "took a delivery back" },

  "report.export": { ...shown, object: "report", nl: "bewaarde een rapportage", en: "kept a report" },
  "report.care_group": {
    ...shown,
    object: "report",
    nl: "bekeek de praktijken van een zorggroep",
    en: "looked at the practices of a care group",
  },
  "report.note": { ...mark, action: "C", nl: "schreef een opmerking", en: "wrote a remark" },
  "report.note_removed": { ...mark, action: "D", nl: "haalde een opmerking weg", en: "removed a remark" },
  "report.goal": { ...mark, action: "C", nl: "stelde een doel", en: "set a goal" },
  "report.goal_removed": { ...mark, action: "D", nl: "haalde een doel weg", en: "removed a goal" },

  "patients.open": { ...patients, nl: "opende een lijst met patiënten", en: "opened a list of patients" },
  "patients.list": { ...patients, nl: "bekeek een lijst met patiënten", en: "looked at a list of patients" },
  "patients.reveal": { ...patients, nl: "bekeek één patiënt van een lijst", en: "looked at one patient of a list" },
  "patients.export": { ...patients, nl: "bewaarde een lijst met patiënten", en: "kept a list of patients" },
  "patients.remove": {
    ...delivery,
    action: "D",
    nl: "verwijderde lijsten met patiënten",
    en: "removed lists of patients",
  },

  "product.upload": { ...product, action: "C", nl: "voegde een product toe", en: "added a product" },
  "product.check": {
    ...product,
    action: "R",
    nl: "bekeek een product voor publicatie",
    en: "looked at a product before publication",
  },
  "product.publish": { ...product, action: "U", nl: "publiceerde een product", en: "published a product" },
  "product.withdraw": { ...product, action: "U", nl: "trok een product in", en: "withdrew a product" },
  "product.view": { ...shown, object: "product", nl: "bekeek een product", en: "looked at a product" },
  "product.download": { ...shown, object: "product", nl: "bewaarde een product", en: "kept a product" },
} as const satisfies Entries;
