type Named = { firstName: string; lastName: string };

/** The whole name of a person. Somebody with one name has it as last name, and an empty first name. */
export const fullName = ({ firstName, lastName }: Named) => `${firstName} ${lastName}`.trim();

/** The name to greet somebody by. */
export const callName = ({ firstName, lastName }: Named) => firstName.trim() || lastName;
