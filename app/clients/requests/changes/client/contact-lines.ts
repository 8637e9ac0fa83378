import { z } from "zod";
import { contactLines, type OwnContact } from "#app/clients/requests/changes/change.ts";
import type { Contact } from "#app/clients/records/content.ts";

const line = z.string().trim().max(200, "long");
const orEmpty = (pattern: RegExp, fault: string) => line.refine((value) => value === "" || pattern.test(value), fault);

/** Own contact data as the client types them. */
export const contactForm = z.object({
  street: line,
  postcode: orEmpty(/^\d{4} ?[a-z]{2}$/i, "postcode"),
  town: line,
  phone: orEmpty(/^\+?[\d ()-]{8,20}$/, "phone"),
  email: line.refine((value) => value === "" || z.email().safeParse(value).success, "email"),
});

/** Whether nothing is asked: each line is the same as in the record, or empty. */
export const isAsRecorded = (typed: OwnContact, known: OwnContact) =>
  contactLines.every((name) => typed[name] === "" || typed[name] === known[name]);

/** What the record has, as the form shows it. */
export const recordedContact = (contact: Contact | null): OwnContact => ({
  street: contact?.street ?? "",
  postcode: contact?.postcode ?? "",
  town: contact?.town ?? "",
  phone: contact?.phone ?? "",
  email: contact?.email ?? "",
});
