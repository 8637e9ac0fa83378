import type { LookLine } from "#app/platform/audit/looks.server.ts";

/** Lines of one day, one person and one kind of look, folded into one with its first moment (NEN 7513, chapter 9). */
export type Folded = { first: LookLine; lines: LookLine[]; day: string };

/**
 * Folds lines that are alike; nothing is lost, each stays in `lines`, oldest first. Order: newest first, by their last
 * moment.
 * @param dayOf the Dutch date of a moment
 */
export function folded(lines: LookLine[], dayOf: (at: Date) => string): Folded[] {
  const found = new Map<string, Folded>();
  for (const line of lines) {
    const day = dayOf(line.at);
    const key = [day, line.actorId, line.actorName, line.role, line.event, line.outcome, line.onBehalfOf].join("|");
    const known = found.get(key);
    if (known) {
      known.lines.unshift(line);
      known.first = line;
    } else found.set(key, { first: line, lines: [line], day });
  }
  return [...found.values()];
}
