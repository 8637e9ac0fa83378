import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { importRecords } from "#app/clients/records/import/import.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { sealField, sha256 } from "#app/shared/crypto.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { newDatabase } from "#tests/settings.ts";
import { connect } from "#db/sqlite.server.ts";
import { writeRecords } from "#tests/record-deliveries.ts";
import { median } from "./median.ts";

const PERSONS = 800;
/** Tables in the order in which their rows can be put in. */
const TABLES =
  "record_people care_relations treatments appointments record_parts record_intakes audit_log audit_subjects".split(
    " ",
  );
const FILES = ["persons", "treatments", "appointments", "parts"];

export type RecordsBench = { ours: number; floor: number; ratio: number; again: number; againRatio: number };

/**
 * Intake of 4,000 lines (persons, treatments, appointments, parts with text) against its floor: the same lines parsed,
 * hashed and sealed, and the very rows that ours wrote, those of the log too, put in by prepared statements, as many
 * lines in a transaction and as safe on disk. `again`: the same delivery once more, which writes nothing. By turns.
 * @returns medians in milliseconds, and both over the floor
 */
export async function benchRecords(rounds = 7): Promise<RecordsBench> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-records-bench-"));
  const before = { mode: process.env.MODE, dataDir: process.env.DATA_DIR };
  const folder = writeRecords(lines());
  try {
    const times: Record<"ours" | "again" | "floor", number[]> = { ours: [], again: [], floor: [] };
    for (let round = 0; round < rounds; round++) {
      const dataDir = path.join(work, String(round));
      mkdirSync(dataDir);
      process.env.MODE = "test";
      process.env.DATA_DIR = dataDir;
      newDatabase(path.join(dataDir, "zorgpoort.db"));
      reloadConfig();
      times.ours.push(await took(folder, { fresh: PERSONS * 5 }));
      times.again.push(await took(folder, { fresh: 0, same: PERSONS * 5 }));
      await closeDatabase();
      times.floor.push(floor(folder, dataDir));
      rmSync(dataDir, { recursive: true });
    }
    const [ours, again, least] = [median(times.ours), median(times.again), median(times.floor)];
    return { ours, floor: least, ratio: ours / least, again, againRatio: again / least };
  } finally {
    process.env.MODE = before.mode;
    process.env.DATA_DIR = before.dataDir;
    rmSync(work, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

function lines() {
  const numbers = Array.from({ length: PERSONS }, (_, n) => n);
  const text = "U vertelde hoe het gaat. Wij spraken af dat u elke dag naar buiten gaat. ".repeat(20);
  return {
    persons: numbers.map((n) => ({
      ...{ id: `C-${n}`, firstName: "Roos", lastName: `Vermeer ${n}`, birthDate: "1984-03-12" },
      contact: { town: "Waterdam", phone: "06 10000000" },
      clinicians: [{ code: "BEH-001", from: "2026-01-01" }],
    })),
    treatments: numbers.map((n) => ({ id: `T-${n}`, person: `C-${n}`, name: "Behandeling", from: "2026-01-01" })),
    appointments: numbers.map((n) => ({
      ...{ id: `A-${n}`, person: `C-${n}`, state: "planned", startsAt: "2026-12-01T10:00:00+01:00" },
      ...{ kind: "Gesprek", withWhom: "Karin Molenaar", how: "visit" },
    })),
    parts: numbers.flatMap((n) =>
      ["a", "b"].map((half) => ({
        ...{ id: `P-${n}${half}`, person: `C-${n}`, treatment: `T-${n}`, kind: "report", date: "2026-11-01" },
        ...{ title: "Verslag", author: "Karin Molenaar", text },
      })),
    ),
  };
}

async function took(folder: string, expected: { fresh: number; same?: number }): Promise<number> {
  const start = performance.now();
  const result = await importRecords({ kind: "system", name: "bench" }, folder);
  const time = performance.now() - start;
  if (result.outcome !== "done" || result.fresh !== expected.fresh) throw new Error(JSON.stringify(result));
  return time;
}

/** Puts the rows of the database of ours into an empty one; reading them from there is not measured. */
function floor(folder: string, dataDir: string): number {
  const from = connect(path.join(dataDir, "zorgpoort.db"));
  const file = path.join(dataDir, "floor.db");
  newDatabase(file);
  const into = connect(file);
  try {
    const rows = TABLES.map(
      (table) => from.reader.prepare(`select * from ${table}`).all() as Record<string, unknown>[],
    );
    const start = performance.now();
    for (const name of FILES) {
      const text = readFileSync(path.join(folder, `${name}.jsonl`), "utf8");
      sha256(text);
      for (const line of text.split("\n").filter(Boolean)) {
        const { id } = JSON.parse(line) as { id: string };
        sha256(line);
        sealField(line, { table: name, column: "content", row: id });
      }
    }
    for (const [at, table] of TABLES.entries()) {
      const some = rows[at] ?? [];
      const columns = Object.keys(some[0] ?? {});
      if (columns.length === 0) continue;
      const insert = into.writer.prepare(
        `insert into ${table} (${columns.join(", ")}) values (${columns.map((column) => `@${column}`).join(", ")})`,
      );
      for (let first = 0; first < some.length; first += 100)
        into.writer.transaction((step: Record<string, unknown>[]) => {
          for (const row of step) insert.run(row);
        })(some.slice(first, first + 100));
    }
    return performance.now() - start;
  } finally {
    for (const { reader, writer } of [from, into]) {
      reader.close();
      writer.close();
    }
  }
}

if (process.argv[1] === import.meta.filename) console.log(await benchRecords());
