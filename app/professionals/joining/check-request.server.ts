import { accountAt } from "#app/platform/doors/names.server.ts";
import { connectionOf } from "#app/professionals/practices/connection.server.ts";
import { own } from "#app/shared/own.ts";
import { askRegister } from "./agb/ask.server.ts";
import { agbRegister } from "./agb/choose.server.ts";
import type { Party } from "./agb/register.ts";
import type { Entered } from "./agb/judgement.ts";
import { checkAgainstRegister } from "./agb/rules.ts";
import { askedByAnother } from "./shared-address.server.ts";
import type { Sourced } from "./checks.server.ts";

/** `id` once the request exists. */
type Checked = Entered & { id?: string; connected: boolean; signInAddress: string };
type Kind = "gp" | "pharmacy" | "group";
export type Judged = { findings: Sourced[]; practiceKind: Kind; practiceName: string; place: string | null };

const KIND_OF_CARE: Record<string, Kind> = { "01": "gp", "37": "gp", "02": "pharmacy", "53": "group" };

/** Checks a request against the register and our own records. Slow, so outside any transaction. */
export async function checkRequest(entered: Checked): Promise<Judged> {
  const { source } = agbRegister();
  const answers = await askRegister(entered);
  const findings: Sourced[] = checkAgainstRegister(entered, answers).map((finding) => ({ ...finding, source }));
  findings.push(await checkAddress(entered));
  if (entered.connected) findings.push(await checkConnection(entered.agbPractice));
  const party = answers.practice.state === "found" ? answers.practice.value : null;
  return {
    findings,
    practiceKind: kindOf(entered, party),
    practiceName: party?.name ?? `Praktijk ${entered.agbPractice}`,
    place: party?.place ?? null,
  };
}

// Without the register the first digits tell: 02 is a pharmacist, 53 a care group.
function kindOf(entered: Entered, party: Party | null): Kind {
  const byParty = own(KIND_OF_CARE, party?.careKind);
  return (
    byParty ??
    KIND_OF_CARE[entered.agbPractice.slice(0, 2)] ??
    KIND_OF_CARE[entered.agbPractitioner.slice(0, 2)] ??
    "gp"
  );
}

/** One person, one account: an address that somebody else signs in with cannot be taken along. */
async function checkAddress(entered: Checked): Promise<Sourced> {
  const holder = await accountAt(entered.signInAddress);
  const own = !holder || holder.state === "ended" || holder.agb === entered.agbPractitioner;
  const shared = own && (await askedByAnother(entered.signInAddress, entered.agbPractitioner, entered.id ?? null));
  const why = !own ? "taken" : shared ? "also_asked" : null;
  const evidence = { entered: entered.signInAddress, why };
  return { rule: "sign_in_address", outcome: why === null ? "pass" : "fail", source: "own_records", evidence };
}

/** "Already connected" is a claim: it passes only when our own records agree. */
async function checkConnection(agbPractice: string): Promise<Sourced> {
  const known = await connectionOf(agbPractice);
  const evidence = { state: known?.state ?? null };
  return {
    rule: "connected",
    outcome: known?.state === "connected" ? "pass" : "unknown",
    source: "own_records",
    evidence,
  };
}
