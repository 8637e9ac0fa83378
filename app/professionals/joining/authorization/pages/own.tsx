import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { authorizationsOf } from "#app/professionals/joining/authorization/standing.server.ts";
import { withdrawAuthorization } from "#app/professionals/joining/authorization/withdraw.server.ts";
import { requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { noErrors, parseForm, readForm } from "#app/shared/form.ts";
import { typedIn } from "#app/shared/typed.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Badge, Card, DescriptionList, EmptyState, Notice } from "#app/ui/data.tsx";
import { CheckboxField, ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

const form = z.object({
  authorizationId: z.string().max(60),
  reason: z.string().trim().max(1000, "long"),
  sure: z.literal("yes", "sure"),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  return {
    all: await authorizationsOf(actor.accountId),
    withdrawn: new URL(request.url).searchParams.has("ingetrokken"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const parsed = parseForm(form, await readForm(request));
  const { typed } = parsed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed, conflict: null }, 422);
  const { authorizationId, reason } = parsed.value;
  const conflict = await conflictIn(withdrawAuthorization(actor, authorizationId, reason));
  if (conflict) return data({ errors: noErrors, typed, conflict }, 409);
  return redirect("/praktijk/machtiging?ingetrokken", 303);
}

export const meta = titled("Machtiging", "Authorization");

export default function Own() {
  const { all, withdrawn } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).own;
  const sure = back?.errors.sure ? words.errors.sure : undefined;
  return (
    <ProfessionalPage title={words.title} lead={words.lead} current="practice">
      <Changed code={back?.conflict} typed={back ? typedIn(back, "reason") : undefined} />
      {withdrawn && !back ? <Notice kind="positive" title={words.withdrawn} /> : null}
      {sure ? (
        <ErrorSummary errors={[{ field: `sure-${String(back?.typed.authorizationId)}`, message: sure }]} />
      ) : null}
      {all.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {all.map((one) => (
        <Card key={one.id} title={one.practiceName}>
          <p>
            <p className="mb-2">
              <Badge kind={one.state === "in_force" ? "positive" : "neutral"}>{words.states[one.state]}</Badge>
            </p>
          </p>
          <DescriptionList
            items={[
              { term: words.signedAt, value: one.signedAt ? formatDateTime(one.signedAt, language) : "" },
              { term: words.version, value: String(one.version) },
              { term: words.code, value: one.checkCode },
              ...(one.endedAt ? [{ term: words.endedAt, value: formatDate(one.endedAt, language) }] : []),
            ]}
          />
          <p className="my-4 flex flex-wrap gap-x-6 gap-y-2">
            <a href={`/praktijk/machtiging/${one.id}/machtiging.pdf`}>{words.document}</a>
            <a href={`/praktijk/machtiging/${one.id}/bewijs.pdf`}>{words.evidence}</a>
          </p>
          {one.state === "in_force" ? (
            <details className="mt-4" open={back?.typed.authorizationId === one.id}>
              <summary className="font-semibold">{words.withdrawTitle}</summary>
              <p className="my-3 max-w-2xl">{words.effect(one.practiceName)}</p>
              <form method="post">
                <input type="hidden" name="authorizationId" value={one.id} />
                <TextArea
                  name="reason"
                  id={`reason-${one.id}`}
                  label={words.reason}
                  optional={words.optional}
                  rows={2}
                />
                <CheckboxField
                  name="sure"
                  id={`sure-${one.id}`}
                  label={words.sure}
                  error={back?.typed.authorizationId === one.id ? sure : undefined}
                />
                <Button look="danger">{words.withdraw(one.practiceName)}</Button>
              </form>
            </details>
          ) : null}
        </Card>
      ))}
    </ProfessionalPage>
  );
}
