import { openField, sealField } from "#app/shared/crypto.server.ts";

/** How to reach a person, as the record system has it. */
export type Contact = {
  street: string | null;
  postcode: string | null;
  town: string | null;
  phone: string | null;
  email: string | null;
  insurer: string | null;
};

export type AppointmentContent = {
  /** What it is for, in the words of the origin. */
  kind: string;
  withWhom: string;
  /** Name of the place, or null for a call or video call. */
  location: string | null;
  address: string | null;
  how: "visit" | "phone" | "video";
  preparation: string | null;
};

export type TreatmentContent = { name: string; department: string | null };

export type PartContent = {
  title: string;
  author: string;
  authorRole: string | null;
  /** Paragraphs, with a blank line between; null for a document. */
  text: string | null;
  /** Of a document: the name to give at download, and what it is. */
  fileName: string | null;
  mediaType: "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | null;
  /** Size in bytes. */
  size: number | null;
  /** Of a part that cannot be shown: why and how to get it in words of the sender, or why its document did not come in. */
  unavailable: { why: string; how: string } | { cause: string } | null;
};

type Sealed = {
  record_people: Contact;
  appointments: AppointmentContent;
  treatments: TreatmentContent;
  record_parts: PartContent;
};

const place = (table: keyof Sealed, row: string) => ({ table, column: "content", row });

/** Seals what is about a person for the row it belongs to. */
export function sealContent<T extends keyof Sealed>(table: T, row: string, content: Sealed[T]): string {
  return sealField(JSON.stringify(content), place(table, row));
}

/** Opens what `sealContent` sealed. @throws when it was moved or changed */
export function openContent<T extends keyof Sealed>(table: T, row: string, sealed: string): Sealed[T] {
  return JSON.parse(openField(sealed, place(table, row))) as Sealed[T];
}
