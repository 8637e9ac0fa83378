import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { seesProducts } from "./audience.ts";
import { productsFor } from "./find.server.ts";
import { texts } from "./texts.ts";
import { sizeWords, titleIn } from "./words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, practice } = await requireReports(request, new URL(request.url).searchParams.get("praktijk"));
  const open = actor.practices.filter((one) => one.reports).map(({ agb, name }) => ({ value: agb, label: name }));
  return {
    products: await productsFor(actor, practice),
    limited: !seesProducts(practice),
    practice: { agb: practice.agb, name: practice.name },
    open,
  };
}

export const meta = titled("Informatieproducten", "Information products");

export default function ProductList() {
  const { products, limited, practice, open } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language).reader;
  const query = open.length > 1 ? `?praktijk=${practice.agb}` : "";
  return (
    <ProfessionalPage title={`${words.title} · ${practice.name}`} lead={words.lead} current="reports">
      <BackLink href={`/rapportages${query}`}>{words.toReports}</BackLink>
      {open.length > 1 ? (
        <form method="get" className="no-print mb-2 flex flex-wrap items-end gap-x-4">
          <SelectField name="praktijk" label={words.choose} options={open} defaultValue={practice.agb} />
          <div className="mb-6">
            <Button look="secondary">{words.show}</Button>
          </div>
        </form>
      ) : null}
      {products.length === 0 ? (
        <EmptyState title={limited ? words.limited : words.none}>
          {limited ? words.limitedHint : words.noneHint}
        </EmptyState>
      ) : null}
      {products.length > 0 ? (
        <DataTable
          caption={words.caption}
          columns={[words.product, words.period, words.size, words.published]}
          rows={products.map((product) => {
            const { title, lang } = titleIn(product, language);
            return {
              key: product.id,
              cells: [
                <span key="title" className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <a href={`/rapportages/producten/${product.id}${query}`} lang={lang} className="font-semibold">
                    {title}
                  </a>
                  {product.fresh ? <Badge kind="info">{words.fresh}</Badge> : null}
                </span>,
                formatPeriod(product.period),
                sizeWords(product, language),
                product.publishedAt ? formatDate(product.publishedAt, language) : "",
              ],
            };
          })}
        />
      ) : null}
    </ProfessionalPage>
  );
}
