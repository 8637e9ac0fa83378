import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Steps } from "#app/ui/steps.tsx";
import { activeCareGroups } from "../care-groups.server.ts";
import { connectedForm, unconnectedForm } from "../form.ts";
import { completeDraft, findDraft, saveDraft } from "../start-draft.server.ts";
import { ConnectionFields, PersonFields } from "./person-fields.tsx";
import { texts } from "../texts.ts";
import { formOf } from "#app/ui/form-of.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const draft = await findDraft(readCookie(request, "draft"));
  if (!draft) throw redirect("/registreren", 302);
  const careGroups = activeCareGroups().map(({ id, name }) => ({ value: id, label: name }));
  return { connected: draft.connected, entry: draft.entry, careGroups };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const draft = await findDraft(readCookie(request, "draft"));
  if (!draft) return redirect("/registreren", 303);
  const form = await readForm(request);
  const parsed = draft.connected ? parseForm(connectedForm, form) : parseForm(unconnectedForm, form);
  if (!parsed.ok) {
    await saveDraft(draft, { entry: parsed.typed, complete: false });
    return data({ errors: parsed.errors, typed: parsed.typed }, 422);
  }
  await completeDraft(actor, draft, parsed.typed);
  return redirect("/registreren/controle", 303);
}

export const meta = titled("Uw gegevens", "Your details");

export default function Details() {
  const { connected, entry, careGroups } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.details;
  const form = formOf(back, all.errors, { labels: words, held: entry });
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <Steps steps={all.steps} current={1} label={all.stepsLabel} />
      <form method="post" noValidate>
        <ErrorSummary errors={form.summary} />
        <PersonFields form={form} words={words} more={all.more} careGroups={careGroups} />
        {connected ? null : <ConnectionFields form={form} words={words} />}
        <div className="flex flex-wrap gap-3">
          <Button>{words.send}</Button>
          <ButtonLink href="/registreren" look="quiet">
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </PublicPage>
  );
}
