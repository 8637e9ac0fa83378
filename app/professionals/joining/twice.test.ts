import { beforeEach, describe, expect, it } from "vitest";
import { findLink } from "#app/platform/doors/links.server.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import { anAgent, clearGates, handIn, lastRequest, on, somebody, withRegister } from "#tests/registration-world.ts";
import { messages } from "#tests/signing-world.ts";
import { currentChecks, missingGates } from "./checks.server.ts";
import { caseOf } from "./review/case.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { takeUp } from "./review/take-up.server.ts";
import { requestById } from "./request.server.ts";

const REAL = "praktijk@delinde.example";
const STRANGE = "vreemd@elders.example";
const from = (address: string) => ({ kind: "stranger" as const, address });
const by = (email: string) => ({ practiceEmail: email, practiceEmailAgain: email, ownEmail: "" });
const tokensTo = async (to: string) =>
  (await messages()).filter((one) => one.to === to).flatMap((one) => /\/s\/([\w-]{43})/.exec(one.text)?.[1] ?? []);
const findingOf = async (id: string) => (await currentChecks(id)).find(({ rule }) => rule === "only_request");

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
});

/** Somebody else registers the codes of a practitioner, who comes after. Returns both requests. */
async function bothCame() {
  await handIn(by(STRANGE), undefined, from("198.51.100.9"));
  const strange = await lastRequest();
  await handIn(by(REAL));
  return { strange, real: await lastRequest() };
}

describe("M-39 somebody else's codes", () => {
  it("M-39 the practitioner who comes second is answered at the own address, and the first one hears nothing of it", async () => {
    const { strange, real } = await bothCame();
    expect(real.id).not.toBe(strange.id);
    const [receipt] = (await messages()).filter((one) => one.to === REAL);
    expect(receipt?.kind).toBe("request_receipt");
    expect(receipt?.text).not.toContain(strange.number);
    expect((await messages()).filter((one) => one.to === STRANGE)).toHaveLength(1);
  });

  it("M-39 the desk sees both at each of them, and neither passes until the other is settled or a reason is given", async () => {
    const { strange, real } = await bothCame();
    for (const [one, other] of [
      [real, strange],
      [strange, real],
    ] as const) {
      expect(await findingOf(one.id)).toMatchObject({ outcome: "fail", evidence: { others: [other.number] } });
      const shown = await caseOf(one.id);
      expect(shown.others).toEqual([{ id: other.id, number: other.number, practiceEmail: other.practiceEmail }]);
    }
    const agent = await anAgent();
    await takeUp(agent, await on(real.id));
    await clearGates(agent, real.id);
    expect(missingGates(await requestById(real.id), await currentChecks(real.id))).toEqual([]);
    await rejectRequest(agent, await on(strange.id), "Niet door de praktijk gedaan.");
    await refreshChecks(agent, await on(real.id));
    expect(await findingOf(real.id)).toMatchObject({ outcome: "pass" });
  });

  it("M-39 the same address again: no second request, one mail a day, and the first link goes on working", async () => {
    await handIn();
    await handIn();
    await handIn({ practiceEmail: REAL.toUpperCase(), practiceEmailAgain: REAL.toUpperCase() });
    expect(await db.$count(registrationRequests)).toBe(1);
    const tokens = await tokensTo(REAL);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(await findLink("status", token)).toMatchObject({ state: "good" });
  });

  it("M-39 five posts from elsewhere shut nobody out: the limits of a code and an address hang on the network", async () => {
    for (let at = 0; at < 5; at += 1) await handIn(by(STRANGE), undefined, from("198.51.100.9"));
    await expect(handIn(by(STRANGE), undefined, from("198.51.100.77"))).rejects.toBeInstanceOf(Limited);
    for (let at = 0; at < 12; at += 1) await handIn(by(REAL), undefined, from(`198.51.${at}.9`));
    await expect(handIn(by(REAL), undefined, somebody)).resolves.toBeUndefined();
    await expect(handIn(by(REAL), undefined, from("2001:db8:1:2::1"))).resolves.toBeUndefined();
  });

  it("A6: sixty registrations an hour from one network, whatever their codes and addresses, and no more", async () => {
    const another = (nth: number) => ({
      agbPractitioner: String(1_100_000 + nth).padStart(8, "0"),
      ...by(`praktijk${nth}@elders.example`),
    });
    for (let nth = 0; nth < 60; nth += 1) await handIn(another(nth), undefined, from("198.51.100.9"));
    await expect(handIn(another(60), undefined, from("198.51.100.77"))).rejects.toBeInstanceOf(Limited);
    await expect(handIn(another(60), undefined, from("198.51.101.9"))).resolves.toBeUndefined();
    setClock(new Date(now().getTime() + 3_600_000));
    await expect(handIn(another(61), undefined, from("198.51.100.9"))).resolves.toBeUndefined();
  });
});
