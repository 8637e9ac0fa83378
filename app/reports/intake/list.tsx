import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate, formatNumber, formatTime } from "#app/ui/format.ts";
import { DataPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { StateBadge } from "./state-badge.tsx";
import { texts } from "./texts.ts";
import { listOfDeliveries } from "./view.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireDataManager(request);
  return { rows: await listOfDeliveries() };
}

export const meta = titled("Leveringen", "Deliveries");

export default function Deliveries() {
  const { rows } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language).list;
  const add = <ButtonLink href="/leveringen/nieuw">{words.add}</ButtonLink>;
  return (
    <DataPage current="deliveries" title={words.title} lead={words.lead} action={rows.length > 0 ? add : undefined}>
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="mb-3">{words.noneHint}</p>
          {add}
        </EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          columns={words.columns}
          numeric={[3]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <span key="d" className="block">
                <a
                  href={`/leveringen/${row.id}`}
                  className={`font-semibold ${row.deliveryId.length > 24 ? "break-words" : "whitespace-nowrap"}`}
                >
                  {row.deliveryId}
                </a>
                <span className="block text-[0.9375rem] text-soft">{row.source}</span>
              </span>,
              <span key="p" className="whitespace-nowrap">
                {row.period}
              </span>,
              <StateBadge key="s" state={row.state} />,
              formatNumber(row.rows, language),
              <Moment key="r" at={row.receivedAt} />,
              row.publishedAt ? <Moment key="u" at={row.publishedAt} /> : "–",
            ],
          }))}
        />
      )}
    </DataPage>
  );
}

function Moment({ at }: { at: string }) {
  const { language } = useShell();
  return (
    <>
      {formatDate(at, language)} <span className="text-soft sm:block">{formatTime(at, language)}</span>
    </>
  );
}
