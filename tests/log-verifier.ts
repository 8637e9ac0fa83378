import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";

/**
 * Checks a log as a stranger would: written from docs/log-format.md alone. Nothing of the product may be imported here.
 */

type Row = Record<string, unknown>;
type Seal = {
  version: number;
  from_seq: number;
  to_seq: number;
  sealed_at: number;
  key_id: string;
  previous_hash: string;
  hash: string;
  signature: string;
  lines: string;
};
type Sealed = { seq: number; line_id: string; hash: string };
export type PublicKey = { id: string; algorithm: string; publicKey: string };

const sha256 = (text: string) => createHash("sha256").update(text, "utf8");
const moment = (ms: unknown) => new Date(Number(ms)).toISOString();

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Row)[name])}`).join(",")}}`;
}

const valueOf = (name: string, value: unknown) =>
  value === null ? null : name === "at" ? moment(value) : name === "detail" ? JSON.parse(value as string) : value;

function hashOfLine(line: Row, subjects: string[]): string {
  const said: Row = {};
  for (const [name, value] of Object.entries(line)) if (value !== null) said[name] = valueOf(name, value);
  if (subjects.length > 0) said.subjects = [...new Set(subjects)].sort();
  return sha256(`zorgpoort-line-2\n${canonical(said)}`).digest("base64url");
}

const NAMES =
  "id at event action outcome actorId actorName role onBehalfOf organisation purpose basis address client sessionId requestId objectType objectId objectVersion subjectId detail reason";

function hashOfOldLine(line: Row, seq: number): string {
  const said: Row = { seq };
  for (const name of NAMES.split(" ")) {
    const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    said[name] = valueOf(column, line[column] ?? null);
  }
  return sha256(canonical(said)).digest("base64url").slice(0, 22);
}

/** The first thing that is wrong, in words; null when the log is whole. */
export function strangerVerifies(database: string, heads: string, keys: PublicKey[]): string | null {
  const db = new Database(database, { readonly: true });
  try {
    return walk(db, heads, keys);
  } finally {
    db.close();
  }
}

function walk(db: Database.Database, heads: string, keys: PublicKey[]): string | null {
  const lineOf = db.prepare("select * from audit_log where id = ?");
  const personsOf = db.prepare("select subject_id from audit_subjects where line_id = ?").pluck();
  const numbered = db.prepare("select seq, line_id, hash from audit_sealed where seq between ? and ? order by seq");
  const hashes = new Map<number, string>();
  let [end, previous, newest] = [0, "0".repeat(64), 1];
  for (const seal of db.prepare("select * from audit_seals order by to_seq").all() as Seal[]) {
    if (seal.from_seq !== end + 1 || seal.previous_hash !== previous) return `no seal over line ${end + 1}`;
    if (seal.version < newest) return `an old seal over line ${seal.from_seq}`;
    const old = seal.version === 1;
    const kept = old ? (JSON.parse(seal.lines) as string[]) : [];
    const lines = numbered.all(seal.from_seq, seal.to_seq) as Sealed[];
    for (let seq = seal.from_seq; seq <= seal.to_seq; seq++) {
      const one = lines[seq - seal.from_seq];
      const line = one?.seq === seq ? (lineOf.get(one.line_id) as Row | undefined) : undefined;
      if (!one || !line) return `line ${seq} is missing`;
      const hash = old ? hashOfOldLine(line, seq) : hashOfLine(line, personsOf.all(one.line_id) as string[]);
      if (hash !== (old ? kept[seq - seal.from_seq] : one.hash)) return `line ${seq} was changed`;
    }
    const range = [seal.previous_hash, seal.from_seq, seal.to_seq];
    const parts = old
      ? [...range, ...kept]
      : ["zorgpoort-seal-2", ...range, moment(seal.sealed_at), seal.key_id, ...lines.map(({ hash }) => hash)];
    if (sha256(parts.join("\n")).digest("hex") !== seal.hash) return `the seal over line ${seal.from_seq} is broken`;
    const key = keys.find(({ id }) => id === seal.key_id);
    if (!key || !signed(seal, key)) return `the seal over line ${seal.from_seq} is forged`;
    [end, previous, newest] = [seal.to_seq, seal.hash, seal.version];
    hashes.set(seal.to_seq, seal.hash);
  }
  const last = db.prepare("select max(seq) from audit_sealed").pluck().get() as number | null;
  if ((last ?? 0) > end) return `no seal over line ${end + 1}`;
  if (db.prepare("select count(*) from audit_log").pluck().get() === 0) return "the log is empty";
  for (const { toSeq, hash } of headsIn(heads))
    if (hashes.get(toSeq) !== hash) return `the log was cut before line ${toSeq}`;
  return null;
}

function signed(seal: Seal, { id, publicKey }: PublicKey): boolean {
  const der = Buffer.from(publicKey, "base64");
  if (createHash("sha256").update(der).digest("hex").slice(0, 16) !== id) return false;
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.from(seal.hash, "ascii"), key, Buffer.from(seal.signature, "base64url"));
}

function headsIn(file: string): { toSeq: number; hash: string }[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as { toSeq: number; hash: string }];
      } catch {
        return [];
      }
    });
}
