import { transaction } from "#db/client.server.ts";
import { looksAbout, type LookLine } from "#app/platform/audit/looks.server.ts";
import { patientSubject } from "#app/platform/audit/patient-subject.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import type { Person } from "../person.server.ts";
import { concerned, linkOf, type Opened, whyShut } from "./gate.server.ts";
import { logLook } from "./log-look.server.ts";

/** Under which names a person stands in the log: as a client here, and as a patient in the reports of the practice. */
function namesInLog(environment: Environment, person: Person): string[] {
  const { practiceAgb } = environment;
  return practiceAgb ? [person.id, patientSubject(practiceAgb, person.externalId)] : [person.id];
}

/**
 * Who looked in the record of the client, in a period, newest first (G7, U06). That the log was read stands in the log
 * too (NEN 7513), as a line of its own that this look does not show yet.
 */
export async function lookAtLog(
  actor: ClientActor,
  environment: Environment,
  asked: { from: Date; until: Date; how: "look" | "file" },
): Promise<Opened<{ lines: LookLine[] }>> {
  return transaction(async (tx) => {
    const person = await concerned(tx, actor, environment);
    const link = await linkOf(tx, person);
    const because = whyShut(environment, actor, "profile", person, link);
    if (because || !person) return { open: false, because: because ?? "nobody", link };
    const lines = await looksAbout(tx, namesInLog(environment, person), asked);
    await logLook(tx, actor, person, { event: `log.${asked.how}`, detail: { lines: lines.length } });
    return { open: true, link, lines };
  });
}
