import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transaction } from "#db/client.server.ts";
import { checkRows, type RequestState } from "#db/schema/joining.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { freshDatabase } from "#tests/database.ts";
import {
  anAgent,
  asApplicant,
  handIn,
  lastRequest,
  on,
  stateOf,
  theClock,
  theSigner,
  withRegister,
} from "#tests/registration-world.ts";
import { answerDesk } from "./answer.server.ts";
import {
  backToReview,
  markAuthorizationSent,
  markCorrected,
  markDeclined,
  markExpired,
  markSigned,
} from "./outcome.server.ts";
import { requestById } from "./request.server.ts";
import { acceptCheck } from "./review/accept-check.server.ts";
import { approveRequest } from "./review/approve.server.ts";
import { askApplicant } from "./review/ask.server.ts";
import { recordCallBack } from "./review/record-call-back.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { askToSignAgain } from "./review/sign-again.server.ts";
import { takeUp } from "./review/take-up.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

type Command = (agent: AccountActor, id: string) => Promise<unknown>;
const marked = (work: (tx: Parameters<Parameters<typeof transaction>[0]>[0]) => Promise<void>) => transaction(work);

/** Every verb that moves a request. Approving needs a real signature, which `signing.test.ts` makes; here it is always refused. */
const commands: Record<string, Command> = {
  takeUp: async (agent, id) => takeUp(agent, await on(id)),
  ask: async (agent, id) => askApplicant(agent, await on(id), { field: "other", question: "Klopt dit?" }),
  answer: async (_, id) => answerDesk(asApplicant(await requestById(id)), "Ja"),
  callBack: async (agent, id) =>
    recordCallBack(agent, await on(id), { phone: "0599 550 101", person: "Postma", outcome: "confirmed" }),
  accept: async (agent, id) => acceptCheck(agent, await on(id), { rule: "connected", reason: "Nagevraagd." }),
  refresh: async (agent, id) => refreshChecks(agent, await on(id)),
  send: async (agent, id) =>
    marked(async (tx) => markAuthorizationSent(tx, agent, id, (await requestById(id, tx)).version)),
  correctGroups: (_, id) =>
    marked((tx) => markCorrected(tx, theSigner(id), id, { careGroups: [], otherCareGroup: "Noord" })),
  correctPerson: (_, id) =>
    marked((tx) => backToReview(tx, theSigner(id), id, { changes: { lastName: "Berg" } }, "corrected")),
  decline: (_, id) => marked((tx) => markDeclined(tx, theSigner(id), id, "Niet ik")),
  lapse: (_, id) => marked((tx) => markExpired(tx, theClock, id)),
  sign: (_, id) => marked((tx) => markSigned(tx, theSigner(id), id, now())),
  approve: async (agent, id) => {
    const outcome = await approveRequest(agent, await on(id));
    if (!outcome.done) throw new Conflict(outcome.why);
  },
  reject: async (agent, id) => rejectRequest(agent, await on(id), "Past niet bij ons."),
  signAgain: async (agent, id) => askToSignAgain(agent, await on(id), "Het zegel klopt niet."),
  withdraw: async (_, id) => withdrawRequest(asApplicant(await requestById(id))),
};

/** The table of the domain, written down a second time on purpose. */
const expected: Record<string, Partial<Record<RequestState, RequestState>>> = {
  takeUp: { submitted: "in_review" },
  ask: { in_review: "info_requested", signed: "info_requested" },
  answer: { info_requested: "in_review" },
  callBack: { in_review: "in_review" },
  accept: { in_review: "in_review", signed: "signed" },
  refresh: { in_review: "in_review", signed: "signed" },
  send: { in_review: "authorization_sent", expired: "authorization_sent" },
  correctGroups: { authorization_sent: "authorization_sent" },
  correctPerson: { authorization_sent: "in_review" },
  decline: { authorization_sent: "in_review" },
  lapse: { authorization_sent: "expired" },
  sign: { authorization_sent: "signed" },
  approve: {},
  signAgain: { signed: "in_review" },
  reject: Object.fromEntries(
    ["submitted", "in_review", "info_requested", "authorization_sent", "expired", "signed"].map((state) => [
      state,
      "rejected",
    ]),
  ),
  withdraw: Object.fromEntries(
    ["submitted", "in_review", "info_requested", "authorization_sent", "expired", "signed"].map((state) => [
      state,
      "withdrawn",
    ]),
  ),
};

/** May be refused although the state allows it: a check is open, or there is nothing to accept. */
const CONDITIONAL = new Set(["send", "accept"]);

describe("states of a registration request", () => {
  it("I-05 I-06: in any order of commands only the listed transitions happen; all else is refused and changes nothing", async () => {
    const order = fc.array(fc.constantFrom(...Object.keys(commands)), { minLength: 8, maxLength: 30 });
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(order, async (names) => {
        await freshDatabase();
        await withRegister();
        const agent = await anAgent();
        await handIn();
        const { id } = await lastRequest();
        for (const name of ["takeUp", "callBack", "accept", ...names]) {
          const before = await requestById(id);
          // Asked after the signature and nothing changed: signed again.
          const kept = name === "answer" && before.state === "info_requested" && before.signedAt !== null;
          const to = kept ? "signed" : expected[name]![before.state];
          const done = await commands[name]!(agent, id).then(
            () => true,
            (error: unknown) => {
              expect(error).toBeInstanceOf(Conflict);
              return false;
            },
          );
          const after = await requestById(id);
          if (done) expect([name, before.state, after.state]).toEqual([name, before.state, to]);
          else if (to !== undefined) expect(CONDITIONAL.has(name)).toBe(true);
          expect(after.version > before.version).toBe(done);
          if (!done) expect(after).toEqual(before);
          reached.add(await stateOf(id));
        }
      }),
      { numRuns: 40, seed: 20261124 },
    );
    expect([...reached]).toEqual(expect.arrayContaining(["info_requested", "authorization_sent", "signed", "expired"]));
  }, 120_000);

  it("I-05: a request without any check rows cannot be sent", async () => {
    await freshDatabase();
    await withRegister();
    const agent = await anAgent();
    await handIn();
    const { id } = await lastRequest();
    await takeUp(agent, await on(id));
    await transaction(async (tx) => {
      await tx.delete(checkRows);
    });
    await expect(commands.send!(agent, id)).rejects.toThrow("gates_open");
  });
});
