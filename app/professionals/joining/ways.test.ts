import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { correctCareGroups } from "#app/professionals/joining/authorization/signing/correct.server.ts";
import { declineSigning } from "#app/professionals/joining/authorization/signing/decline.server.ts";
import { lapseAuthorizations } from "#app/professionals/joining/authorization/remind.server.ts";
import { renewSigningLink } from "#app/professionals/joining/authorization/renew-link.server.ts";
import { endAccounts } from "#app/platform/doors/end-accounts.server.ts";
import { askReset } from "#app/platform/doors/reset.server.ts";
import { askEmployee } from "#app/professionals/practices/employees/ask.server.ts";
import {
  answerAboutEmployee,
  approveEmployee,
  askAboutEmployee,
  cancelEmployee,
  rejectEmployee,
  takeUpEmployee,
} from "#app/professionals/practices/employees/decide.server.ts";
import { confirmEmployee, sendEmployeeActivation } from "#app/professionals/practices/employees/invitation.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now, setClock } from "#app/shared/clock.server.ts";
import { db } from "#db/client.server.ts";
import type { EmployeeRequestState } from "#db/schema/practices.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import type { RequestState } from "#db/schema/joining.ts";
import { freshDatabase } from "#tests/database.ts";
import { aPractice } from "#tests/factories.ts";
import { aPractitioner } from "#tests/practice-world.ts";
import {
  anAgent,
  approvedRequest,
  asApplicant,
  entry,
  handIn,
  lastRequest,
  on,
  sentRequest,
  signedRequest,
  somebody,
  stateOf,
  theClock,
  withRegister,
} from "#tests/registration-world.ts";
import { lastToken, messages, openGood } from "#tests/signing-world.ts";
import { answerDesk } from "./answer.server.ts";
import { currentChecks, phonesIn } from "./checks.server.ts";
import { requestById } from "./request.server.ts";
import { approveRequest } from "./review/approve.server.ts";
import { askApplicant } from "./review/ask.server.ts";
import { askInvitation, inviteAfterCall, sendActivation } from "./review/invitation.server.ts";
import { refreshChecks } from "./review/refresh-checks.server.ts";
import { rejectRequest } from "./review/reject.server.ts";
import { askToSignAgain } from "./review/sign-again.server.ts";
import { takeUp } from "./review/take-up.server.ts";
import { withdrawRequest } from "./withdraw.server.ts";

/** An act that a side can do in a state, or why there is none: what the state waits for, or that it is final. */
type Way = ((id: string) => Promise<unknown>) | string;
type Ways = { state: string; reach: () => Promise<string>; person: Record<string, Way>; desk: Record<string, Way> };

const DAY = 86_400_000;
const later = (days: number) => setClock(new Date(now().getTime() + days * DAY));
const REASON = "Dit past niet bij ons portaal.";
let agent: AccountActor;
let gp: AccountActor;

const applicant = async (id: string) => asApplicant(await requestById(id));
const withdraw: Way = async (id) => withdrawRequest(await applicant(id));
const reject: Way = async (id) => rejectRequest(agent, await on(id), REASON);
const ask: Way = async (id) => askApplicant(agent, await on(id), { field: "other", question: "Klopt dit?" });
const answer: Way = async (id) => answerDesk(await applicant(id), "Ja.");
const renew: Way = async (id) => renewSigningLink(await applicant(id), id);
/** Registering once more makes a request of its own. */
const again: Way = async (id) => {
  await handIn();
  expect((await lastRequest()).id).not.toBe(id);
};
const activation = async () =>
  (await messages()).map((mail) => /\/a\/([\w-]{20,})/.exec(mail.text)?.[1]).findLast(Boolean)!;
const submitted = async () => handIn().then(async () => (await lastRequest()).id);
const inReview = async () => {
  const id = await submitted();
  await takeUp(agent, await on(id));
  return id;
};
const lapsed = async () => {
  const { id } = await approvedRequest(agent);
  later(30);
  await endAccounts();
  return id;
};

/** The table of the states of a registration: what each side can do, executed below. */
const registration: (Ways & { of: RequestState })[] = [
  {
    of: "submitted",
    state: "submitted",
    reach: submitted,
    person: { withdraw },
    desk: { takeUp: async (id) => takeUp(agent, await on(id)), reject },
  },
  { of: "in_review", state: "in review", reach: inReview, person: { withdraw }, desk: { ask, reject } },
  {
    of: "info_requested",
    state: "asked before the signature",
    reach: async () => inReview().then(async (id) => run(ask, id)),
    person: { answer, withdraw },
    desk: { reject },
  },
  {
    of: "info_requested",
    state: "asked after the signature",
    reach: async () => run(ask, (await signedRequest(agent)).id),
    person: { answer, withdraw },
    desk: { reject },
  },
  {
    of: "authorization_sent",
    state: "authorization sent",
    reach: async () => (await sentRequest(agent)).id,
    person: {
      correct: async () =>
        correctCareGroups(await openGood(lastToken(await messages())), { careGroups: [], otherCareGroup: "Oost" }),
      decline: async () => declineSigning(await openGood(lastToken(await messages())), "Ik teken niet."),
      withdraw,
    },
    desk: { renew: async (id) => renewSigningLink(agent, id), reject },
  },
  {
    of: "expired",
    state: "not signed in time",
    reach: async () => {
      const { id } = await sentRequest(agent);
      later(15);
      await lapseAuthorizations(theClock, now());
      return id;
    },
    person: { renew, again, withdraw },
    desk: { renew: async (id) => renewSigningLink(agent, id), reject },
  },
  {
    of: "signed",
    state: "signed",
    reach: async () => (await signedRequest(agent)).id,
    person: { withdraw },
    desk: {
      approve: async (id) => expect(await approveRequest(agent, await on(id))).toMatchObject({ done: true }),
      ask,
      refresh: async (id) => refreshChecks(agent, await on(id)),
      signAgain: async (id) => askToSignAgain(agent, await on(id), REASON),
      reject,
    },
  },
  {
    of: "completed",
    state: "approved, not activated yet",
    reach: async () => (await approvedRequest(agent)).id,
    person: {
      forgotten: async () => {
        const before = await activation();
        await askReset(accountDoor, somebody, entry.ownEmail);
        expect(await activation()).not.toBe(before);
      },
    },
    desk: { send: async (id) => sendActivation(agent, await on(id)) },
  },
  {
    of: "completed",
    state: "approved, invitation lapsed",
    reach: lapsed,
    person: { ask: async () => expect(await askInvitation(somebody, await activation())).toBe("desk") },
    desk: {
      invite: async (id) => {
        await refreshChecks(agent, await on(id));
        const [phone = ""] = phonesIn(await currentChecks(id));
        await inviteAfterCall(agent, await on(id), { phone, person: "Mevrouw Postma" });
      },
    },
  },
  {
    of: "rejected",
    state: "rejected",
    reach: async () => run(reject, await inReview()),
    person: { again },
    desk: { none: "final: the reason was told; a new request begins anew" },
  },
  {
    of: "withdrawn",
    state: "withdrawn",
    reach: async () => run(withdraw, await inReview()),
    person: { again },
    desk: { none: "final: the applicant took it back; a new request begins anew" },
  },
];

const wish = {
  firstName: "Sanne",
  lastName: "de Boer",
  jobTitle: "Assistent",
  email: "sanne@delinde.example",
  reports: true,
  patientDetails: false,
  reportGroups: "all" as const,
  startsOn: "2026-11-24",
  endsOn: null,
};
const askFor = async () => {
  await askEmployee(gp, gp.practices[0]!, wish, "+31612345678");
  return (await db.select().from(employeeRequests)).at(-1)!.id;
};
const taken = async () => run(async (id) => takeUpEmployee(agent, { id }), await askFor());
const cancel: Way = async (id) => cancelEmployee(gp, { id });
const refuse: Way = async (id) => rejectEmployee(agent, { id }, REASON);
const anew: Way = async (id) => expect(await askFor()).not.toBe(id);
const person = async () => ({
  accountId: (await db.select().from(employeeRequests))[0]!.accountId!,
  practiceId: gp.practices[0]!.practiceId,
});
const approved = async () => run(async (id) => approveEmployee(agent, { id }), await taken());

/** The same for the request of a practitioner for an employee; here the practitioner is the person. */
const employees: (Ways & { of: EmployeeRequestState })[] = [
  {
    of: "submitted",
    state: "submitted",
    reach: askFor,
    person: { cancel },
    desk: { takeUp: async (id) => takeUpEmployee(agent, { id }) },
  },
  {
    of: "in_review",
    state: "in review",
    reach: taken,
    person: { cancel },
    desk: {
      approve: async (id) => approveEmployee(agent, { id }),
      ask: async (id) => askAboutEmployee(agent, { id }, "Welke functie?"),
      refuse,
    },
  },
  {
    of: "info_requested",
    state: "asked",
    reach: async () => run(async (id) => askAboutEmployee(agent, { id }, "Welke functie?"), await taken()),
    person: { answer: async (id) => answerAboutEmployee(gp, { id }, "Assistent."), cancel },
    desk: { refuse },
  },
  {
    of: "approved",
    state: "approved, not activated yet",
    reach: approved,
    person: {
      send: async () => sendEmployeeActivation(gp, await person()),
      forgotten: async () => askReset(accountDoor, somebody, wish.email),
    },
    desk: { none: "decided: the practitioner, who answers for the access, repeats the invitation" },
  },
  {
    of: "approved",
    state: "approved, invitation lapsed",
    reach: async () => {
      const id = await approved();
      later(30);
      await endAccounts();
      return id;
    },
    person: {
      ask: async () => expect(await askInvitation(somebody, await activation())).toBe("practitioner"),
      confirm: async () => confirmEmployee(gp, await person()),
    },
    desk: { none: "decided: the practitioner re-confirms" },
  },
  {
    of: "rejected",
    state: "rejected",
    reach: async () => run(refuse, await taken()),
    person: { anew },
    desk: { none: "final: the reason was told; the practitioner asks anew" },
  },
  {
    of: "cancelled",
    state: "cancelled",
    reach: async () => run(cancel, await askFor()),
    person: { anew },
    desk: { none: "final: the practitioner took it back" },
  },
];

async function run(way: Way, id: string): Promise<string> {
  if (typeof way !== "string") await way(id);
  return id;
}

beforeEach(async () => {
  await freshDatabase();
  await withRegister();
  agent = await anAgent();
  gp = await aPractitioner(await aPractice(), { firstName: "Anna", agb: "01000001" });
});

const both = [
  ["registration", registration],
  ["request for an employee", employees],
] as const;

describe.each(both)("M-86 every state of a %s", (_, table) => {
  const acts = table.flatMap((row) =>
    (["person", "desk"] as const).flatMap((side) =>
      Object.entries(row[side]).map(([act, way]) => ({
        state: row.state,
        side,
        act,
        way,
        reach: row.reach,
        of: row.of,
      })),
    ),
  );

  it.each(acts)("M-86: $state: the $side has a way on ($act)", async ({ way, reach, of }) => {
    if (typeof way === "string") return expect(way).toMatch(/^(final|decided): .{10,}/);
    const id = await reach();
    if (table === registration) expect(await stateOf(id)).toBe(of);
    await way(id);
  });

  it("M-86: both sides have at least one act, or a reason why there is none", () => {
    for (const row of table) {
      expect(Object.keys(row.person).length, row.state).toBeGreaterThan(0);
      expect(Object.keys(row.desk).length, row.state).toBeGreaterThan(0);
    }
  });
});

it("M-86: no state was forgotten", () => {
  const requests: Record<RequestState, true> = {
    submitted: true,
    in_review: true,
    info_requested: true,
    authorization_sent: true,
    expired: true,
    signed: true,
    completed: true,
    rejected: true,
    withdrawn: true,
  };
  const asked: Record<EmployeeRequestState, true> = {
    submitted: true,
    in_review: true,
    info_requested: true,
    approved: true,
    rejected: true,
    cancelled: true,
  };
  expect(new Set(registration.map((row) => row.of))).toEqual(new Set(Object.keys(requests)));
  expect(new Set(employees.map((row) => row.of))).toEqual(new Set(Object.keys(asked)));
});
