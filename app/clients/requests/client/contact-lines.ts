import { z } from "zod";
import { contactLines, type OwnContact } from "#app/clients/requests/request.ts";
import { optionalEmail } from "#app/shared/fields/email.ts";
import { optionalPostcode } from "#app/shared/fields/postcode.ts";
import { optionalTelephone } from "#app/shared/fields/telephone.ts";
import { emptyLine } from "#app/shared/fields/words.ts";
import type { Contact } from "#app/clients/records/content.ts";

/** Own contact data as the client types them. */
export const contactForm = z.object({
  street: emptyLine(200),
  postcode: optionalPostcode,
  town: emptyLine(200),
  phone: optionalTelephone,
  email: optionalEmail,
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
