import { eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { careGroups } from "#app/platform/settings/in-force.server.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { spokenMobile } from "#app/shared/fields/telephone.ts";
import { moreLines } from "./more-fields.ts";
import { texts } from "./texts.ts";

export type ChosenCareGroups = { careGroups: string[]; otherCareGroup: string | null };

/**
 * Every field that was entered, in the order of the form, in Dutch: for the authorization and its mail (I-07).
 * @param chosen care groups to show instead of those of the request, while a correction is being made
 * @throws NotFound
 */
export async function requestFields(
  requestId: string,
  chosen?: ChosenCareGroups,
  from: Reads = db,
): Promise<{ label: string; value: string }[]> {
  const [row] = await from.select().from(registrationRequests).where(eq(registrationRequests.id, requestId));
  if (!row) throw new NotFound();
  const mobile = row.mobile && openField(row.mobile, { table: "registration_requests", column: "mobile", row: row.id });
  const connection = row.connected ? "Al aangesloten" : "Nog niet aangesloten";
  return [
    ["AGB-code zorgverlener", row.agbPractitioner],
    ["AGB-code praktijk", row.agbPractice],
    ["Naam praktijk", row.practiceName],
    ["Voornaam", row.firstName],
    ["Achternaam", row.lastName],
    ["E-mailadres praktijk", row.practiceEmail],
    ["E-mailadres praktijk (controle)", row.practiceEmail],
    ["Eigen e-mailadres om in te loggen", row.ownEmail ?? "Niet ingevuld: het praktijkadres"],
    ["Mobiel nummer voor sms-codes", mobile ? spokenMobile(mobile) : "Niet ingevuld"],
    ...moreLines(row.more, texts.nl.more, "Niet ingevuld").map(({ label, value }) => [label, value]),
    ["Zorggroepen", groupNames(chosen ?? row)],
    ["Aansluiting op het datanetwerk", row.recordSystem ? `${connection}, ${row.recordSystem}` : connection],
  ].map(([label = "", value = ""]) => ({ label, value }));
}

function groupNames(chosen: ChosenCareGroups): string {
  const names = chosen.careGroups.map((id) => careGroups().find((group) => group.id === id)?.name ?? id);
  if (chosen.otherCareGroup) names.push(chosen.otherCareGroup);
  return names.length > 0 ? names.join(", ") : "Geen";
}
