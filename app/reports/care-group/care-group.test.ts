import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { giveNameConsent } from "#app/professionals/practices/name-consent.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { aPractice } from "#tests/factories.ts";
import { aPractitioner } from "#tests/practice-world.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { careGroupFor } from "./find.server.ts";
import { type Candidate, nameable } from "./nameable.ts";

const hba1c = indicatorById("DM-101")!;
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const enter = (cookie: string) => requireReports(new Request("http://localhost/", { headers: { cookie } }));

/** Practices of the portal whose practitioners gave consent in it, by number. */
async function consenting(from: number, to: number) {
  const all = somePractices(to);
  for (let n = from; n < to; n++) {
    const practice = await aPractice({ agb: all[n]!.agb, name: `Praktijk ${n}` });
    const gp = await aPractitioner(practice, { firstName: "Ada", agb: `0109${String(1000 + n)}` });
    await giveNameConsent(gp, practice.id);
  }
}

/** A group of 30; the first `without` of them gave no consent, the reader's (the very first) among them. */
async function published(without: number, denominator: (n: number) => number = () => 100) {
  // A name that came with the delivery is no consent.
  const practices = somePractices(30).map((one, n) => ({ ...one, named: `Geleverd ${n}` }));
  await consenting(Math.max(1, without), 30);
  const rows = someRows(practices, ["DM-101"], (n) => [denominator(n) >> 1, denominator(n)]);
  await importDelivery(
    { kind: "system", name: "test" },
    writeDelivery(path.join(folder, "d"), { practices, rows }),
    () => undefined,
  );
}

describe("E14: the care group", () => {
  it("E14: who consented stands there by name, the rest is counted in the band alone, and the look is logged", async () => {
    await published(12);
    const { actor, practice } = await enter((await aReader()).cookie);
    const view = await careGroupFor(actor, practice, hba1c);
    expect(view.members.filter((one) => !one.own).map((one) => one.name)).toEqual(
      Array.from({ length: 18 }, (_, n) => `Praktijk ${n + 12}`),
    );
    expect(view.members.filter((one) => one.own).map((one) => one.name)).toEqual([practice.name]);
    expect(view).toMatchObject({ group: "Zorggroep Test", unnamed: 11, peers: { n: 30 } });
    const [line] = (await db.select().from(auditLog)).filter((one) => one.event === "report.care_group");
    expect(line).toMatchObject({ organisation: practice.agb });
  });

  it("M-87: without consent in the portal nobody is named, whatever the delivery says", async () => {
    await published(30);
    const { actor, practice } = await enter((await aReader()).cookie);
    const view = await careGroupFor(actor, practice, hba1c);
    expect(view.members.map((one) => one.own)).toEqual([true]);
    expect(view).toMatchObject({ unnamed: 29, peers: { n: 30 } });
  });

  it("E14: names are left out until the rest cannot be worked out", async () => {
    await published(3, (n) => 100 + n);
    const { actor, practice } = await enter((await aReader()).cookie);
    const view = await careGroupFor(actor, practice, hba1c);
    expect(view.members.filter((one) => !one.own)).toHaveLength(19);
    expect(view.members.map((one) => one.name)).not.toContain("Praktijk 3");
  });

  it("E14 E5: a practice with fewer than 10 counted is not shown, named or not", async () => {
    await published(12, (n) => (n === 20 ? 9 : 100));
    const { actor, practice } = await enter((await aReader()).cookie);
    const view = await careGroupFor(actor, practice, hba1c);
    expect(view.members.map((one) => one.name)).not.toContain("Praktijk 20");
    expect(view.tooSmall).toBe(1);
  });

  it("E14 E5: in a group that is hidden itself nobody is named: the country less the other groups would give the rest", async () => {
    const practices = somePractices(45).map((one, n) => {
      return { ...one, careGroup: n < 12 ? "Groep B" : n < 42 ? "Groep A" : "", named: `Praktijk ${n}` };
    });
    await consenting(1, 45);
    const rows = someRows(practices, ["DM-101"], () => [40, 100]);
    const place = writeDelivery(path.join(folder, "d"), { practices, rows });
    await importDelivery({ kind: "system", name: "test" }, place, () => undefined);
    const { actor, practice } = await enter((await aReader()).cookie);
    const view = await careGroupFor(actor, practice, hba1c);
    expect(view).toMatchObject({ group: "Groep B", peers: null, unnamed: 11 });
    expect(view.members.map((one) => one.own)).toEqual([true]);
  });

  it("E14: one's own practice is not among those with too few counted", async () => {
    await published(0, (n) => (n === 0 ? 9 : 100));
    const { actor, practice } = await enter((await aReader()).cookie);
    expect(await careGroupFor(actor, practice, hba1c)).toMatchObject({ unnamed: 0, tooSmall: 0 });
  });

  it("E14 Z02: programmes that were not granted, and practices without a group, find nothing", async () => {
    await published(12);
    const reader = await aReader();
    const nurse = await enter((await anEmployee(reader, ["copd"])).cookie);
    await expect(careGroupFor(nurse.actor, nurse.practice, hba1c)).rejects.toThrow("not_found");
    const elsewhere = await enter((await aReader("01999999")).cookie);
    await expect(careGroupFor(elsewhere.actor, elsewhere.practice, hba1c)).rejects.toThrow("not_found");
  });

  it("E14: taking names and one's own figure from the sums never leaves one to nine practices (property)", () => {
    const candidate = fc.record({ consents: fc.boolean(), denominator: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (group) => {
        const all = group.map(({ consents, denominator }, number): Candidate => {
          return { number, named: consents ? `Praktijk ${number}` : null, denominator };
        });
        const shown = nameable(all);
        const counted = all.filter(({ denominator }) => denominator >= 10);
        for (const { number } of counted.filter((one) => shown.has(one.number)))
          expect(all[number]!.named, "only with consent").not.toBeNull();
        const rest = counted.filter(({ number }) => !shown.has(number));
        for (const reader of counted) {
          const left = rest.filter(({ number }) => number !== reader.number).length;
          // With nobody named, nothing can be taken away but what everybody knows of oneself.
          if (shown.size > 0) expect(left === 0 || left >= 10, `${left} left`).toBe(true);
        }
      }),
    );
  });
});
