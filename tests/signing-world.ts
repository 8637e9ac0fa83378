import { asc, eq } from "drizzle-orm";
import { issueAuthorization, prepareAuthorization } from "#app/professionals/joining/authorization/issue.server.ts";
import { openedLink, type Opened } from "#app/professionals/joining/authorization/signing/open.server.ts";
import type { Body } from "#app/platform/messages/outbox.server.ts";
import { registerRules } from "#app/professionals/joining/agb/rules.ts";
import { startRound } from "#app/professionals/joining/checks.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { openField, sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction, type Reads } from "#db/client.server.ts";
import { withCareGroups } from "./settings.ts";
import { outbox } from "#db/schema/messages.ts";
import { registrationRequests } from "#db/schema/joining.ts";

export const clockActor = { kind: "system", name: "clock" } as const;

/** A request that the desk has looked at, of an invented GP with a mobile number. */
export async function aRequest(given: Partial<typeof registrationRequests.$inferInsert> & { number?: string } = {}) {
  const id = newId();
  const mobile = sealField("+31612345678", { table: "registration_requests", column: "mobile", row: id });
  const row = {
    id,
    number: `R-2026-${id.slice(-4)}`,
    state: "in_review" as const,
    connected: true,
    agbPractitioner: "01012345",
    agbPractice: "01054321",
    practiceKind: "gp" as const,
    practiceName: "Huisartsenpraktijk De Oude Haven",
    firstName: "Noor",
    lastName: "van den Berghe-Özdemir",
    practiceEmail: "praktijk@oudehaven.example",
    ownEmail: "noor@oudehaven.example",
    mobile,
    careGroups: ["zg-noord"],
    language: "nl" as const,
    searchText: "",
    targetOn: today(),
    submittedAt: now(),
    ...given,
  };
  await withCareGroups({ id: "zg-noord", name: "Zorggroep Noord" }, { id: "zg-zuid", name: "Zorggroep Zuid" });
  await transaction(async (tx) => {
    await tx.insert(registrationRequests).values(row);
    const rules = [...registerRules, "sign_in_address", "connected", "call_back"] as const;
    const green = { outcome: "pass", source: "register_table", evidence: {} } as const;
    const findings = rules.map((rule) => ({ rule, ...green }));
    await startRound(tx, { id, version: 1 }, findings, false);
  });
  return row;
}

/** Prepares and sends the authorization of a request; returns its id and the token in the mail. */
export async function send(requestId: string): Promise<{ authorizationId: string; token: string }> {
  const prepared = await prepareAuthorization(requestId);
  return transaction(async (tx) => {
    // Straight to the state: the desk's checks are another room's matter.
    const sent = { state: "authorization_sent" as const };
    await tx.update(registrationRequests).set(sent).where(eq(registrationRequests.id, requestId));
    const authorizationId = await issueAuthorization(tx, clockActor, prepared);
    // Before the commit: afterwards a running server may already have sent the mail and wiped it.
    return { authorizationId, token: lastToken(await messages(tx)) };
  });
}

/** Everything in the outbox that was not wiped, opened, oldest first. */
export async function messages(from: Reads = db): Promise<(Body & { kind: string })[]> {
  const all = await from.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.id));
  const rows = all.filter((row) => row.body !== null);
  return rows.map((row) => ({
    kind: row.kind,
    ...(JSON.parse(openField(row.body ?? "", { table: "outbox", column: "body", row: row.id })) as Body),
  }));
}

/** The token of the newest signing link that was mailed. */
export function lastToken(sent: Body[]): string {
  return sent.map((mail) => /\/m\/([\w-]{43})/.exec(mail.text)?.[1]).findLast(Boolean) ?? "";
}

/** The newest code in the messages. */
export async function lastCode(): Promise<string> {
  const sent = (await messages()).filter((message) => message.kind === "code").at(-1);
  return /\b\d{6}\b/.exec(sent?.text ?? "")?.[0] ?? "";
}

export function asSigner(token: string): Request {
  return new Request("http://localhost/machtiging", { headers: { cookie: `__Host-signing=${token}` } });
}

/** The open signing page behind a token. */
export async function openGood(token: string): Promise<Extract<Opened, { state: "good" }>> {
  const opened = await openedLink(asSigner(token));
  if (opened.state !== "good") throw new Error(`the link is ${opened.state}`);
  return opened;
}
