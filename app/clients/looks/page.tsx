import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtLog } from "#app/clients/records/read/looks.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { dutchDate, today } from "#app/shared/clock.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, EmptyState } from "#app/ui/data.tsx";
import { titled } from "#app/ui/title.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";
import { askedLooks } from "./asked.ts";
import { folded } from "./fold.ts";
import { LookFilter } from "./filter.tsx";
import { LookList } from "./list.tsx";
import { periodOf } from "./period.server.ts";
import { isOwn, saidLook } from "./said.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const asked = askedLooks(request.url, today());
  const look = await lookAtLog(actor, environment, { ...periodOf(asked), how: "look" });
  if (!look.open) return { asked, shut: look, folds: [] };
  const words = pick(texts, actor.language ?? languageOf(request));
  const lines = look.lines.filter((line) => asked.own || !isOwn(line, actor.accountId));
  const folds = folded(lines, dutchDate).map(({ first, lines: each }) => ({
    ...saidLook(first, actor.accountId, environment, words),
    first: first.at,
    times: each.map(({ at }) => at),
  }));
  return { asked, shut: null, folds };
}

export const meta = titled("Wie keek er in mijn dossier", "Who looked in my record");

/** Everybody who looked at the client's data, or changed them (G7, U06). */
export default function Looks() {
  const { asked, shut, folds } = useLoaderData<typeof loader>();
  const { language } = usePortal();
  const words = pick(texts, language);
  return (
    <ClientPage title={words.title} lead={words.lead} current="looks">
      {shut ? (
        <ShutNotice because={shut.because} link={shut.link} />
      ) : (
        <>
          <LookFilter asked={asked} />
          {folds.length === 0 ? (
            <EmptyState title={words.none}>{words.noneText}</EmptyState>
          ) : (
            <LookList folds={folds} />
          )}
          <Card title={words.question}>
            <p>{words.questionText}</p>
          </Card>
        </>
      )}
    </ClientPage>
  );
}
