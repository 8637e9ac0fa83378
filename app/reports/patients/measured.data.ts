type Words = { nl: string; en: string };

const hba1c = { name: { nl: "HbA1c", en: "HbA1c" }, unit: "mmol/mol", decimals: 0 };
const systolic = { name: { nl: "bovendruk", en: "systolic pressure" }, unit: "mmHg", decimals: 0 };
const ldl = { name: { nl: "LDL", en: "LDL" }, unit: "mmol/l", decimals: 1 };
const egfr = { name: { nl: "eGFR", en: "eGFR" }, unit: "ml/min/1,73 m²", decimals: 0 };
const ratio = {
  name: { nl: "albumine-creatinineratio", en: "albumin-creatinine ratio" },
  unit: "mg/mmol",
  decimals: 1,
};
const glucose = { name: { nl: "glucose", en: "glucose" }, unit: "mmol/l", decimals: 1 };
const bmi = { name: { nl: "BMI", en: "BMI" }, unit: "kg/m²", decimals: 1 };
const attacks = { name: { nl: "longaanvallen", en: "exacerbations" }, unit: "", decimals: 0 };
const ccq = { name: { nl: "CCQ", en: "CCQ" }, unit: "", decimals: 1 };
const acq = { name: { nl: "ACQ", en: "ACQ" }, unit: "", decimals: 1 };
const drugs = { name: { nl: "chronische middelen", en: "long-term drugs" }, unit: "", decimals: 0 };

/** What the `value` of a patient row is, by indicator; an indicator that is not here has no value of its own. */
export const measured: Record<string, { name: Words; unit: string; decimals: number }> = {
  "DM-101": hba1c,
  "DM-102": systolic,
  "DM-103": ldl,
  "DM-104": egfr,
  "DM-105": ratio,
  "DM-107": bmi,
  "DM-201": hba1c,
  "DM-202": hba1c,
  "DM-203": hba1c,
  "DM-204": systolic,
  "DM-205": ldl,
  "DM-206": ldl,
  "DM-208": egfr,
  "DM-209": ratio,
  "DM-301": ratio,
  "DM-302": egfr,
  "DM-304": hba1c,
  "DM-305": hba1c,
  "HVZ-101": systolic,
  "HVZ-102": ldl,
  "HVZ-104": egfr,
  "HVZ-105": glucose,
  "HVZ-106": bmi,
  "HVZ-201": systolic,
  "HVZ-202": ldl,
  "HVZ-203": ldl,
  "VVR-101": systolic,
  "VVR-102": ldl,
  "VVR-104": egfr,
  "VVR-105": glucose,
  "VVR-201": systolic,
  "VVR-202": ldl,
  "COPD-103": ccq,
  "COPD-105": bmi,
  "COPD-107": attacks,
  "COPD-203": attacks,
  "AST-102": acq,
  "AST-104": attacks,
  "AST-201": acq,
  "POLY-101": drugs,
  "POLY-102": drugs,
};

/** What was not done for a patient who is not in the numerator of a process indicator. */
export const notDone: Record<string, Words> = {
  "DM-101": { nl: "geen HbA1c", en: "no HbA1c" },
  "DM-102": { nl: "geen bloeddruk", en: "no blood pressure" },
  "DM-103": { nl: "geen cholesterol", en: "no cholesterol" },
  "DM-104": { nl: "geen nierfunctie (eGFR)", en: "no kidney function (eGFR)" },
  "DM-105": { nl: "geen albumine in urine", en: "no urine albumin" },
  "DM-106": { nl: "geen rookstatus", en: "no smoking status" },
  "DM-107": { nl: "geen BMI of gewicht", en: "no BMI or weight" },
  "DM-108": { nl: "geen beweging vastgelegd", en: "no physical activity recorded" },
  "DM-109": { nl: "geen voetonderzoek", en: "no foot examination" },
  "DM-110": { nl: "geen oogcontrole", en: "no eye check" },
  "HVZ-101": { nl: "geen bloeddruk", en: "no blood pressure" },
  "HVZ-102": { nl: "geen cholesterol", en: "no cholesterol" },
  "HVZ-103": { nl: "geen rookstatus", en: "no smoking status" },
  "HVZ-104": { nl: "geen nierfunctie (eGFR)", en: "no kidney function (eGFR)" },
  "HVZ-105": { nl: "geen glucose", en: "no glucose" },
  "HVZ-106": { nl: "geen BMI of gewicht", en: "no BMI or weight" },
  "HVZ-107": { nl: "geen beweging vastgelegd", en: "no physical activity recorded" },
  "VVR-101": { nl: "geen bloeddruk", en: "no blood pressure" },
  "VVR-102": { nl: "geen cholesterol", en: "no cholesterol" },
  "VVR-103": { nl: "geen rookstatus", en: "no smoking status" },
  "VVR-104": { nl: "geen nierfunctie (eGFR)", en: "no kidney function (eGFR)" },
  "VVR-105": { nl: "geen glucose", en: "no glucose" },
  "VVR-204": { nl: "geen risicocategorie", en: "no risk category" },
  "COPD-101": { nl: "geen rookstatus", en: "no smoking status" },
  "COPD-102": { nl: "geen controle van de inhalatietechniek", en: "no check of inhaler technique" },
  "COPD-103": { nl: "geen CCQ of MRC", en: "no CCQ or MRC" },
  "COPD-104": { nl: "geen beweging vastgelegd", en: "no physical activity recorded" },
  "COPD-105": { nl: "geen BMI", en: "no BMI" },
  "COPD-106": { nl: "geen spirometrie", en: "no spirometry" },
  "COPD-107": { nl: "geen aantal longaanvallen", en: "no number of exacerbations" },
  "COPD-202": { nl: "geen stopadvies", en: "no advice to stop" },
  "AST-101": { nl: "geen rookstatus", en: "no smoking status" },
  "AST-102": { nl: "geen astmacontrole vastgelegd", en: "no asthma control recorded" },
  "AST-103": { nl: "geen controle van de inhalatietechniek", en: "no check of inhaler technique" },
  "AST-104": { nl: "geen aantal longaanvallen", en: "no number of exacerbations" },
  "POLY-101": { nl: "geen medicatiebeoordeling", en: "no medication review" },
};
