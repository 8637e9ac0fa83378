import { build, built } from "../../scripts/run/build.ts";
import { benchClients } from "./clients.ts";
import { benchForms } from "./forms.ts";
import { benchImport } from "./import.ts";
import { benchPages } from "./pages.ts";
import { benchPeriods } from "./periods.ts";
import { ms, printer } from "./printed.ts";
import { benchProgramme } from "./programme.ts";
import { benchPublish } from "./publish.ts";
import { benchRecords } from "./records.ts";
import { benchSignIn } from "./sign-in.ts";
import { benchUploads } from "./uploads.ts";
import { benchWhileImporting } from "./while-importing.ts";
import { benchXlsx } from "./xlsx.ts";

const { misses, ratio, budget } = printer();
const us = (microseconds: number) => `${microseconds.toFixed(2)} µs`;

async function mustBeBuilt(): Promise<void> {
  if (!built() && !(await build())) throw new Error("the build failed");
}

const benches: Record<string, () => Promise<void> | void> = {
  async "sign-in"() {
    const { ours, bare, ratio: found } = await benchSignIn();
    ratio("sign-in against the bare argon2 comparison", found, 1.3, `${ms(ours)} and ${ms(bare)}`);
  },
  async import() {
    const { ours, shell, ratio: found } = await benchImport();
    const what = "import of a national quarter against sqlite3 .import into the same keyed table";
    ratio(what, found, 0.8, `${ms(ours)} and ${ms(shell)}`);
  },
  async records() {
    const { ours, floor, ratio: found, again, againRatio } = await benchRecords();
    const what = "intake of 4,000 lines against the same lines sealed and the same rows by prepared statements";
    ratio(what, found, 10, `${ms(ours)} and ${ms(floor)}`);
    ratio("the same delivery again, which writes nothing, against that floor", againRatio, 1, ms(again));
  },
  async pages() {
    await mustBeBuilt();
    for (const { page, ours, react, bare, large } of await benchPages()) {
      const about = `${page}, CPU per request,`;
      ratio(`${about} against React painting the same tree`, ours / react, 1.6, `${ms(ours)} and ${ms(react)}`);
      ratio(`${about} against a bare server with strings`, ours / bare, 2.4, `${ms(ours)} and ${ms(bare)}`);
      ratio(`${page}, with 5,000 practices against 50`, large / ours, 1.1, `${ms(large)} and ${ms(ours)}`);
    }
  },
  async periods() {
    await mustBeBuilt();
    for (const { page, many, few } of await benchPeriods())
      ratio(`${page}, with 20 quarters against 2`, many / few, 1.1, `${ms(many)} and ${ms(few)}`);
  },
  async clients() {
    await mustBeBuilt();
    for (const { page, ours, many, react } of await benchClients()) {
      if (react !== null)
        ratio(
          `client ${page}, CPU per request, against React after the same reads`,
          ours / react,
          1.6,
          `${ms(ours)} and ${ms(react)}`,
        );
      ratio(`client ${page}, with 1,000,000 clients against 1,000`, many / ours, 1.1, `${ms(many)} and ${ms(ours)}`);
    }
  },
  async programme() {
    const { ours, bare, ratio: found } = await benchProgramme();
    ratio("PDF of a programme, CPU, against the same drawing calls", found, 1.3, `${ms(ours)} and ${ms(bare)}`);
  },
  async importing() {
    await mustBeBuilt();
    const { busy, idle } = await benchWhileImporting();
    ratio(
      "indicator page, p95 while a quarter is imported against idle",
      busy / idle,
      2,
      `${ms(busy)} and ${ms(idle)}`,
    );
  },
  async forms() {
    const { perField, refused } = await benchForms();
    const [least] = perField;
    for (const { fields, ours, bare } of perField) {
      const what = `form of ${fields} fields, per field,`;
      ratio(`${what} against 100 fields`, ours / least!.ours, 1.5, `${us(ours)} and ${us(least!.ours)}`);
      ratio(`${what} against a walk past them into a map`, ours / bare, 5, `${us(ours)} and ${us(bare)}`);
    }
    budget("refusing a form of 80,000 fields", refused, 50);
  },
  async uploads() {
    await mustBeBuilt();
    const { one, forty } = await benchUploads();
    const facts = `${forty.toFixed(0)} and ${one.toFixed(0)} MB`;
    ratio("most memory of 40 uploads of strangers at once against one", forty / one, 1.3, facts);
  },
  async publish() {
    budget("publishing a checked national quarter", await benchPublish(), 1000);
  },
  async xlsx() {
    budget("workbook of 20,000 rows", await benchXlsx(), 1000);
  },
};

/** `npm run bench [-- <name>]`: ratios against named floors, median of interleaved runs. */
const wanted = process.argv[2];
if (wanted && !Object.hasOwn(benches, wanted)) {
  console.error(`Benches: ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}
for (const [name, run] of Object.entries(benches)) if (!wanted || wanted === name) await run();
if (misses.length > 0) {
  console.log(`${misses.length} missed.`);
  process.exitCode = 1;
}
