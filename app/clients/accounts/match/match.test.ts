import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { nameLikeness } from "#app/clients/records/similar-name.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { Conflict, DomainError, Forbidden, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { aClient, aPerson } from "#tests/client-world.ts";
import { freshDatabase } from "#tests/database.ts";
import { PASSWORD, accepted, aStaffMember, later, lastMail, mailsTo, password, signedUp } from "#tests/mailed-world.ts";
import { acceptSignUp, refuseSignUp } from "./decide.server.ts";
import { differences } from "./differs.ts";
import { signUpWithCandidates, waitingSignUps } from "./find.server.ts";
import { shownCandidate } from "./shown.server.ts";
import { undoMatch } from "./undo-match.server.ts";

const ROOS = "roos@voorbeeld.example";
beforeEach(async () => {
  await freshDatabase();
});
const here = (given: Parameters<typeof aPerson>[0] = {}) => aPerson({ environmentId: "delinde", ...given });
const stateOf = async (id: string) =>
  (await db.select().from(clientAccounts).where(eq(clientAccounts.id, id)))[0]?.state;

describe("finding the person", () => {
  it("U-09: same date of birth and a name that looks alike, best first; others are not shown", async () => {
    const exact = await here();
    const married = await here({ lastName: "Bos-Vermeer" });
    const initial = await here({ firstName: "R.", lastName: "van Vermeer" });
    await here({ birthDate: "1984-03-13" });
    await here({ firstName: "Klaas", lastName: "Dijkstra" });
    await aPerson();
    const staff = await aStaffMember();
    const { candidates } = await signUpWithCandidates(staff, (await signedUp()).id);
    expect(candidates.map(({ personId }) => personId)).toEqual([exact.id, married.id, initial.id]);
  });

  it("U-09: names are compared without accents, prefixes and small slips", () => {
    const like = (firstA: string, lastA: string, firstB: string, lastB: string) =>
      nameLikeness({ firstName: firstA, lastName: lastA }, { firstName: firstB, lastName: lastB });
    expect(like("Zoë", "Van den Berg", "zoe", "Berg")).toBe(4);
    expect(like("Mohammed", "El Idrissi", "Mohamed", "Idrisi")).toBe(4);
    expect(like("Jan", "de Boer", "Johanna", "Boer")).toBe(3);
    expect(like("Roos", "Jansen", "Roos", "Vermeer")).toBe(1);
    expect(like("Roos", "Jansen", "Klaas", "Vermeer")).toBe(0);
  });

  it("U-09: the phone number is masked, and each look is a line about the person looked at", async () => {
    const person = await here();
    const staff = await aStaffMember();
    const account = await signedUp();
    const { candidates } = await signUpWithCandidates(staff, account.id);
    const shown = shownCandidate(candidates[0]!, account);
    expect(shown).toMatchObject({ phone: "••••••78", address: "Dijkweg 4, 1234 AB Waterdam", email: "same" });
    expect(JSON.stringify(shown)).not.toContain("12345678");
    const looks = await db.select().from(auditLog).where(eq(auditLog.event, "client.match_look"));
    expect(looks.map(({ subjectId, actorId, organisation }) => [subjectId, actorId, organisation])).toEqual([
      [null, staff.accountId, "delinde"],
      [person.id, staff.accountId, "delinde"],
    ]);
  });
});

describe("deciding", () => {
  it("U-09: accepted means linked to the person, mailed, and asked for the terms at the next sign-in", async () => {
    const { account, person } = await accepted();
    expect(account).toMatchObject({ state: "terms_pending", personId: person.id, acceptedTerms: null });
    expect((await lastMail(ROOS)).subject).toBe("Uw account is klaar");
    expect(await password(ROOS)).toHaveProperty("token");
  });

  it("U-09: refused stays outside; the reason is logged and not told to the mailbox", async () => {
    const staff = await aStaffMember();
    const account = await signedUp();
    await refuseSignUp(staff, { id: account.id }, "has_account");
    expect(await stateOf(account.id)).toBe("refused");
    expect(await password(ROOS)).toEqual({ refused: "wrong" });
    const [line] = await db.select().from(auditLog).where(eq(auditLog.event, "client.refuse"));
    expect(line?.reason).toBe("has_account");
    const [mail] = (await mailsTo(ROOS)).filter(({ subject }) => subject === "Over uw aanmelding");
    expect(mail?.text).not.toContain("has_account");
    await expect(acceptSignUp(staff, { id: account.id }, (await here()).id)).rejects.toThrow(Conflict);
  });

  it("U-01 A03: a person with an account is shown as such and cannot be linked to a second one", async () => {
    const person = await here({ bsn: "999990019" });
    await aClient(person);
    const staff = await aStaffMember();
    const account = await signedUp();
    const { candidates } = await signUpWithCandidates(staff, account.id);
    expect(candidates[0]).toMatchObject({ personId: person.id, hasAccount: true });
    await expect(acceptSignUp(staff, { id: account.id }, person.id)).rejects.toThrow("person_has_account");
    expect(await stateOf(account.id)).toBe("signed_up");
  });

  it("U-09: nobody is linked to a person with another date of birth, and two colleagues decide once", async () => {
    const staff = await aStaffMember();
    const account = await signedUp();
    const other = await here({ birthDate: "1990-01-01" });
    await expect(acceptSignUp(staff, { id: account.id }, other.id)).rejects.toThrow("birth_date_differs");
    expect(await stateOf(account.id)).toBe("signed_up");
    const person = await here();
    const both = await Promise.allSettled([
      acceptSignUp(staff, { id: account.id }, person.id),
      refuseSignUp(await aStaffMember(), { id: account.id }, "unknown"),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled").length).toBe(1);
  });
});

describe("staff of another environment", () => {
  it("H11 Z02: sees no sign-up and no person of this one, and decides on nothing", async () => {
    const account = await signedUp();
    const person = await here();
    const stranger = await aStaffMember("getij");
    expect(await waitingSignUps(stranger)).toEqual([]);
    await expect(signUpWithCandidates(stranger, account.id)).rejects.toThrow(NotFound);
    await expect(acceptSignUp(stranger, { id: account.id }, person.id)).rejects.toThrow(NotFound);
    await expect(refuseSignUp(stranger, { id: account.id }, "unknown")).rejects.toThrow(Conflict);
    const own = await aStaffMember();
    const elsewhere = await aPerson();
    await expect(acceptSignUp(own, { id: account.id }, elsewhere.id)).rejects.toThrow(NotFound);
    expect(await stateOf(account.id)).toBe("signed_up");
  });

  it("Z02: a clinician, and whoever has no session, decides on nothing", async () => {
    const account = await signedUp();
    const staff = await aStaffMember();
    const clinician = { ...staff, staff: { ...staff.staff, role: "clinician" as const } };
    await expect(waitingSignUps(clinician)).rejects.toThrow(Forbidden);
    await expect(refuseSignUp(clinician, { id: account.id }, "unknown")).rejects.toThrow(Forbidden);
    const request = new Request("http://localhost/behandelaar/delinde/aanmeldingen");
    await expect(requireStaff(request, "delinde", "staff")).rejects.toBeInstanceOf(Response);
  });
});

it("U-09: whatever order things come in, an account moves only along the listed ways", async () => {
  const WAYS: Record<string, string[]> = {
    none: ["signed_up"],
    signed_up: ["terms_pending", "refused"],
    refused: ["signed_up"],
    terms_pending: ["signed_up", "closed"],
    closed: ["signed_up"],
  };
  const staff = await aStaffMember();
  let round = 0;
  const commands = fc.array(fc.constantFrom("sign_up", "accept", "refuse", "sign_in", "undo", "close"), {
    maxLength: 7,
  });
  await fc.assert(
    fc.asyncProperty(commands, async (order) => {
      const email = `r${++round}@voorbeeld.example`;
      const person = await here();
      const row = async () => (await db.select().from(clientAccounts).where(eq(clientAccounts.email, email))).at(-1);
      for (const command of order) {
        later(1000);
        const before = await row();
        try {
          if (command === "sign_up") await signedUp({ email });
          else if (command === "accept")
            await acceptSignUp(staff, { id: before?.id ?? newId() }, person.id, differences);
          else if (command === "refuse") await refuseSignUp(staff, { id: before?.id ?? newId() }, "unknown");
          else if (command === "undo" || command === "close") {
            const after = command === "undo" ? "queue" : "close";
            await undoMatch(staff, { id: before?.id ?? newId() }, { reason: "naamgenoot", after });
          } else {
            const may = before?.state === "terms_pending";
            expect("token" in (await password(email, PASSWORD))).toBe(may);
          }
        } catch (error) {
          // A refusal in words changes nothing; a sign-up for a known address has no code.
          if (!(error instanceof DomainError) && !["wrong", "expired"].includes((error as Error).message)) throw error;
          expect((await row())?.state).toBe(before?.state);
        }
        const [from, to] = [before?.state ?? "none", (await row())?.state ?? "none"];
        if (from !== to) expect(WAYS[from], `${from} → ${to}`).toContain(to);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
