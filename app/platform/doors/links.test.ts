import { beforeEach, describe, expect, it } from "vitest";
import { now, setClock } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { transaction } from "#db/client.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { findLink, issueLink, useLink, voidLinks, type LinkPurpose } from "./links.server.ts";

const DAY = 86_400_000;
/** Every kind of link that is mailed; a new kind is added here. */
const kinds: Record<LinkPurpose, true> = {
  activation: true,
  reset: true,
  signing: true,
  status: true,
  unlock: true,
  objection: true,
  withdraw: true,
  client_reset: true,
  client_unlock: true,
};
const all = Object.keys(kinds) as LinkPurpose[];
const later = (ms: number) => setClock(new Date(now().getTime() + ms));

beforeEach(async () => {
  await freshDatabase();
});

describe.each(all)("a link of kind %s", (purpose) => {
  const subjectId = newId();
  const issue = () => transaction((tx) => issueLink(tx, { purpose, subjectId, lifetimeMs: DAY }));

  it("M-80: says that there is a newer one only when another link took its place, and tells when that one was made", async () => {
    const first = await issue();
    // Also two of the same moment: a link is never its own newer one.
    const second = await issue();
    expect((await findLink(purpose, first)).state).toBe("replaced");
    expect((await findLink(purpose, second)).state).toBe("good");
    later(60_000);
    const third = await issue();
    const replaced = await findLink(purpose, second);
    const newest = await findLink(purpose, third);
    if (replaced.state === "unknown" || newest.state === "unknown") throw new Error("lost");
    expect(replaced.state).toBe("replaced");
    expect(newest.state).toBe("good");
    expect(replaced.newestAt).toEqual(newest.createdAt);
  });

  it("M-80: closed without a newer one it says so, and not that there is a newer one", async () => {
    const only = await issue();
    await transaction((tx) => voidLinks(tx, purpose, subjectId));
    expect((await findLink(purpose, only)).state).toBe("closed");
  });

  it("M-80: used up, run out or never made: each says what it is", async () => {
    const used = await issue();
    const found = await findLink(purpose, used);
    if (found.state !== "good") throw new Error("not good");
    await transaction((tx) => useLink(tx, found.id));
    expect((await findLink(purpose, used)).state).toBe("used");
    const old = await issue();
    later(DAY);
    expect((await findLink(purpose, old)).state).toBe("expired");
    expect((await findLink(purpose, "nooit gemaakt")).state).toBe("unknown");
  });
});
