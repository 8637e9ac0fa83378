import type { ReactNode } from "react";
import type { LatestRequest } from "#app/clients/requests/latest.server.ts";
import type { Profile } from "#app/clients/records/read/profile.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import { LatestNotice } from "#app/clients/requests/client/parts/latest-notice.tsx";
import { texts as practiceTexts } from "#app/clients/requests/client/practice-texts.ts";
import { texts } from "../texts.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";

type Shown = { profile: Profile; ownContact: boolean; latest: LatestRequest | null };

/** Own data, to read (G-08), and what to do when something is not right. */
export function ProfileView({ profile, ownContact, latest }: Shown) {
  const { words, at, language } = usePortalWords(texts);
  const waits = latest?.state === "submitted" ? latest : null;
  const { facts, unknown } = words.profile;
  const { name, birthDate, bsn, contact, clinicians } = profile;
  const address = [contact?.street, [contact?.postcode, contact?.town].filter(Boolean).join(" ")].filter(Boolean);
  const orUnknown = (value: ReactNode) => (value ? value : <span className="text-soft">{unknown}</span>);
  const masked = (
    <>
      <span className="block">{bsn}</span>
      <span className="text-[0.9375rem] font-normal text-soft">{words.profile.bsnHint}</span>
    </>
  );
  return (
    <>
      <DescriptionList
        items={[
          { term: facts.name, value: name },
          { term: facts.birthDate, value: formatBirthDate(birthDate, language) },
          ...(bsn ? [{ term: facts.bsn, value: masked }] : []),
          { term: facts.address, value: orUnknown(address.join(", ")) },
          { term: facts.phone, value: orUnknown(contact?.phone) },
          { term: facts.email, value: orUnknown(contact?.email) },
          { term: facts.insurer, value: orUnknown(contact?.insurer) },
          ...(clinicians.length > 0 ? [{ term: facts.clinicians, value: clinicians.join(", ") }] : []),
        ]}
      />
      <Card title={words.profile.wrongTitle}>
        <p>{words.profile.wrong}</p>
        {ownContact ? (
          <>
            {waits ? <LatestNotice latest={waits} /> : <p className="mt-4 mb-3">{words.profile.ownContact}</p>}
            <ButtonLink href={`${at}/profiel/wijzigen`} look="secondary">
              {pick(practiceTexts, language).contact[waits ? "seeAsked" : "link"]}
            </ButtonLink>
          </>
        ) : null}
      </Card>
    </>
  );
}
