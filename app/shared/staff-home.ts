import { to, type Address } from "./address.ts";

/** Where somebody works on the client side; `signUps`: whether people sign up there by mail. */
export type Workplace = { environmentId: string; role: "clinician" | "staff"; signUps: boolean };

/** Where somebody who works for an environment begins there. */
export function staffHome({ environmentId: environment, role, signUps }: Workplace): Address {
  if (role === "clinician") return to("/behandelaar/:environment", { environment });
  return signUps
    ? to("/behandelaar/:environment/aanmeldingen", { environment })
    : to("/behandelaar/:environment/accounts", { environment });
}
