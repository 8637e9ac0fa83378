import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Card, DescriptionList } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { productFor } from "./find.server.ts";
import { texts } from "./texts.ts";
import { sizeWords, titleIn } from "./words.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("praktijk");
  const { actor, practice } = await requireReports(request, asked);
  const product = await productFor(practice, params.id);
  const { title } = titleIn(product, actor.language ?? languageOf(request));
  return { product, title, practice: practice.name, query: asked ? `?praktijk=${practice.agb}` : "" };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => portalTitle(matches, data?.title ?? "");

export default function ProductPage() {
  const { product, title, practice, query } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language).reader;
  const file = (how: string) => `/rapportages/producten/${product.id}/${how}${query}`;
  return (
    <ProfessionalPage title={title} current="reports">
      <BackLink href={`/rapportages/producten${query}`}>{words.back}</BackLink>
      <Card title={words.about}>
        <DescriptionList
          items={[
            { term: words.period, value: formatPeriod(product.period) },
            { term: words.practice, value: practice },
            { term: words.kind, value: `PDF, ${sizeWords(product, language)}` },
            ...(product.publishedAt
              ? [{ term: words.published, value: formatDate(product.publishedAt, language) }]
              : []),
          ]}
        />
      </Card>
      <div className="no-print flex flex-wrap gap-3">
        <ButtonLink href={file("bekijken")}>{words.view}</ButtonLink>
        <ButtonLink href={file("downloaden")} look="secondary">
          {words.download}
        </ButtonLink>
      </div>
      <p className="mt-4 max-w-2xl text-[0.9375rem] text-soft">{`${words.viewHint} ${words.shared} ${words.logged}`}</p>
    </ProfessionalPage>
  );
}
