/** Most signs of an e-mail address (RFC 5321, 4.5.3.1). */
export const LONGEST_EMAIL = 254;
/** Most signs of a first or last name. */
export const LONGEST_NAME = 80;
