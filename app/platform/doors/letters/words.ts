/** What an owner can be told of a change. What has no words for an owner is not told. */
export type Change =
  | "password"
  | "device"
  | "unfinished"
  | "mail_code"
  | "app_added"
  | "app_removed"
  | "recovery"
  | "codes_off"
  | "recovery_used";

type LinkWords = { title: string; text: string; button: string; after: string };

/** Words of the letters of a door, in one language; each owner has its own. */
export type DoorWords = {
  greeting: (name: string) => string;
  /** What a code is for. */
  purposes: Record<string, string>;
  code: {
    title: (purpose: string) => string;
    lead: (purpose: string) => string;
    minutes: string;
    notYou: (phone: string) => string;
    /** The same in one text message, where codes go that way. */
    sms?: (code: string, purpose: string, phone: string) => string;
  };
  notYou: string;
  changes: Partial<Record<Change, { title: string; text: string }>>;
  reset: LinkWords;
  unlock: LinkWords;
};
