import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { appointments, treatments } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { sealContent } from "../content.ts";
import type { Lines } from "./lines.ts";
import { type Ground, type Here, placeOf, type Written } from "./place.server.ts";

/** Writes one course of treatment; the same line again changes nothing. */
export async function writeTreatment(
  tx: Transaction,
  ground: Ground,
  here: Here,
  line: Lines["treatments.jsonl"],
  lineHash: string,
): Promise<Written> {
  const place = placeOf(ground, here, "treatments.jsonl", line);
  if ("what" in place) return place;
  const { known, personId } = place;
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const content = sealContent("treatments", id, { name: line.name, department: line.department ?? null });
  const period = { startedOn: line.from, endedOn: line.until ?? null };
  const values = { ...period, content, importedAt: now(), lineHash, withdrawnAt: null };
  if (known) await tx.update(treatments).set(values).where(eq(treatments.id, id));
  else
    await tx
      .insert(treatments)
      .values({ id, environmentId: ground.environment, personId, externalId: line.id, ...values });
  return { what: known ? "changed" : "new", id, personId };
}

/** Writes one appointment; the same line again changes nothing. */
export async function writeAppointment(
  tx: Transaction,
  ground: Ground,
  here: Here,
  line: Lines["appointments.jsonl"],
  lineHash: string,
): Promise<Written> {
  const place = placeOf(ground, here, "appointments.jsonl", line);
  if ("what" in place) return place;
  const { known, personId } = place;
  if (known?.lineHash === lineHash) return { what: "same" };
  const id = known?.id ?? newId();
  const { kind, withWhom, how, location = null, address = null, preparation = null } = line;
  const content = sealContent("appointments", id, { kind, withWhom, how, location, address, preparation });
  const moment = now();
  const values = {
    state: line.state,
    startsAt: new Date(line.startsAt),
    minutes: line.minutes ?? null,
    content,
    changedAt: moment,
    lineHash,
    withdrawnAt: null,
  };
  const owner = { environmentId: ground.environment, personId };
  if (known) await tx.update(appointments).set(values).where(eq(appointments.id, id));
  else await tx.insert(appointments).values({ id, ...owner, externalId: line.id, importedAt: moment, ...values });
  return { what: known ? "changed" : "new", id, personId };
}
