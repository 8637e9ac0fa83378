import { beforeEach, expect, it } from "vitest";
import { enterWithDigid } from "#app/clients/accounts/digid/enter.server.ts";
import { joinNetwork } from "#app/clients/accounts/digid/join-network.server.ts";
import { keepDigidProof } from "#app/clients/accounts/link/proof.server.ts";
import { environmentOf } from "#app/platform/settings/in-force.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/records.ts";
import { freshDatabase } from "#tests/database.ts";
import { stranger } from "#tests/mailed-world.ts";
import { type Line, writeRecords } from "#tests/record-deliveries.ts";
import { importRecords } from "./import.server.ts";

const BSN = "999990019";
const network = environmentOf("buurtkring");
beforeEach(async () => {
  await freshDatabase();
});

const delivery = (persons: Line[]) => writeRecords({ persons }, { manifest: { environment: network.id } });

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
  expect(await importRecords(system, taken)).toMatchObject({ leftOut: 1, remarks: [{ reason: "of_another" }] });
});
