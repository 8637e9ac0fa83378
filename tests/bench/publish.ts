import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkDelivery } from "#app/reports/deliveries/check.server.ts";
import { publishDelivery } from "#app/reports/deliveries/publish.server.ts";
import { receiveDelivery } from "#app/reports/deliveries/receive.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { newDatabase } from "#tests/settings.ts";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";
import { median } from "./median.ts";

/** Publishing of a checked national quarter: what stands between the press of the button and all readers. @returns the median in milliseconds */
export async function benchPublish(rounds = 7): Promise<number> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-publish-"));
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = path.join(work, "data");
  process.env.MODE = "test";
  mkdirSync(process.env.DATA_DIR);
  reloadConfig();
  newDatabase(path.join(process.env.DATA_DIR, "zorgpoort.db"));
  const actor = { kind: "system", name: "bench" } as const;
  try {
    const times: number[] = [];
    const options = { practices: 5000, periods: rounds, seed: 9, realPractices: [] };
    for (const folder of writeDemoDelivery(path.join(work, "in"), options)) {
      const receipt = await receiveDelivery(actor, folder);
      if (receipt.outcome !== "received") throw new Error(JSON.stringify(receipt));
      await checkDelivery(actor, receipt.received, () => undefined);
      const start = performance.now();
      await publishDelivery(actor, receipt.received.id, "bench");
      times.push(performance.now() - start);
    }
    return median(times);
  } finally {
    await closeDatabase();
    process.env.DATA_DIR = before;
    reloadConfig();
    rmSync(work, { recursive: true, force: true });
  }
}
