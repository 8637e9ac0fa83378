/** A party of the AGB register: a person, a legal entity or a location. Birth dates are never read. */
export type Party = {
  agb: string;
  kind: "person" | "organisation" | "location";
  /** Persons: surname with its prefix. */
  name: string;
  initials: string | null;
  birthName: string | null;
  tradeName: string | null;
  /** Two digits: kind of care. */
  careKind: string;
  /** Four digits each: kind of care and two more. */
  qualifications: string[];
  phone: string | null;
  email: string | null;
  place: string | null;
  startsOn: string;
  /** Last valid day, or null. */
  endsOn: string | null;
};

export type Relation = { agbA: string; agbB: string; kind: string; startsOn: string; endsOn: string | null };

/** `unreachable` is no answer at all: everything that rests on it is unknown and a person has to look. */
export type Answer<T> = { state: "found"; value: T } | { state: "absent" } | { state: "unreachable" };

/** The AGB register as a port. Ended parties and relations are answered too: a rule judges them. */
export type AgbRegister = {
  /** Where answers come from, kept with each check. */
  source: "register_table" | "register_service";
  /** The person with this code; a code of another kind of party is absent. */
  findPractitioner(agb: string): Promise<Answer<Party>>;
  /** The organisation or location with this code. */
  findPractice(agb: string): Promise<Answer<Party>>;
  /** Every relation of a party, of whichever side and time. */
  relations(agb: string): Promise<Answer<Relation[]>>;
};
