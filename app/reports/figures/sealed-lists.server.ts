import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import Database from "better-sqlite3";

/** Which list: rows of one practice for one indicator, in the file of one delivery. */
export type ListPlace = { release: string; practice: string; indicator: string };

const FORMAT = 1;
const IV = 12;
const TAG = 16;
const TABLE =
  "create table lists (practice text, indicator text, rows integer, body blob, primary key (practice, indicator)) without rowid;";

/** What a list is bound to: under another practice, indicator or delivery it does not open (ASVS 11.3.3). */
const bound = ({ release, practice, indicator }: ListPlace) =>
  Buffer.from(`details|list|${release}|${practice}|${indicator}`);

export type ListWriter = {
  add: (practice: string, indicator: string, rows: number, text: string) => void;
  /** Closes the file; it is whole, but not yet forced to disk. */
  finish: () => void;
  abandon: () => void;
};

/**
 * Starts a file of sealed lists at `file`, which must not exist. Each list is sealed by itself (AES-256-GCM, NIST
 * SP 800-38D), so that reading one opens no other.
 * @param key 32 bytes that seal the lists of this file alone; a file holds far fewer than 2^32 of them
 */
export function startLists(file: string, key: Uint8Array, release: string): ListWriter {
  const connection = new Database(file);
  connection.exec(
    `pragma journal_mode = off; pragma synchronous = off; pragma user_version = ${FORMAT}; ${TABLE} begin;`,
  );
  const insert = connection.prepare("insert into lists values (?,?,?,?)");
  return {
    add(practice, indicator, rows, text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound({ release, practice, indicator }));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      insert.run(practice, indicator, rows, Buffer.concat([iv, cipher.getAuthTag(), body]));
    },
    finish() {
      connection.exec("commit");
      connection.close();
    },
    abandon: () => connection.close(),
  };
}

/** Does the file hold this list? Opens nothing. */
export function hasList(file: string, { practice, indicator }: Omit<ListPlace, "release">): boolean {
  return reading(file, (connection) => {
    const found = connection
      .prepare("select 1 from lists where practice = ? and indicator = ?")
      .get(practice, indicator);
    return found !== undefined;
  });
}

/**
 * The text of one list, or null when the file does not hold it.
 * @throws when it was changed, moved, or sealed by another key
 */
export function openList(file: string, key: Uint8Array, place: ListPlace): string | null {
  const body = reading(file, (connection) =>
    connection
      .prepare<unknown[], Buffer>("select body from lists where practice = ? and indicator = ?")
      .pluck()
      .get(place.practice, place.indicator),
  );
  if (!body) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, body.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(bound(place)).setAuthTag(body.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(body.subarray(IV + TAG)), decipher.final()]).toString("utf8");
}

function reading<T>(file: string, work: (connection: Database.Database) => T): T {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return work(connection);
  } finally {
    connection.close();
  }
}
