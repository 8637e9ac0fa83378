import type { ObjectType, Purpose } from "./words.data.ts";

/** What was done with the object (NEN 7513: create, read, update, delete, execute). */
export type Action = "C" | "R" | "U" | "D" | "E";

/** Of more than one the call says which it was; the first holds where it says nothing. */
type OneOf<T> = T | readonly [T, ...T[]];

export type Reader = "client" | "clinic" | "account" | "practice" | "operator";

/** One kind of line: what it is about, what was done, why it was allowed, and who may read it. */
export type Entry = {
  /** Null: about nothing with a key. */
  object: OneOf<ObjectType> | null;
  action: OneOf<Action>;
  purpose?: OneOf<Purpose>;
  /**
   * Who may read such a line besides the auditor, who reads all: the client whose record it concerns ("who looked in my
   * record"), whoever answers at the clinic, the owner of the account, the practice that acted, or the people of the operator.
   */
  reader: OneOf<Reader>;
  /** What somebody did, after a name: "Karin Molenaar …". */
  nl: string;
  en: string;
};
export type Entries = Record<string, Entry>;
