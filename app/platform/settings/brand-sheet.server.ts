import { sha256 } from "#app/shared/crypto.server.ts";
import type { Environment } from "./environment.ts";

/** The colours of an environment as a style sheet: layer 1 of the tokens and nothing else. */
export function brandSheet(environment: Environment): string {
  const lines = Object.entries(environment.brand).map(([step, colour]) => `--brand-${step}:${colour};`);
  return `:root{${lines.join("")}font-size:112.5%}`;
}

/** Address of the sheet; it changes with the colours, so that browsers may keep it. */
export function brandAddress(environment: Environment): string {
  return `/mijn/${environment.id}/huisstijl.css?v=${sha256(brandSheet(environment)).slice(0, 8)}`;
}
