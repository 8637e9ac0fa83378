import { and, eq, max } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { checkRows } from "#db/schema/joining.ts";
import { canonicalJson } from "#app/shared/canonical-json.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { Evidence } from "./agb/judgement.ts";
import { registerRules, type Finding, type Rule } from "./agb/rules.ts";
import type { RequestRow } from "./request.server.ts";

export type CheckRow = Omit<typeof checkRows.$inferSelect, "rule" | "evidence"> & { rule: Rule; evidence: Evidence };
/** A finding and where it came from. */
export type Sourced = Finding & { source: "register_table" | "register_service" | "own_records" | "telephone" };

/** Checks that nobody can wave through: who is called, and whose account a mail address is. */
export const neverAccepted: Rule[] = ["call_back", "sign_in_address"];

/** The checks that count now, in the order in which the desk reads them. */
export async function currentChecks(requestId: string, from: Reads = db): Promise<CheckRow[]> {
  const [last] = await from
    .select({ round: max(checkRows.round) })
    .from(checkRows)
    .where(eq(checkRows.requestId, requestId));
  if (!last?.round) return [];
  const rows = await from
    .select()
    .from(checkRows)
    .where(and(eq(checkRows.requestId, requestId), eq(checkRows.round, last.round)));
  const byRule = new Map(rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.rule as Rule, row as CheckRow]));
  return demanded(null).flatMap((rule) => byRule.get(rule) ?? []);
}

/** Adds one check to the round that counts; it takes the place of an earlier one for the same rule. */
export async function addCheck(tx: Transaction, requestId: string, finding: Sourced): Promise<void> {
  const [last] = await tx
    .select({ round: max(checkRows.round) })
    .from(checkRows)
    .where(eq(checkRows.requestId, requestId));
  await insert(tx, requestId, last?.round ?? 1, finding);
}

/**
 * Starts a new round with these findings. With `carry`, what a person did in the round before goes along where it still says
 * the same: a reason given for the same outcome on the same evidence, and the call-back.
 */
export async function startRound(
  tx: Transaction,
  request: Pick<RequestRow, "id" | "version">,
  findings: Sourced[],
  carry: boolean,
): Promise<void> {
  const before = carry ? await currentChecks(request.id, tx) : [];
  for (const finding of findings) {
    const same = before.find((row) => row.rule === finding.rule && alike(row, finding));
    const kept = same?.acceptedAt
      ? { acceptedBy: same.acceptedBy, acceptedReason: same.acceptedReason, acceptedAt: same.acceptedAt }
      : {};
    await insert(tx, request.id, request.version, finding, kept);
  }
  const called = before.find((row) => row.rule === "call_back");
  if (called) await tx.insert(checkRows).values({ ...called, id: newId(), round: request.version });
}

const alike = (row: CheckRow, finding: Finding) =>
  row.outcome === finding.outcome && canonicalJson(row.evidence) === canonicalJson(finding.evidence);

async function insert(
  tx: Transaction,
  requestId: string,
  round: number,
  { rule, outcome, evidence, source }: Sourced,
  accepted: Partial<CheckRow> = {},
): Promise<void> {
  const row = { rule, outcome, evidence, source, round, requestId, checkedAt: now(), referenceDate: today() };
  await tx.insert(checkRows).values({ id: newId(), ...row, ...accepted });
}

function demanded(request: Pick<RequestRow, "connected"> | null): Rule[] {
  const own: Rule[] = request && !request.connected ? [] : ["connected"];
  return [...registerRules, "sign_in_address", "only_request", ...own, "call_back"];
}

/** What still stands between a request and its authorization: rules not passed and not accepted with a reason. */
export function missingGates(request: Pick<RequestRow, "connected">, rows: CheckRow[]): Rule[] {
  return demanded(request).filter((rule) => {
    const row = rows.find((one) => one.rule === rule);
    // Rounds from before this check was made lack it; the next round has it.
    if (!row && rule === "only_request") return false;
    return !row || (row.outcome !== "pass" && (row.acceptedAt === null || neverAccepted.includes(rule)));
  });
}

/** The numbers in the register under which the practice may be called back. */
export function phonesIn(rows: CheckRow[]): string[] {
  const listed = rows.find((row) => row.rule === "practice_phone")?.evidence.register;
  return Array.isArray(listed) ? listed : [];
}

/** The checks of a request that was changed: nothing is known of them until they are made again. */
export function staleFindings(rows: CheckRow[]): Sourced[] {
  return rows
    .filter((row) => row.rule !== "call_back")
    .map(({ rule, source }) => ({
      rule,
      source: source as Sourced["source"],
      outcome: "unknown",
      evidence: { why: "changed" },
    }));
}
