import type { LatestRequest } from "#app/clients/requests/latest.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "../practice-texts.ts";

/** How far the last question of the client is, on the page that it is about (G2, F9). */
export function LatestNotice({ latest }: { latest: LatestRequest }) {
  const { language } = usePortal();
  const { kinds, states } = pick(texts, language);
  return (
    <Notice kind="info" title={kinds[latest.kind]}>
      {states[latest.state](formatDate(latest.dueOn, language))}
    </Notice>
  );
}
