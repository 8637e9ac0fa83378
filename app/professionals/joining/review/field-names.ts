/** Fields of a request the desk can ask about; `other` is a free question. */
export const askedFields = [
  "agbPractitioner",
  "agbPractice",
  "firstName",
  "lastName",
  "practiceEmail",
  "ownEmail",
  "mobile",
  "other",
] as const;
export type AskedField = (typeof askedFields)[number];
