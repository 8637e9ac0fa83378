import path from "node:path";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { config, reloadConfig } from "#app/shared/config.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { startSimulator } from "../../../../scripts/digid-simulator/start.ts";
import { completeDigid, type DigidOutcome } from "./complete.server.ts";
import type { Level } from "./levels.ts";
import { startDigid } from "./start.server.ts";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";

const actor = { kind: "stranger", requestId: "r", address: "192.0.2.1", client: "test" } as const;
const FATIMA = "999991772";
let simulator: Awaited<ReturnType<typeof startSimulator>>;
const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-digid-"));

beforeAll(async () => {
  simulator = await startSimulator({ folder, portalUrl: config.publicUrl });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  const dataDir = await freshDatabase();
  cpSync(folder, path.join(dataDir, "digid"), { recursive: true });
  reloadConfig();
});

type Asked = { level?: Level; environmentId?: string };
async function begin({ level = 25, environmentId = "getij" }: Asked = {}) {
  const given = {
    environmentId,
    minimumLevel: level,
    providerName: "Stichting GGZ Het Getij",
    purpose: "sign_in" as const,
  };
  const begun = await startDigid(actor, given);
  if (!begun || !("action" in begun.step)) throw new Error("no form");
  return { ...begun, step: begun.step };
}

/** Goes through the pages of the simulator as a person would, and gives what the browser brings back. */
async function signedIn(step: { action: string; fields: Record<string, string> }, person: Record<string, string>) {
  const shown = await fetch(step.action, {
    method: "POST",
    body: new URLSearchParams(step.fields),
    redirect: "manual",
  });
  const page = new URL(shown.headers.get("location") ?? "", step.action);
  const body = new URLSearchParams({ action: "login", method: "direct", person: FATIMA, level: "25", ...person });
  const done = await fetch(page, { method: "POST", body, redirect: "manual" });
  const back = new URL(done.headers.get("location") ?? "");
  return { artifact: back.searchParams.get("SAMLart"), relayState: back.searchParams.get("RelayState") };
}

async function through(person: Record<string, string> = {}, asked: Asked = {}): Promise<DigidOutcome> {
  const { step, browserToken } = await begin(asked);
  const brought = await signedIn(step, person);
  return completeDigid(actor, { environmentId: asked.environmentId ?? "getij", browserToken, ...brought });
}

describe("signing in with DigiD, against the simulator", () => {
  it("P-02 D01 a sign-in at the level asked gives BSN and level, and no line of the log has the BSN", async () => {
    const outcome = await through();
    expect(outcome).toMatchObject({ kind: "success", bsn: FATIMA, level: 25, purpose: "sign_in", accountId: null });
    const lines = await db.select().from(auditLog).orderBy(desc(auditLog.id));
    expect(lines.map(({ event }) => event)).toEqual(["digid.complete", "digid.start"]);
    expect(JSON.stringify(lines)).not.toContain(FATIMA);
  });

  it("P-02 a BSN with leading zeros keeps them", async () => {
    expect(await through({ person: "000000012" })).toMatchObject({ kind: "success", bsn: "000000012" });
  });

  it("D03 a level above the one asked is taken as it is, one below it opens nothing", async () => {
    expect(await through({ level: "30" })).toMatchObject({ kind: "success", level: 30 });
    expect(await through({ level: "20" }, { level: 20 })).toMatchObject({ kind: "success", level: 20 });
    expect(await through({ level: "20" })).toEqual({ kind: "level_too_low" });
    expect(await through({ fault: "lower-level" })).toEqual({ kind: "level_too_low" });
  });

  it("D05 cancel, no number in the sector and an unreachable level each say what they are", async () => {
    expect(await through({ action: "cancel" })).toEqual({ kind: "cancelled" });
    expect(await through({ fault: "cancel" })).toEqual({ kind: "cancelled" });
    expect((await through({ fault: "level-unreachable" })).kind).toBe("level_too_low");
    expect((await through({ fault: "no-number" })).kind).toBe("cancelled");
  });

  const refusals: [string, string][] = [
    ["wrong-sector", "refused"],
    ["expired-artifact", "expired"],
    ["clock-shift", "refused"],
    ["unsigned-assertion", "refused"],
    ["foreign-key", "refused"],
    ["wrong-audience", "refused"],
    ["wrong-recipient", "refused"],
    ["wrong-in-response-to", "refused"],
    ["wrong-in-response-to-outer", "refused"],
    ["foreign-key-assertion", "refused"],
    ["artifact-used", "unknown"],
    ["request-denied", "denied"],
    ["wrapped-response", "refused"],
    ["dead-back-channel", "outage"],
  ];
  it.each(refusals)("D01 D02 D05 %s ends as %s", async (fault, kind) => {
    expect((await through({ fault })).kind).toBe(kind);
  });

  it("D02 an artifact counts once, and a question counts once", async () => {
    const { step, browserToken } = await begin();
    const brought = { environmentId: "getij", browserToken, ...(await signedIn(step, {})) };
    const both = await Promise.all([completeDigid(actor, brought), completeDigid(actor, brought)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["success", "unknown"]);
    expect(await completeDigid(actor, brought)).toEqual({ kind: "unknown" });
  });

  it("D02 a proof that counted before counts no second time", async () => {
    await through();
    expect((await through({ fault: "replay" })).kind).toBe("refused");
  });

  it("D02 H11 another browser, environment or relay state opens nothing, and leaves the question to its owner", async () => {
    const { step, browserToken } = await begin();
    const brought = { environmentId: "getij", browserToken, ...(await signedIn(step, {})) };
    const other = await begin();
    for (const wrong of [
      { browserToken: null },
      { browserToken: other.browserToken },
      { environmentId: "delinde" },
      { relayState: other.step.fields.RelayState ?? "" },
      { relayState: null },
    ])
      expect(await completeDigid(actor, { ...brought, ...wrong })).toEqual({ kind: "unknown" });
    expect((await completeDigid(actor, brought)).kind).toBe("success");
  });

  it("D02 a question lives half an hour", async () => {
    const { step, browserToken } = await begin();
    const brought = { environmentId: "getij", browserToken, ...(await signedIn(step, {})) };
    setClock(new Date(now().getTime() + 30 * 60_000 + 1000));
    expect(await completeDigid(actor, brought)).toEqual({ kind: "unknown" });
  });

  it("D02 an artifact that is none is refused without asking anybody", async () => {
    for (const artifact of ["", "x", "A".repeat(60), Buffer.alloc(44, 4).toString("base64")]) {
      const { step, browserToken } = await begin();
      const relayState = step.fields.RelayState ?? "";
      const outcome = await completeDigid(actor, { environmentId: "getij", browserToken, artifact, relayState });
      expect(outcome.kind).toBe(artifact === "" ? "unknown" : "refused");
    }
  });

  it("P-02 the address form of the question is understood too", async () => {
    process.env.DIGID_BINDING = "redirect";
    reloadConfig();
    try {
      const given = {
        environmentId: "getij",
        minimumLevel: 25 as const,
        providerName: "x",
        purpose: "sign_in" as const,
      };
      const begun = await startDigid(actor, given);
      if (!begun || !("location" in begun.step)) throw new Error("no address");
      const shown = await fetch(begun.step.location, { redirect: "manual" });
      expect(shown.headers.get("location")).toMatch(/\/inloggen\//);
    } finally {
      delete process.env.DIGID_BINDING;
      reloadConfig();
    }
  });
});
