import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publicAuditKeys } from "#app/platform/audit/key.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { sealAll } from "#app/platform/audit/seal.server.ts";
import { verifyLog } from "#app/platform/audit/verify.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { accountById, mobileOf } from "#app/platform/doors/account.server.ts";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { lookAtClient, lookAtClientPart } from "#app/clients/records/care/client-file.server.ts";
import { lookAtOwnClients } from "#app/clients/records/care/own-clients.server.ts";
import { lookAtProfile } from "#app/clients/records/read/profile.server.ts";
import type { AccountActor, ClientActor, StaffActor } from "#app/shared/actor.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, transaction } from "#db/client.server.ts";
import { standingOf } from "#db/migrate.server.ts";
import { strangerVerifies } from "#tests/log-verifier.ts";
import { fillDataDir } from "#tests/template.ts";
import { undump } from "./dump.ts";
import { upgrade } from "./upgrade.ts";

const FIXTURES = "tests/fixtures/upgrades";
const AT = new Date("2026-11-28T10:00:00Z");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-upgrade-"));
  process.env.DATA_DIR = folder;
  reloadConfig();
});
afterEach(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

const database = (name = "zorgpoort.db") => path.join(folder, name);

function asked<T>(file: string, ask: (connection: Database.Database) => T): T {
  const connection = new Database(file, { readonly: true });
  try {
    return ask(connection);
  } finally {
    connection.close();
  }
}

/** Tables whose rows went into another one, and which are dropped since. */
const MOVED: Record<string, string[]> = {
  door_sessions: ["sessions", "client_sessions"],
  door_devices: ["devices", "client_devices"],
  door_factors: ["factors"],
  door_recovery_codes: ["recovery_codes"],
  settings: ["care_groups"],
};

const counts = (file: string) =>
  asked(file, (connection) => {
    const tables = connection
      .prepare("select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'")
      .pluck()
      .all() as string[];
    const rows = (table: string) => connection.prepare(`select count(*) from "${table}"`).pluck().get() as number;
    return new Map(tables.map((table) => [table, rows(table)]));
  });

/** Columns, indexes and triggers, whatever their order. */
const shape = (file: string) =>
  asked(file, (connection) => {
    const named = connection
      .prepare("select type, name, tbl_name from sqlite_master where name not like 'sqlite\\_%' escape '\\'")
      .all() as { type: string; name: string; tbl_name: string }[];
    return named
      .flatMap(({ type, name, tbl_name }) => {
        if (type === "trigger") return [`trigger ${name} on ${tbl_name}`];
        const about = type === "table" ? "table_info" : "index_info";
        const columns = connection.pragma(`${about}("${name}")`) as Record<string, unknown>[];
        return columns.map((one) => {
          const { cid: _, seqno: __, ...rest } = one;
          return `${type} ${name} of ${tbl_name}: ${JSON.stringify(rest)}`;
        });
      })
      .sort();
  });

async function signedIn(email: string, staff: StaffActor["staff"]): Promise<StaffActor> {
  const found = await accountAt(email);
  const account = await accountById(found!.id);
  const { id: accountId, firstName, lastName, language, agb } = account!;
  const session = { sessionId: "upgrade", factorAt: now(), factorKind: "app" as const, termsAccepted: true };
  const actor: AccountActor = {
    ...{ kind: "account", accountId, name: `${firstName} ${lastName}`, email, language, agb, operatorRole: null },
    ...session,
    practices: await practiceRights(accountId),
  };
  return { ...actor, staff };
}

describe.each(readdirSync(FIXTURES))("M-65 the database of %s", (fixture) => {
  test("M-65: is upgraded with its rows, whole, to the schema of today", async () => {
    undump(readFileSync(path.join(FIXTURES, fixture)), folder);
    const before = counts(database());
    await upgrade(folder, AT);
    const after = counts(database());
    for (const [table, rows] of before) {
      const moved = Object.entries(MOVED).find(([, from]) => from.includes(table));
      const wanted = moved ? moved[1].reduce((sum, from) => sum + (before.get(from) ?? 0), 0) : rows;
      expect(after.get(moved?.[0] ?? table) ?? 0, table).toBeGreaterThanOrEqual(wanted);
    }
    expect(standingOf(database()).kind).toBe("current");
    asked(database(), (connection) => {
      expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
      expect(connection.pragma("foreign_key_check")).toEqual([]);
    });
    const fresh = mkdtempSync(path.join(tmpdir(), "zorgpoort-fresh-"));
    fillDataDir(fresh);
    expect(shape(database())).toEqual(shape(path.join(fresh, "zorgpoort.db")));
    rmSync(fresh, { recursive: true });
  });

  test("M-65 O-24: is read by the verbs of today: log sealed, fields open, rights as they were", async () => {
    undump(readFileSync(path.join(FIXTURES, fixture)), folder);
    fillDataDir(folder, { at: "2026-11-30T09:00:00+01:00", database: false });
    await upgrade(folder, AT);
    const log = await verifyLog();
    expect(log.fault).toBeNull();
    expect(log.lines).toBeGreaterThan(300);
    // Seals of the states of issue 12 are of version 1; new ones go on from them, and a stranger finds both whole.
    await transaction((tx) => audit(tx, { kind: "system", name: "upgrade" }, { event: "staff.list" }));
    await sealAll();
    expect(await verifyLog()).toMatchObject({ lines: log.lines + 1, sealed: log.lines + 1, fault: null });
    expect(strangerVerifies(database(), config.auditHeads, publicAuditKeys())).toBeNull();
    const versions = asked(database(), (one) =>
      one.prepare("select version from audit_seals order by to_seq").pluck().all(),
    );
    expect(versions[0]).toBe(fixture.includes("issue-12") ? 1 : 2);
    expect(versions.at(-1)).toBe(2);

    const anna = await accountAt("anna@delinde.example");
    expect(mobileOf((await accountById(anna!.id))!)).toBe("+31610000011");
    expect(await practiceRights(anna!.id)).toMatchObject([{ agb: "01054321", reports: true, patientDetails: true }]);

    const staff = { environmentId: "getij", role: "clinician", clinicianCode: "BEH-001" } as const;
    const karin = await signedIn("karin@getij.example", staff);
    const fatima = (await lookAtOwnClients(karin, "Fatima"))[0]!;
    const { parts } = await lookAtClient(karin, fatima.id);
    const titles = parts.map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(3);
    expect(titles).not.toContain(null);
    expect((await lookAtClientPart(karin, fatima.id, parts[0]!.id)).part.title).toBe(titles[0]);

    const client: ClientActor = {
      ...{ kind: "client", environmentId: "getij", accountId: "upgrade", sessionId: "upgrade", name: fatima.name },
      ...{ language: "nl", personId: fatima.id, clientId: fatima.id, way: "digid", level: 25, knownDevice: true },
      ...{ termsAccepted: true, relation: null, previousSignInAt: null, expiresAt: new Date(now().getTime() + 60_000) },
    };
    const opened = await lookAtProfile(client, environmentOf("getij"));
    expect(opened).toMatchObject({ open: true, profile: { name: "Fatima Yilmaz-de Wit" } });
    expect(opened.open && opened.profile.contact?.town).toBe("Waterdam");
  });

  test("M-65: nothing removes or changes a line of the log afterwards", async () => {
    undump(readFileSync(path.join(FIXTURES, fixture)), folder);
    await upgrade(folder, AT);
    const connection = new Database(database());
    expect(() => connection.exec("delete from audit_log")).toThrow(/append-only/);
    expect(() => connection.exec("update audit_seals set hash = ''")).toThrow(/append-only/);
    connection.close();
  });
});

describe("the migrate command", () => {
  /** The migrations of today and one more. */
  function laterMigrations(sql: string): string {
    const later = path.join(folder, "db", "migrations");
    mkdirSync(path.dirname(later), { recursive: true });
    cpSync("db/migrations", later, { recursive: true });
    cpSync("db/triggers.sql", path.join(folder, "db", "triggers.sql"));
    const journal = path.join(later, "meta/_journal.json");
    const kept = JSON.parse(readFileSync(journal, "utf8")) as { entries: { idx: number; when: number; tag: string }[] };
    const last = kept.entries.at(-1)!;
    kept.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_later" });
    writeFileSync(journal, JSON.stringify(kept));
    writeFileSync(path.join(later, "9999_later.sql"), sql);
    return later;
  }
  const copies = () => readdirSync(folder).filter((name) => name.includes(".before-"));

  test("M-67: an empty folder gets a database; a second run changes nothing and makes no copy", async () => {
    expect((await upgrade(folder, AT)).ran).toContain("0000_start");
    expect(await upgrade(folder, AT)).toEqual({ ran: [], copy: null });
    expect(copies()).toEqual([]);
  });

  test("M-67: the database of before is kept beside it, whole, before anything changes", async () => {
    await upgrade(folder, AT);
    const later = laterMigrations("insert into job_runs (id, job, started_at) values ('later', 'later', 1);");
    const { ran, copy } = await upgrade(folder, AT, later);
    expect(ran).toEqual(["9999_later"]);
    expect(copies()).toEqual([path.basename(copy!)]);
    expect(counts(copy!).get("job_runs")).toBe(0);
    expect(counts(database()).get("job_runs")).toBe(1);
    expect(standingOf(copy!).kind).toBe("current");
  });

  test("M-67: a migration that fails half way, or leaves rows without parent, leaves everything as it was", async () => {
    await upgrade(folder, AT);
    const row = "insert into job_runs (id, job, started_at) values ('half', 'half', 1);";
    const halfWay = laterMigrations(`${row}\n--> statement-breakpoint\ninsert into nowhere values (1);`);
    await expect(upgrade(folder, AT, halfWay)).rejects.toThrow(/nowhere/);
    expect(counts(database()).get("job_runs")).toBe(0);
    const orphan =
      "insert into practice_care_groups (id, practice_id, care_group_id) values ('a', 'nobody', 'zg-half');";
    rmSync(path.join(folder, "db"), { recursive: true });
    await expect(upgrade(folder, AT, laterMigrations(orphan))).rejects.toThrow(/without their parent/);
    expect(counts(database()).get("practice_care_groups")).toBe(0);
    expect(standingOf(database()).kind).toBe("current");
  });

  test("M-67: a database of a newer version, or of one that never came out, is refused in words", async () => {
    const later = laterMigrations("select 1;");
    await upgrade(folder, AT, later);
    await expect(upgrade(folder, AT)).rejects.toThrow(/newer version/);
    const connection = new Database(database());
    connection.exec("update __drizzle_migrations set created_at = 1700000000000");
    connection.close();
    await expect(upgrade(folder, AT)).rejects.toThrow(/never released/);
    expect(copies()).toEqual([]);
  });

  test("M-67: nothing is done while a server has the database open", async () => {
    await upgrade(folder, AT);
    const later = laterMigrations("select 1;");
    const server = new Database(database());
    server.pragma("journal_mode = wal");
    server.prepare("select 1 from accounts").get();
    await expect(upgrade(folder, AT, later)).rejects.toThrow(/in use: stop the server/);
    server.close();
    expect((await upgrade(folder, AT, later)).ran).toEqual(["9999_later"]);
    expect(existsSync(database())).toBe(true);
  });

  test("M-67: a command on a database that is behind, or newer, says so in one line and leaves it alone", async () => {
    const run = () => {
      const args = ["scripts/import-agb.ts", "scripts/data/agb-demo.csv"];
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      return { status, stderr };
    };
    expect(run()).toEqual({ status: 1, stderr: expect.stringMatching(/^\S+: nothing was done.*npm run migrate\.\n$/) });
    expect(existsSync(database())).toBe(false);
    await upgrade(folder, AT, laterMigrations("select 1;"));
    expect(run()).toEqual({ status: 1, stderr: expect.stringMatching(/^\S+: .*a newer version[^\n]+\n$/) });
    expect(counts(database()).get("agb_parties")).toBe(0);
  }, 60_000);
});
