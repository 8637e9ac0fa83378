import type { ReactNode } from "react";
import { Badge, DescriptionList } from "#app/ui/data.tsx";
import { AppointmentsView } from "#app/clients/records/client/parts/appointments-view.tsx";
import { HomeView } from "./home-view.tsx";
import { PartView } from "#app/clients/records/client/parts/part-view.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { ProfileView } from "#app/clients/records/client/parts/profile-view.tsx";
import { RecordView } from "#app/clients/records/client/parts/record-view.tsx";
import { Sample } from "#app/clients/frame/sample.tsx";
import {
  sampleAppointments,
  sampleOverview,
  samplePart,
  sampleProfile,
  sampleRecord,
  sampleSince,
} from "./tour-samples.data.ts";

type Props = { step: number; terms: { term: string; meaning: string }[] };

/** The real screen of a step, with an invented person; labelled as example, and nothing in it can be followed. */
export function TourScreen({ step, terms }: Props) {
  const { words } = usePortalWords(texts);
  return (
    <section
      aria-label={words.tour.example}
      className="my-6 rounded-xl border-2 border-dashed border-line-strong p-4 sm:p-6"
    >
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <Badge kind="info">{words.tour.example}</Badge>
        <span className="text-[0.9375rem] text-soft">{words.tour.exampleHint}</span>
      </p>
      <Sample.Provider value={true}>{screens(terms)[step]}</Sample.Provider>
    </section>
  );
}

const screens = (terms: Props["terms"]): ReactNode[] => [
  <HomeView key="home" overview={sampleOverview} since={sampleSince} />,
  <RecordView key="record" look={sampleRecord} filtered={false} />,
  <PartView key="part" part={samplePart} terms={terms} />,
  <ProfileView key="profile" profile={sampleProfile} ownContact={false} latest={null} />,
  <Places key="places" />,
  <AppointmentsView key="appointments" lists={sampleAppointments} onlyNew={false} />,
];

/** The menu in words, with what is behind each place. */
function Places() {
  const { words } = usePortalWords(texts);
  return <DescriptionList items={words.tour.places} />;
}
