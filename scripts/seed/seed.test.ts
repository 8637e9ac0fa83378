import { readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { demoWorld } from "#tests/world.ts";

it("K5: the demo world has requests in every state, people of every role, and figures; nothing of it waits to be sent", async () => {
  const folder = await demoWorld();
  const database = new Database(path.join(folder, "zorgpoort.db"), { readonly: true });
  const all = (statement: string) => database.prepare(statement).pluck().all();
  expect(all("select distinct state from registration_requests order by 1")).toEqual([
    "authorization_sent",
    "completed",
    "expired",
    "in_review",
    "info_requested",
    "rejected",
    "signed",
    "submitted",
    "withdrawn",
  ]);
  expect(all("select distinct state from employee_requests order by 1")).toEqual([
    "approved",
    "cancelled",
    "in_review",
    "info_requested",
    "rejected",
    "submitted",
  ]);
  expect(all("select count(*) from outbox where state = 'queued'")).toEqual([0]);
  expect(all("select count(*) from published_releases")).toEqual([20]);
  expect(all("select count(*) from products where state = 'published'")).toEqual([2]);
  const listed = JSON.parse(readFileSync(path.join(folder, "accounts.json"), "utf8")) as {
    role: string;
    factor: string;
  }[];
  const roles = new Set(listed.map((one) => one.role));
  const operators = ["agent", "supervisor", "data_manager", "auditor"];
  expect(roles).toEqual(new Set([...operators, "practitioner", "employee", "clinician", "staff"]));
  expect(listed.some((one) => one.factor === "mail")).toBe(true);
  database.close();
}, 120_000);
