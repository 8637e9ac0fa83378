import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger, visitor } from "#app/platform/rights/guards.server.ts";
import { suggest } from "#app/professionals/desk/suggestions/suggest.server.ts";
import { safePath } from "#app/shared/back.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

const form = z.object({
  message: z.string().trim().min(1, "required").max(2000, "long"),
  van: z.string().max(500),
});

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const query = new URL(request.url).searchParams;
  return { page: safePath(query.get("van")), sent: query.has("verstuurd") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = (await visitor(request)) ?? stranger(request);
  const parsed = parseForm(form, await readForm(request));
  if (!parsed.ok) return data({ error: parsed.errors.message ?? "required", typed: parsed.typed.message }, 422);
  const page = safePath(parsed.value.van);
  await suggest(actor, { message: parsed.value.message, page: page.split("?", 1)[0] ?? "/" });
  return redirect(`/suggestie?verstuurd&van=${encodeURIComponent(page)}`, 303);
}

export const meta = titled("Suggestie", "Suggestion");

export default function Suggestion() {
  const { page, sent } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).suggestion;
  const error = back ? words.errors[back.error === "long" ? "long" : "required"] : undefined;
  if (sent) {
    return (
      <PublicPage title={words.title}>
        <Notice kind="positive" title={words.thanksTitle}>
          {words.thanks}
        </Notice>
        <ButtonLink href={page} look="secondary">
          {words.back}
        </ButtonLink>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "message", message: error }] : []} />
        <input type="hidden" name="van" value={page} />
        <TextArea
          name="message"
          label={words.label}
          hint={words.hint}
          error={error}
          rows={6}
          defaultValue={typeof back?.typed === "string" ? back.typed : undefined}
        />
        <Button>{words.send}</Button>
      </form>
    </PublicPage>
  );
}
