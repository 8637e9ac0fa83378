/** Most signs of an answer, a reason or a note in a field of words, for all of them alike. */
export const LONGEST_WORDS = 4_000;
