/** A part is held back for at most so many days, and once longer for as many with a second clinician. */
export const MOST_DAYS = 14;
