import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { noErrors, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { DataPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { withoutFigures } from "./care-groups.server.ts";
import { anyProduct } from "./find.server.ts";
import { withdrawForm } from "./form.ts";
import { ProductFacts } from "./product-facts.tsx";
import { publishProduct, withdrawProduct } from "./publish.server.ts";
import { texts } from "./texts.ts";
import { audienceWords } from "./words.ts";
import { formOf } from "#app/ui/form-of.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireDataManager(request);
  const product = await anyProduct(params.id);
  const { audience, state } = product;
  const doubtful = audience.to === "practices" && state !== "withdrawn";
  return { product, unknown: doubtful ? await withoutFigures(audience.agb) : [] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const asked = readAct(await readForm(request), { publish: nothing, withdraw: withdrawForm });
  const { id } = await anyProduct(params.id);
  const { typed } = asked;
  if (!asked.ok) return data({ errors: asked.errors, typed, conflict: null }, 422);
  const done = asked.act === "publish" ? publishProduct(actor, id) : withdrawProduct(actor, id, asked.value.reason);
  const conflict = await conflictIn(done);
  if (conflict) return data({ errors: noErrors, typed, conflict }, 409);
  return redirect(`/leveringen/producten/${id}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data: found, matches }) =>
  portalTitle(matches, found?.product.titleNl ?? "");

export default function DeskProduct() {
  const { product, unknown } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const { desk: words, errors } = pick(texts, language);
  const form = formOf(back, errors, { labels: { reason: words.reason }, always: true });
  const draft = product.state === "draft";
  const view = (
    <ButtonLink href={`/leveringen/producten/${product.id}/bekijken`} look="secondary">
      {words.view}
    </ButtonLink>
  );
  return (
    <DataPage title={product.titleNl} current="products">
      <BackLink href="/leveringen/producten">{words.back}</BackLink>
      <Changed code={back?.conflict} typed={form.text("reason")} />
      <ErrorSummary errors={form.summary} />
      {draft ? (
        <Notice kind="warning" title={words.draftTitle}>
          {words.draftHint}
        </Notice>
      ) : null}
      {unknown.length > 0 ? <Notice kind="warning" title={words.unknown(unknown.join(", "))} /> : null}
      <Card title={words.facts}>
        <ProductFacts product={product} />
      </Card>
      <div className="flex flex-wrap gap-3">
        {view}
        {draft ? (
          <form method="post" className="space-y-2">
            <Button name="act" value="publish">
              {words.publish}
            </Button>
          </form>
        ) : null}
      </div>
      {draft ? <p className="mt-3 text-soft">{words.publishFor(audienceWords(product.audience, language))}</p> : null}
      {product.state === "withdrawn" ? null : (
        <Card title={words.withdraw}>
          <p className="mb-5 max-w-2xl">{words.withdrawHint}</p>
          <form method="post">
            <TextArea {...form.field("reason")} label={words.reason} hint={words.reasonHint} rows={2} />
            <Button look="danger" name="act" value="withdraw">
              {words.withdrawThis}
            </Button>
          </form>
        </Card>
      )}
    </DataPage>
  );
}
