import { config } from "#app/shared/config.server.ts";
import { serviceRegister } from "./http.server.ts";
import type { AgbRegister } from "./register.ts";
import { tableRegister } from "./table.server.ts";

/** The register this installation asks: the official service when its address is configured, else the imported table. */
export function agbRegister(): AgbRegister {
  return config.agb ? serviceRegister : tableRegister;
}
