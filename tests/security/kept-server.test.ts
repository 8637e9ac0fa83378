import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openClock } from "#tests/clock.ts";
import { openVisitor } from "#tests/http.ts";
import { startKept } from "#tests/kept-server.ts";

test("O-92: the next test finds rows, messages and files of a kept server as the first did; after a stop or a leap in time it gets another", async () => {
  const server = await startKept({});
  try {
    const [added, secrets] = ["added.txt", "secrets.json"].map((name) => path.join(server.dataDir, name)) as [
      string,
      string,
    ];
    const kept = readFileSync(secrets, "utf8");
    const suggestions = () => {
      const database = new Database(path.join(server.dataDir, "zorgpoort.db"), { readonly: true });
      const { n } = database.prepare("select count(*) as n from suggestions").get() as { n: number };
      database.close();
      return n;
    };
    for (let time = 0; time < 2; time++) {
      const sent = await openVisitor(server).post("/suggestie", { message: "Graag een donkere kaft.", van: "/" });
      expect([sent.status, suggestions()]).toEqual([303, 1]);
      writeFileSync(added, "x");
      writeFileSync(secrets, "x");
      expect(await server.putBack()).toBe(true);
      expect([suggestions(), existsSync(added), readFileSync(secrets, "utf8")]).toEqual([0, false, kept]);
      expect(JSON.parse((await openVisitor(server).get("/dev/inbox.json")).text)).toEqual([]);
    }
    await openClock(server).advance("PT2H");
    expect(await server.putBack()).toBe(false);
    await server.stop();
    expect(await server.putBack()).toBe(false);
  } finally {
    await server.remove();
  }
});
