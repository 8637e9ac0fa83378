import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { detailFiles, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { writeDemoDelivery } from "../../../scripts/demo-figures.ts";

let folder: string;
let delivery: string;

beforeEach(async () => {
  folder = await freshDatabase();
  const realPractices = Array.from({ length: 30 }, (_, n) => ({
    agb: String(1_900_000 + n).padStart(8, "0"),
    careGroup: null,
  }));
  const options = { practices: 1500, periods: 1, seed: 3, realPractices, patientPeriods: 1 };
  delivery = writeDemoDelivery(path.join(folder, "deliveries"), options)[0]!;
});

/** Runs the command and kills it, as a power cut would, at the first line that names `step`. */
async function run(step?: string): Promise<number | null> {
  const child = spawn(process.execPath, ["scripts/import-reports.ts", delivery], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stderr })) {
    if (step && line.endsWith(step)) child.kill("SIGKILL");
  }
  const [code] = (await ended) as [number | null];
  return code;
}

const filesIn = (name: string) => {
  const place = path.join(folder, name);
  return existsSync(place) ? readdirSync(place) : [];
};

describe("I-14 an import can be killed at any point", () => {
  it.each(["practices", "values", "patients", "benchmarks"])(
    "I-14 killed at %s nothing is published, and the next run starts clean",
    async (step) => {
      expect(await run(step)).toBeNull();
      expect(await db.select().from(publishedReleases)).toEqual([]);

      expect(await run()).toBe(0);
      const [row] = await db.select().from(publishedReleases);
      expect(filesIn("releases")).toEqual([row?.file]);
      expect(filesIn("details")).toEqual((await db.select().from(detailFiles)).map(({ file }) => file));
      const events = (await db.select({ event: auditLog.event }).from(auditLog)).map(({ event }) => event);
      expect(events.filter((event) => event === "delivery.publish")).toHaveLength(1);

      expect(await run()).toBe(0);
      expect(await db.select().from(publishedReleases)).toEqual([row]);
    },
    60_000,
  );
});
