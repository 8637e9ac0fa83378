import type { PgColumn } from "drizzle-orm/pg-core";
import type { EventName } from "#app/platform/audit/events/catalogue.ts";
import type { Reads, Transaction } from "#db/client.server.ts";
import { table, id } from "#db/columns.ts";
import { doorColumns, type OwnerKind } from "#db/schema/doors.ts";
import type { Address } from "#app/shared/address.ts";
import type { CookieName } from "../cookies.server.ts";
import type { DoorLetters } from "../letters/letters.ts";

/** Never made: only its type is used, that of every table whose rows come in by a door. */
const _table = () => table("owner", { id: id(), ...doorColumns() });
/** A table whose rows come in by a door: other columns are the business of its room. */
export type DoorTable = ReturnType<typeof _table>;
/** What a door knows of whoever comes in. */
export type DoorRow = DoorTable["$inferSelect"];
/** Tables that have the columns of a door, under the same names; whether they may be null is their own business. */
export const doorTable = (given: Record<keyof DoorRow, PgColumn>): DoorTable => given as unknown as DoorTable;

/**
 * Whether somebody may be in, now. `out`: no; `paused`: not any more or not yet, and for a reason that ends every session
 * for good, such as the age of a child.
 */
export type Standing = "in" | "out" | "paused";

/** How a second factor is given. `recovery` and `handover` are for who has lost the others. */
export type Way = "sms" | "mail" | "app" | "recovery" | "handover";

/** What a door does that is logged, by the name that the log knows it under. */
export type DoorAct = "signIn" | "password" | "code" | "codesOff" | "unlock" | "askReset" | "reset" | "sessionEnd";

/** Cookies of a door. What a mailed link left has one of its own, never that of a half-finished act. */
export type DoorCookies = Record<"session" | "attempt" | "device" | "reset" | "unlock", CookieName>;

/** Addresses of the pages of a door, and of where somebody begins after it. */
export type DoorPages = Record<"home" | "signIn" | "code" | "forgot" | "reset" | "unlock", Address>;

/** One kind of people who come in by a door: everything in which its door differs from that of others. */
export type Owner<Row extends DoorRow = DoorRow> = {
  kind: OwnerKind;
  /** The door reads these rows, and writes the columns of `doorColumns` alone, and those named below. */
  table: DoorTable;
  /** Column of the place in which a row comes in and nowhere else; null: there is one place for all. */
  placeColumn: PgColumn | null;
  /** Set before the names of limits, links and half-finished acts, so that none of one owner fits another. */
  prefix: string;
  session: {
    /** Without a sign of life it ends, in milliseconds. */
    idleMs: number;
    /** However busy, it ends after these milliseconds. */
    longestMs: number;
    /** A look within this time is not written down again, so that reading pages does not write. */
    stepMs: number;
  };
  /** `bound`: factors are rows that somebody bound; `mailbox`: a mailed code counts by itself, and nothing else. */
  factors: "bound" | "mailbox";
  /** `by_signing_in`: a browser is known after a full sign-in; `by_its_owner`: after its owner said so. */
  browsers: "by_signing_in" | "by_its_owner";
  /** A mobile number for codes, E.164; null where codes go by mail. */
  mobileOf(row: Row): string | null;
  /** Whether a mailed code proves nothing more than the reset before it did, until another factor has been given. */
  mailProvesNothing(row: Row): boolean;
  /** What changes when a factor stronger than the mailbox was given. */
  strongerSets: Record<string, unknown>;
  /** What else a reset changes: of the mailbox alone it may not make a way in (A12). */
  resetSets: Record<string, unknown>;
  events: Record<DoorAct, EventName>;
  /** What it writes, and for whom: the operator, or the environment that its people come in at. */
  letters: DoorLetters;
  cookies: (place: string) => DoorCookies;
  pages: (place: string) => DoorPages;
  /** Further rights to come in, asked at every door and at every request. */
  standing(row: Row, from: Reads): Promise<Standing>;
  /** Whether the door of password and code is one of this row, whoever else may let it in. */
  hasPassword(row: Row): boolean;
  /** Words that must not make up a password. */
  ownWords(row: Row, place: string): string[];
  /** Who knows the password, or asked for a new one, but may not come in: what the owner is told by mail, if anything. */
  tellWhyNot(tx: Transaction, row: Row, asked: "sign_in" | "reset"): Promise<void>;
  /** What changes when a session starts. */
  atSignIn?(row: Row, at: Date): Record<string, unknown>;
  /** Person of the records whom a line of the log is about. */
  subjectOf?(row: Row): string | undefined;
};

/** A door: of one owner, in one place. Everything the engine does begins with it. */
export type Door<Row extends DoorRow = DoorRow> = {
  owner: Owner<Row>;
  /** Id of the environment; empty where there is one place for all. */
  place: string;
};
