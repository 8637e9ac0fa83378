import { to, type Address } from "./address.ts";

/** Where somebody who works for an environment begins there. */
export function staffHome({ environmentId: environment, role }: { environmentId: string; role: string }): Address {
  return role === "staff"
    ? to("/behandelaar/:environment/aanmeldingen", { environment })
    : to("/behandelaar/:environment", { environment });
}
