type Named = { firstName: string; lastName: string };

const compared = (words: string) => words.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

/** Whether two names are one as people compare them: spaces and capitals do not matter. */
export const sameName = (one: Named, other: Named) =>
  compared(one.firstName) === compared(other.firstName) && compared(one.lastName) === compared(other.lastName);
