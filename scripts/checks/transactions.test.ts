import { describe, expect, test } from "vitest";
import { leaks, transactions } from "./transactions.ts";

const inside = (body: string) => `export const act = () => transaction(async (tx) => { ${body} });`;

describe("O-53 what a second run of a transaction would do twice", () => {
  test("O-53: no room keeps something outside the body of a transaction", () => {
    expect(transactions()).toEqual([]);
  });

  test.each<[string, string]>([
    ["a count", "done += 1;"],
    ["a count that goes up", "done++;"],
    ["a word for outside", "[done] = [1];"],
    ["a list", "for (const row of await tx.select().from(rows)) told.push(row);"],
    ["a set of what is in hand", "inHand.add(row.id);"],
    ["a map of what was there", "held.delete(key);"],
    ["a part of something", "result.sum.added -= 1;"],
    ["a part that goes", "delete result.sum;"],
  ])("O-53: %s is refused", (_what, body) => {
    expect(leaks("x.ts", inside(body))).toHaveLength(1);
  });

  test("O-53: so in a function that is handed the transaction", () => {
    expect(leaks("x.ts", "async function note(tx: Transaction, id: string) { inHand.add(id); }")).toEqual([
      "x.ts:1: inHand stands outside the transaction and is changed in it",
    ]);
    expect(leaks("x.ts", "const note = async (given: Transaction) => { seen++; };")).toHaveLength(1);
  });

  test("O-53: what is made in the body, and rows, may be changed", () => {
    const body =
      "const told = []; let sum = 0; told.push(1); sum += 1; await tx.update(rows).set({ sum }); return told;";
    expect(leaks("x.ts", inside(body))).toEqual([]);
    expect(leaks("x.ts", "const act = () => { done += 1; return transaction((tx) => tx.delete(rows)); };")).toEqual([]);
  });
});
