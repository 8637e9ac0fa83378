import { reportFault } from "#app/shared/report-error.server.ts";

/**
 * What a sealed row holds, or null when it does not open: one bad row never hides the others. That it happened is
 * reported by table and row; never what is in it.
 */
export function readable<T>(actor: { requestId?: string }, table: string, row: string, open: () => T): T | null {
  try {
    return open();
  } catch {
    reportFault(new Error(`a sealed row of ${table} does not open: ${row}`), actor.requestId ?? "");
    return null;
  }
}
