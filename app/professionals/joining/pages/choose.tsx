import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Steps } from "#app/ui/steps.tsx";
import { DRAFT_SECONDS, findDraft, saveDraft, startDraft } from "../start-draft.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const draft = await findDraft(readCookie(request, "draft"));
  return { started: draft !== null, connected: draft?.connected ?? null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const chosen = textOf(await readForm(request), "connected");
  if (chosen !== "yes" && chosen !== "no") return data({ error: true }, 422);
  const draft = await findDraft(readCookie(request, "draft"));
  if (draft) {
    await saveDraft(draft, { connected: chosen === "yes", complete: false });
    return redirect("/registreren/gegevens", 303);
  }
  const cookie = setCookie("draft", await startDraft(actor, chosen === "yes"), DRAFT_SECONDS);
  return redirect("/registreren/gegevens", { status: 303, headers: { "Set-Cookie": cookie } });
}

export const meta = titled("Aanmelden", "Register");

export default function Choose() {
  const { started, connected } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, operator } = useShell();
  const all = pick(texts, language);
  const words = all.choose;
  const error = back?.error ? all.errors.choose! : undefined;
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <Steps steps={all.steps} current={0} label={all.stepsLabel} />
      {started ? (
        <Notice kind="info" title={words.goOn}>
          <a href="/registreren/gegevens">{words.goOnLink}</a>
        </Notice>
      ) : null}
      <p>{words.before}</p>
      <p className="text-soft">{words.minutes}</p>
      <form method="post" className="mt-8">
        <ErrorSummary errors={error ? [{ field: "connected", message: error }] : []} />
        <RadioGroup
          name="connected"
          legend={words.what(operator.network)}
          error={error}
          defaultValue={connected === null ? undefined : connected ? "yes" : "no"}
          options={[
            { value: "yes", label: words.yes, hint: words.yesHint },
            { value: "no", label: words.no, hint: words.noHint },
          ]}
        />
        <details className="mb-8 max-w-2xl">
          <summary className="min-h-11 font-semibold text-brand-text">{words.explain}</summary>
          {words.explanation(operator.network).map((line) => (
            <p key={line} className="mt-2">
              {line}
            </p>
          ))}
          <p className="mt-2">
            <a href="/over">{pick({ nl: "Meer achtergrond", en: "More background" }, language)}</a>
          </p>
        </details>
        <Button>{words.next}</Button>
      </form>
    </PublicPage>
  );
}
