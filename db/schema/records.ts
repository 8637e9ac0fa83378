import { boolean, id, index, instant, integer, table, text, uniqueIndex } from "../columns.ts";

/** A person in the record system of an environment. What is about health is sealed; the row says whose it is. */
export const people = table(
  "record_people",
  {
    id: id(),
    environmentId: text().notNull(),
    /** Number in the system of origin (in a practice: its own patient number). */
    externalId: text().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthDate: text().notNull(),
    /** Sealed BSN; null where the system of origin gave none. */
    bsn: text(),
    bsnIndex: text(),
    /** Sealed JSON: address, phone, e-mail, insurer and so on (`Contact`). */
    contact: text(),
    importedAt: instant().notNull(),
    /** Hash of the last delivered line: the same line again changes nothing. */
    lineHash: text().notNull(),
  },
  (t) => [
    uniqueIndex("record_people_external").on(t.environmentId, t.externalId),
    uniqueIndex("record_people_bsn").on(t.environmentId, t.bsnIndex),
    index("record_people_name").on(t.environmentId, t.birthDate),
  ],
);

/** Which clinician treats whom. */
export const careRelations = table(
  "care_relations",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Code of the clinician in the system of origin. */
    clinicianCode: text().notNull(),
    startsOn: text().notNull(),
    endsOn: text(),
  },
  (t) => [
    uniqueIndex("care_relations_once").on(t.environmentId, t.personId, t.clinicianCode),
    index("care_relations_clinician").on(t.environmentId, t.clinicianCode),
  ],
);

/** An appointment. `content` is sealed JSON (`AppointmentContent`): kind, with whom, where, preparation. */
export const appointments = table(
  "appointments",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    externalId: text().notNull(),
    state: text().$type<"planned" | "cancelled">().notNull(),
    startsAt: instant().notNull(),
    /** Length in minutes; null where the origin does not say. */
    minutes: integer(),
    content: text().notNull(),
    importedAt: instant().notNull(),
    changedAt: instant().notNull(),
    lineHash: text().notNull(),
    /** When the delivery that withdrew it was made: from then on it is nowhere. Null: it stands. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("appointments_external").on(t.environmentId, t.externalId),
    index("appointments_person").on(t.personId, t.startsAt),
  ],
);

/** A course of treatment, open or closed. `content` is sealed JSON (`TreatmentContent`). */
export const treatments = table(
  "treatments",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    externalId: text().notNull(),
    startedOn: text().notNull(),
    endedOn: text(),
    content: text().notNull(),
    importedAt: instant().notNull(),
    lineHash: text().notNull(),
    /** When the delivery that withdrew it was made: from then on it is nowhere. Null: it stands. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("treatments_external").on(t.environmentId, t.externalId),
    index("treatments_person").on(t.personId),
  ],
);

/** A part of the record: text to read, or a document. `content` is sealed JSON (`PartContent`): title, author, text. */
export const recordParts = table(
  "record_parts",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    treatmentId: text(),
    externalId: text().notNull(),
    kind: text()
      .$type<
        "letter" | "report" | "plan" | "note" | "diagnosis" | "medication" | "result" | "questionnaire" | "agreement"
      >()
      .notNull(),
    occurredOn: text().notNull(),
    /** Goes up with every change: what was looked at is named by id and version. */
    version: integer().notNull(),
    content: text().notNull(),
    /** Stored file of a document; null for text. */
    fileId: text(),
    /** True: known to exist, cannot be shown here; the content says why and how to get it (G-06). */
    unavailable: boolean().notNull().default(false),
    importedAt: instant().notNull(),
    changedAt: instant().notNull(),
    lineHash: text().notNull(),
    /** When the delivery that withdrew it was made: from then on it is nowhere. Null: it stands. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("record_parts_external").on(t.environmentId, t.externalId),
    index("record_parts_person").on(t.personId, t.occurredOn),
  ],
);

/** A part as it was before it changed. `content` stays sealed for the row of the part. Never changed, only added. */
export const recordPartVersions = table(
  "record_part_versions",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    partId: text()
      .notNull()
      .references(() => recordParts.id),
    version: integer().notNull(),
    treatmentId: text(),
    kind: text().$type<(typeof recordParts.$inferSelect)["kind"]>().notNull(),
    occurredOn: text().notNull(),
    content: text().notNull(),
    fileId: text(),
    unavailable: boolean().notNull(),
    /** When this version came in, and when the next took its place. */
    changedAt: instant().notNull(),
    replacedAt: instant().notNull(),
    /** Set where the sender had withdrawn it before it came again. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("record_part_versions_once").on(t.partId, t.version),
    index("record_part_versions_person").on(t.personId),
  ],
);

/** Whether the record of a person is open to the client. No row: none. */
export const recordLinks = table(
  "record_links",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    state: text().$type<"none" | "asked" | "linked" | "unlinked">().notNull(),
    askedAt: instant(),
    linkedAt: instant(),
    linkedBy: text(),
    linkedByName: text(),
    unlinkedAt: instant(),
    unlinkedReason: text(),
    unlinkedBy: text(),
    unlinkedByName: text(),
    /** wrong_person: somebody else read along; mistake: the record should not have been opened; other: neither. */
    unlinkedWhy: text().$type<"wrong_person" | "mistake" | "other">(),
  },
  (t) => [uniqueIndex("record_links_person").on(t.personId), index("record_links_state").on(t.environmentId, t.state)],
);

/** A clinician's remark at a part: that the client disagrees. Sealed text; shown beside the part. Never changed, only added. */
export const partRemarks = table(
  "part_remarks",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    partId: text()
      .notNull()
      .references(() => recordParts.id),
    /** disagreement: noted by the clinician; statement: the client's own words (G8). */
    kind: text().$type<"disagreement" | "statement">().notNull(),
    /** Version of the part that it is about; null where that was not kept yet. */
    partVersion: integer(),
    text: text().notNull(),
    writtenBy: text().notNull(),
    writtenByName: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [index("part_remarks_part").on(t.partId)],
);

/** A part that representatives of the client do not see, with the reason of the clinician, sealed. */
export const partBlocks = table(
  "part_blocks",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    partId: text()
      .notNull()
      .references(() => recordParts.id),
    reason: text().notNull(),
    blockedBy: text().notNull(),
    blockedByName: text().notNull(),
    blockedAt: instant().notNull(),
    liftedAt: instant(),
    liftedBy: text(),
  },
  (t) => [index("part_blocks_part").on(t.partId)],
);

/** The report of one delivery: what came of it. The same delivery again is the same row. Kept one year. */
export const recordIntakes = table(
  "record_intakes",
  {
    id: id(),
    environmentId: text().notNull(),
    /** Hash of the manifest. */
    deliveryHash: text().notNull(),
    madeAt: instant().notNull(),
    startedAt: instant().notNull(),
    /** Null while it runs, or when it was stopped half-way. */
    endedAt: instant(),
    /** done: all in; remarks: taken, and something left out or not to be shown; refused: nothing taken. */
    state: text().$type<"running" | "done" | "remarks" | "refused">().notNull(),
    lines: integer().notNull(),
    fresh: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    withdrawn: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex("record_intakes_once").on(t.environmentId, t.deliveryHash),
    index("record_intakes_started").on(t.startedAt),
  ],
);

/** One line that an intake left out, or could not show: where, about whom, why. Ids of the sender only, never what it says. */
export const recordIntakeRemarks = table(
  "record_intake_remarks",
  {
    id: id(),
    intakeId: text()
      .notNull()
      .references(() => recordIntakes.id),
    /** File, line, field and reason in one: the same remark is one row. */
    place: text().notNull(),
    file: text().notNull(),
    line: integer(),
    field: text(),
    /** Ids as delivered; null where they could not be read. */
    lineId: text(),
    person: text(),
    reason: text().notNull(),
    effect: text().$type<"left_out" | "unavailable" | "refused">().notNull(),
  },
  (t) => [uniqueIndex("record_intake_remarks_once").on(t.intakeId, t.place)],
);

/**
 * A part that a clinician holds back to discuss it first. In force while `opensOn` lies ahead and
 * nobody released it: it ends by itself. Once for each version of a part.
 */
export const partHolds = table(
  "part_holds",
  {
    id: id(),
    environmentId: text().notNull(),
    personId: text().notNull(),
    partId: text()
      .notNull()
      .references(() => recordParts.id),
    /** Version of the part when it was held. */
    version: integer().notNull(),
    /** First Dutch day on which the client sees the part, `YYYY-MM-DD`. */
    opensOn: text().notNull(),
    /** Sealed reason. */
    reason: text().notNull(),
    heldAt: instant().notNull(),
    heldBy: text().notNull(),
    heldByName: text().notNull(),
    /** So many days more, once this colleague confirms. */
    longerDays: integer(),
    longerAskedOf: text(),
    longerAskedOfName: text(),
    longerConfirmedAt: instant(),
    releasedAt: instant(),
    releasedBy: text(),
    releasedByName: text(),
  },
  (t) => [uniqueIndex("part_holds_once").on(t.partId, t.version), index("part_holds_person").on(t.personId)],
);

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
