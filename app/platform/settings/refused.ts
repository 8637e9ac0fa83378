import { DomainError } from "#app/shared/errors.ts";
import type { Fault } from "./rows.ts";

/** Settings that are not taken over, with every reason. */
export class SettingsRefused extends DomainError {
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    super(422, "settings");
    this.faults = faults;
  }
}
