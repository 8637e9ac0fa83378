import { id, index, table, text, uniqueIndex } from "../columns.ts";

/** Who works for an environment on the client side: a clinician (own clients) or practice staff (accounts of clients). */
export const environmentStaff = table(
  "environment_staff",
  {
    id: id(),
    environmentId: text().notNull(),
    accountId: text().notNull(),
    role: text().$type<"clinician" | "staff">().notNull(),
    /** Code of the clinician in the system of origin; null for staff. */
    clinicianCode: text(),
    startsOn: text().notNull(),
    endsOn: text(),
  },
  (t) => [
    uniqueIndex("environment_staff_once").on(t.environmentId, t.accountId, t.role),
    index("environment_staff_account").on(t.accountId),
  ],
);
