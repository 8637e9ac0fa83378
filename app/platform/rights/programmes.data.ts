/** Report groups in the order in which they are shown: what a practitioner opens for an employee, and how reports are grouped. */
export const programmes: { id: string; name: { nl: string; en: string } }[] = [
  { id: "dm2", name: { nl: "Diabetes type 2", en: "Type 2 diabetes" } },
  { id: "cvd", name: { nl: "Hart- en vaatziekten", en: "Cardiovascular disease" } },
  { id: "vascular_risk", name: { nl: "Verhoogd vasculair risico", en: "Raised vascular risk" } },
  { id: "copd", name: { nl: "COPD", en: "COPD" } },
  { id: "asthma", name: { nl: "Astma", en: "Asthma" } },
  { id: "polypharmacy", name: { nl: "Polyfarmacie", en: "Polypharmacy" } },
  { id: "safety", name: { nl: "Medicatieveiligheid", en: "Medication safety" } },
  { id: "antibiotics", name: { nl: "Antibiotica", en: "Antibiotics" } },
  { id: "prescribing", name: { nl: "Doelmatig voorschrijven", en: "Appropriate prescribing" } },
];
