import type { AppointmentLists } from "#app/clients/records/read/appointments.server.ts";
import type { Overview } from "#app/clients/records/read/overview.server.ts";
import type { ShownPart } from "#app/clients/records/read/part.server.ts";
import type { PartLists } from "#app/clients/records/read/parts.server.ts";
import type { Profile } from "#app/clients/records/read/profile.server.ts";

/** What the tour shows: an invented person. Dates are fixed, so that the tour is the same for everybody. */
const visit = {
  id: "1",
  cancelled: false,
  startsAt: new Date("2026-12-08T13:00:00Z"),
  minutes: 45,
  isNew: true,
  content: {
    kind: "Gesprek",
    withWhom: "Willem Voorbeeld",
    location: "Polikliniek Voorbeeldstad",
    how: "visit" as const,
  },
};

export const sampleAppointments: AppointmentLists = {
  coming: [
    visit,
    {
      ...visit,
      id: "2",
      isNew: false,
      startsAt: new Date("2027-01-12T09:30:00Z"),
      minutes: 30,
      content: { ...visit.content, kind: "Evaluatie", how: "video", location: null },
    },
  ],
  cancelled: [],
  earlier: [],
};

export const sampleOverview: Overview = {
  link: { state: "linked", askedAt: null, linkedAt: new Date("2026-09-03T10:00:00Z"), stopped: null },
  appointments: { count: 2, newOnes: 1, next: visit },
  parts: { count: 3, newOnes: 1 },
};

/** The previous visit in the examples. */
export const sampleSince = new Date("2026-11-02T10:00:00Z");

const listed = { author: "Willem Voorbeeld", isNew: false, document: null };

export const sampleRecord: PartLists & { total: number } = {
  treatments: [
    { id: "t1", startedOn: "2026-09-01", endedOn: null, name: "Gesprekken", department: "Volwassenen" },
    { id: "t2", startedOn: "2021-02-01", endedOn: "2022-01-15", name: "Slaaptraining", department: null },
  ],
  parts: [
    {
      ...listed,
      id: "1",
      kind: "report",
      occurredOn: "2026-11-17",
      treatmentId: "t1",
      title: "Verslag van het gesprek",
      isNew: true,
    },
    {
      ...listed,
      id: "2",
      kind: "letter",
      occurredOn: "2026-09-08",
      treatmentId: "t1",
      title: "Brief aan uw huisarts",
      document: "pdf",
    },
    {
      ...listed,
      id: "3",
      kind: "plan",
      occurredOn: "2021-02-10",
      treatmentId: "t2",
      title: "Behandelplan",
      document: "word",
    },
  ],
  missing: [],
  held: [],
  total: 3,
};

export const samplePart: ShownPart = {
  id: "1",
  kind: "report",
  occurredOn: "2026-11-17",
  title: "Verslag van het gesprek",
  author: "Willem Voorbeeld",
  authorRole: "psycholoog",
  text: "U vertelde dat u beter slaapt.\n\nBij de volgende evaluatie kijken wij of de behandeling genoeg helpt.",
  document: { kind: "pdf", size: 182_000, letter: null },
  remarks: [],
};

export const sampleProfile: Profile = {
  name: "Ans Voorbeeld",
  birthDate: "1970-05-04",
  bsn: "••••••000",
  contact: {
    street: "Voorbeeldstraat 3",
    postcode: "1234 AB",
    town: "Voorbeeldstad",
    phone: "06 00000000",
    email: "ans@voorbeeld.example",
    insurer: "Zorgverzekeraar Voorbeeld",
  },
  clinicians: ["Willem Voorbeeld"],
};
