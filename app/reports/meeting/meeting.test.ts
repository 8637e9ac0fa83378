import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicatorById, indicators } from "../definitions/catalogue.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { choiceOf } from "./choice.server.ts";
import { choiceQuery } from "./choice.ts";
import { offerFor } from "./prepare.server.ts";
import { topicsFor } from "./topics.server.ts";

const IDS = ["COPD-101", "DM-101", "DM-102", "DM-201"];
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const enter = (cookie: string) => requireReports(new Request("http://localhost/", { headers: { cookie } }));
const ids = (topics: { id: string }[]) => topics.map(({ id }) => id);
const asking = (...topics: string[]) => new URLSearchParams(topics.map((id) => ["onderwerp", id]));

/** The first practice has these shares of 200, the others lie around half. */
async function published(own: Record<string, number>) {
  const practices = somePractices(40).map((one) => ({ ...one, region: "Polder", listSize: 2000 }));
  const rows = someRows(practices, IDS, (p, i) => [p === 0 ? (own[IDS[i]!] ?? 100) : 90 + (p % 20), 200]);
  const place = writeDelivery(path.join(folder, "d"), { practices, rows });
  await importDelivery({ kind: "system", name: "test" }, place, () => undefined);
}

describe("E14: choosing topics for a meeting", () => {
  it("E14: what is less good is ticked beforehand, in the order of the programmes, and a programme narrows the list", async () => {
    await published({ "DM-101": 20, "COPD-101": 30, "DM-102": 190 });
    const { practice } = await enter((await aReader()).cookie);
    const all = await offerFor(practice, "", "nl");
    expect(all!.suggested.toSorted()).toEqual(["COPD-101", "DM-101"]);
    expect(all!.suggested).toEqual(
      ids(all!.groups.flatMap(({ topics }) => topics)).filter((id) => all!.suggested.includes(id)),
    );
    expect(all!.scopes.map(({ scope }) => scope)).toEqual(["country", "careGroup", "region", "size"]);
    const { programme } = indicatorById("DM-101")!;
    const diabetes = await offerFor(practice, programme, "nl");
    expect(diabetes!.groups).toMatchObject([{ id: programme, notable: 1 }]);
    expect(diabetes!.suggested).toEqual(["DM-101"]);
  });

  it("E14: an address holds the choice: each topic once, in its order, with whom to compare", async () => {
    const { practice } = await enter((await aReader()).cookie);
    const query = choiceQuery(["DM-201", "COPD-101", "DM-201"], "region", "01900000");
    const { topics, scope, fault } = choiceOf(practice, new URLSearchParams(query));
    expect([ids(topics), scope, fault]).toEqual([["DM-201", "COPD-101"], "region", null]);
  });

  it("E14: nothing chosen, more than 20, and codes that are not there are refused, and what was right is kept", async () => {
    const { practice } = await enter((await aReader()).cookie);
    const some = (count: number) => asking(...ids(indicators.slice(0, count)));
    expect(choiceOf(practice, asking()).fault).toEqual({ kind: "none" });
    expect(choiceOf(practice, some(20)).fault).toBeNull();
    expect(choiceOf(practice, some(21))).toMatchObject({ fault: { kind: "many", chosen: 21 } });
    const wrong = choiceOf(practice, asking("DM-101", "DM-999", "<script>"));
    expect([ids(wrong.topics), wrong.fault]).toEqual([["DM-101"], { kind: "unknown", left: 2 }]);
  });

  it("E14 Z02: who was granted one programme is offered that alone, and asks for the rest by address in vain", async () => {
    await published({ "DM-101": 20, "COPD-101": 30 });
    const nurse = await enter((await anEmployee(await aReader(), ["copd"])).cookie);
    const offer = await offerFor(nurse.practice, "", "nl");
    expect(offer!.groups.flatMap(({ topics }) => ids(topics))).toEqual(["COPD-101"]);
    expect(await offerFor(nurse.practice, indicatorById("DM-101")!.programme, "nl")).toEqual(offer);
    const [closed, absent] = ["DM-101", "DM-999"].map((id) => choiceOf(nurse.practice, asking("COPD-101", id)));
    expect(closed).toEqual(absent);
    expect(ids(closed!.topics)).toEqual(["COPD-101"]);
    const forced = { topics: [indicatorById("DM-101")!], scope: "country", language: "nl" } as const;
    await expect(topicsFor(nurse.actor, nurse.practice, { ...forced, topics: [...forced.topics] })).rejects.toThrow(
      "not_found",
    );
  });

  it("E14 E4: the meeting shows the report of the indicator page, beside the party that was asked for", async () => {
    await published({ "DM-101": 20 });
    const { actor, practice } = await enter((await aReader()).cookie);
    const topics = [indicatorById("DM-101")!, indicatorById("DM-202")!];
    const [known, missing] = await topicsFor(actor, practice, { topics, scope: "region", language: "nl" });
    expect(known!.report).toMatchObject({
      scope: "region",
      verdict: "worse",
      last: { numerator: 20, denominator: 200 },
    });
    expect(missing!.report).toBeNull();
  });
});
