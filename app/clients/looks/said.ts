import type { LookLine } from "#app/platform/audit/looks.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { environments } from "#app/platform/settings/in-force.server.ts";
import type { texts } from "./texts.ts";

/** A line in the words of the reader. */
export type SaidLook = {
  id: string;
  who: string;
  role: string | null;
  organisation: string;
  action: string;
  what: string;
  why: string;
  done: boolean;
  onBehalf: boolean;
};

type Words = (typeof texts)["nl"];

/**
 * Whether a line is about the client's own acts: signed in, or at the door on the way in. What was refused at the door may
 * be somebody else's try, which the client has to see.
 */
export const isOwn = (line: LookLine, accountId: string) =>
  line.actorId === accountId ||
  (line.role === "stranger" && line.outcome === "done" && line.event.startsWith("client."));

/**
 * Says a line: who (by name only where the environment shows names), for which organisation, did what with which data,
 * and why that was allowed.
 */
export function saidLook(line: LookLine, accountId: string, environment: Environment, words: Words): SaidLook {
  const role = words.roles[line.role ?? ""] ?? null;
  return {
    id: line.id,
    who: whoIs(line, accountId, environment, words),
    role: isOwn(line, accountId) || line.role === "system" ? null : role,
    organisation: organisationOf(line, environment),
    action: words.actions[line.action] ?? line.action,
    what: words.objects[line.objectType ?? ""] ?? words.something,
    why: words.purposes[line.purpose ?? ""] ?? words.ruled,
    done: line.outcome === "done",
    onBehalf: line.onBehalfOf !== null,
  };
}

function whoIs(line: LookLine, accountId: string, environment: Environment, words: Words): string {
  if (isOwn(line, accountId)) return words.you;
  if (line.role === "system") return words.automatic;
  if (line.role === "stranger") return words.unknown;
  const role = words.roles[line.role ?? ""] ?? words.unknown;
  return environment.switches.namesInLog && line.actorName ? line.actorName : role;
}

/** The organisation by name: an environment, or the practice behind one. */
function organisationOf(line: LookLine, environment: Environment): string {
  const found = environments().find((one) => one.id === line.organisation || one.practiceAgb === line.organisation);
  return (found && (found.id === environment.id ? environment : found).name) ?? environment.name;
}
