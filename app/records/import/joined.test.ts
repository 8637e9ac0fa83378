import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { enterWithDigid } from "#app/clients/digid/enter.server.ts";
import { joinNetwork } from "#app/clients/digid/join-network.server.ts";
import { keepDigidProof } from "#app/clients/link/proof.server.ts";
import { environmentOf } from "#app/environments/environments.ts";
import { now } from "#app/shared/clock.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/records.ts";
import { freshDatabase } from "#tests/database.ts";
import { stranger } from "#tests/mailed-world.ts";
import { importRecords } from "./import.server.ts";

const BSN = "999990019";
const network = environmentOf("buurtkring");
beforeEach(async () => {
  await freshDatabase();
});

function delivery(lines: object[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-joined-"));
  mkdirSync(path.join(folder, "files"));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  writeFileSync(path.join(folder, "persons.jsonl"), text);
  const files = { "persons.jsonl": { lines: lines.length, sha256: sha256(text) } };
  const manifest = { format: 1, environment: network.id, madeAt: "2026-11-24T06:00:00Z", files };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

it("P-03 X03 who joined a network before the own record came blocks no delivery, and finds the record", async () => {
  const proof = { bsn: BSN, level: 25 as const, authenticatedAt: now() };
  const token = await keepDigidProof(network, proof);
  const who = { firstName: "R", lastName: "V", birthDate: "1984-03-12" };
  await joinNetwork(stranger, network, token, who, null);
  const line = { id: "C-1", firstName: "Roos", lastName: "Vermeer", birthDate: "1984-03-12", bsn: BSN, contact: {} };
  const other = { id: "C-2", firstName: "Bram", lastName: "Smit", birthDate: "1990-01-01", contact: {} };
  const folder = delivery([line, other]);
  const system = { kind: "system", name: "test" } as const;
  expect(await importRecords(system, folder)).toMatchObject({ outcome: "done", fresh: 1, changed: 1 });
  expect(await importRecords(system, folder)).toMatchObject({ outcome: "done", same: 2 });
  const rows = await db.select().from(people);
  expect(rows.map(({ externalId, firstName }) => [externalId, firstName]).sort()).toEqual([
    ["C-1", "Roos"],
    ["C-2", "Bram"],
  ]);
  expect(await enterWithDigid(stranger, network, proof, null)).toHaveProperty("kind", "in");
  const taken = delivery([{ ...line, id: "C-3" }]);
  expect(await importRecords(system, taken)).toMatchObject({ outcome: "refused" });
});
