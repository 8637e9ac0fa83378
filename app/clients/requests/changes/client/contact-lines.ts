import { z } from "zod";
import { contactLines, type OwnContact } from "#app/clients/requests/changes/change.ts";
import type { Contact } from "#app/clients/records/content.ts";

const line = z.string().trim().max(200, "long");
const orEmpty = (pattern: RegExp, fault: string) => line.refine((value) => value === "" || pattern.test(value), fault);

/** Own contact data as the client types them. What is the same as in the record, or empty, is no change. */
export const contactForm = (known: OwnContact) =>
  z
    .object({
      street: line,
      postcode: orEmpty(/^\d{4} ?[a-z]{2}$/i, "postcode"),
      town: line,
      phone: orEmpty(/^\+?[\d ()-]{8,20}$/, "phone"),
      email: line.refine((value) => value === "" || z.email().safeParse(value).success, "email"),
      act: z.string(),
    })
    .transform(({ act: _, ...typed }): OwnContact => typed)
    .refine((typed) => contactLines.some((name) => typed[name] !== "" && typed[name] !== known[name]), {
      path: ["street"],
      message: "nothing",
    });

/** What the record has, as the form shows it. */
export const recordedContact = (contact: Contact | null): OwnContact => ({
  street: contact?.street ?? "",
  postcode: contact?.postcode ?? "",
  town: contact?.town ?? "",
  phone: contact?.phone ?? "",
  email: contact?.email ?? "",
});
