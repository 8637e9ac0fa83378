import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { pick } from "#app/shared/i18n.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";
import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { DataPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { answerUpload } from "./answer-upload.server.ts";
import { careGroupNames } from "./care-groups.server.ts";
import { allProducts } from "./find.server.ts";
import { LARGEST } from "./form.ts";
import { periodChoices } from "./period-choices.ts";
import { StateBadge } from "./state-badge.tsx";
import { texts } from "./texts.ts";
import { UploadForm } from "./upload-form.tsx";
import { audienceShort } from "./words.ts";

export const handle = { files: { largest: LARGEST, of: "accounts" } } satisfies RouteRules;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireDataManager(request);
  const products = (await allProducts()).map(({ id, titleNl, period, audience, state, createdAt }) => {
    return { id, titleNl, period, audience, state, createdAt };
  });
  return { products, careGroups: await careGroupNames(), periods: periodChoices(today()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  return answerUpload(actor, request);
}

export const meta = titled("Informatieproducten", "Information products");

export default function DeskProducts() {
  const { products, careGroups, periods } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).desk;
  return (
    <DataPage title={words.title} lead={words.lead} current="products">
      <UploadForm back={back} careGroups={careGroups} periods={periods}>
        {products.length === 0 ? (
          <EmptyState title={words.none}>{words.noneHint}</EmptyState>
        ) : (
          <DataTable
            caption={words.list}
            columns={[words.titleNl, words.period, words.to, words.state, words.added]}
            rows={products.map((product) => ({
              key: product.id,
              cells: [
                <a key="title" href={`/leveringen/producten/${product.id}`} lang="nl" className="font-semibold">
                  {product.titleNl}
                </a>,
                formatPeriod(product.period),
                audienceShort(product.audience, language),
                <StateBadge key="state" state={product.state} />,
                formatDate(product.createdAt, language),
              ],
            }))}
          />
        )}
      </UploadForm>
    </DataPage>
  );
}
