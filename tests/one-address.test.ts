import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { contactForm } from "#app/clients/requests/client/contact-lines.ts";
import { signUpForm } from "#app/clients/accounts/mailed/sign-up-form.ts";
import { connectedForm } from "#app/professionals/joining/form.ts";
import { correctionForm } from "#app/professionals/joining/authorization/signing/correction.ts";
import { employeeForm } from "#app/professionals/practices/employees/form.ts";
import { fields as operator } from "../scripts/operator/fields.ts";
import { entry } from "./registration-world.ts";

const employee = {
  ...{ practice: "01054321", firstName: "Sanne", lastName: "de Boer", jobTitle: "Assistente", mobile: "06" },
  ...{ reports: "yes", patientDetails: "no", groups: "all", reportGroups: [], startsOn: "2026-12-01", endsOn: "" },
};
const person = {
  firstName: "Roos",
  lastName: "Vermeer",
  day: "7",
  month: "3",
  year: "1984",
  password: "vier paarse fietsen",
};
const lines = { street: "", postcode: "", town: "", phone: "" };

/** Every form that asks for an address, filled in but for that. */
const FORMS: [string, z.ZodType, string, object][] = [
  ["registration", connectedForm, "practiceEmail", entry],
  ["registration, own address", connectedForm, "ownEmail", entry],
  ["correction", correctionForm, "practiceEmail", entry],
  ["employee", employeeForm, "email", employee],
  ["sign-up", signUpForm, "email", person],
  ["contact data", contactForm, "email", lines],
  ["operator", operator.supervisor, "email", { "first-name": "Noor", "last-name": "Bos" }],
];
/** What people type, and the address it is; null for what is none. */
const TYPED: [string, string | null][] = [
  ["jan@linde.nl", "jan@linde.nl"],
  [" o’brien@linde.nl. ", "o'brien@linde.nl"],
  ["jan＠linde.nl", "jan@linde.nl"],
  ["info@praktijk-één.nl", "info@xn--praktijk-n-j7aa.nl"],
  ["info@apotheek.xn--fiqs8s", "info@apotheek.xn--fiqs8s"],
  [`${"j".repeat(60)}@${"de-lange-linde.".repeat(11)}nl`, `${"j".repeat(60)}@${"de-lange-linde.".repeat(11)}nl`],
  ["jan..piet@linde.nl", null],
  ["jan@linde", null],
  ["jan@linde.nl\nBcc: piet@linde.nl", null],
  ["één@linde.nl", null],
];

describe("one address", () => {
  it.each(FORMS)("O-33: is taken, refused and kept alike by the form of: %s", (_name, form, field, rest) => {
    for (const [typed, address] of TYPED) {
      const again = { practiceEmail: "practiceEmailAgain", email: "emailAgain" }[field];
      const strict = "catchall" in (form as unknown as { def: object }).def;
      const given = { ...rest, [field]: typed, ...(again && !strict ? { [again]: typed } : {}) };
      const { success, data, error } = form.safeParse(given);
      const said = error?.issues.find(({ path }) => path[0] === field)?.message;
      expect(success ? (data as Record<string, unknown>)[field] : { said }, typed).toEqual(
        address ?? { said: "email" },
      );
    }
  });
});
