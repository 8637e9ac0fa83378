import type { LatestRequest } from "#app/clients/requests/latest.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { LatestNotice } from "./latest-notice.tsx";
import { texts } from "../practice-texts.ts";

/** The way to ask for another time (G2); when the client did already, how far that is. */
export function RequestCard({ href, latest }: { href: string; latest: LatestRequest | null }) {
  const { language } = usePortal();
  const words = pick(texts, language).appointment;
  if (!latest)
    return (
      <Card title={words.title}>
        <p className="mb-4">{words.linkText}</p>
        <ButtonLink href={href} look="secondary">
          {words.link}
        </ButtonLink>
      </Card>
    );
  return (
    <Card title={words.title}>
      <LatestNotice latest={latest} />
      <div className="mt-4">
        <ButtonLink href={href} look="secondary">
          {latest.state === "submitted" ? words.seeAsked : words.seeAnswer}
        </ButtonLink>
      </div>
    </Card>
  );
}
