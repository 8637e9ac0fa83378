import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { declineSigning } from "#app/professionals/joining/authorization/signing/decline.server.ts";
import { requireOpen } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { clearCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary, TextArea } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

const form = z.object({ reason: z.string().trim().min(3, "required").max(1000, "long") });

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  if (new URL(request.url).searchParams.has("gedaan")) return { practice: null };
  const { authorization } = await requireOpen(request);
  return { practice: authorization.practiceName };
}

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const opened = await requireOpen(request);
  const parsed = parseForm(form, await readForm(request));
  if (!parsed.ok) return data({ error: parsed.errors.reason, typed: parsed.typed.reason }, 422);
  // The page of the document says what became of it.
  if (await conflictIn(declineSigning(opened, parsed.value.reason)))
    return redirect("/machtiging?nieuws=gewijzigd", 303);
  return redirect("/machtiging/weigeren?gedaan", { status: 303, headers: { "Set-Cookie": clearCookie("signing") } });
}

export const meta = titled("Niet tekenen", "Do not sign");

export default function Decline() {
  const { practice } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).decline;
  if (practice === null) {
    return (
      <PublicPage title={words.doneTitle}>
        <Notice kind="positive">{words.done}</Notice>
      </PublicPage>
    );
  }
  const error = back ? words.errors[back.error === "long" ? "long" : "required"] : undefined;
  return (
    <PublicPage title={words.title} lead={words.lead(practice)}>
      <ErrorSummary errors={error ? [{ field: "reason", message: error }] : []} />
      <form method="post">
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.hint}
          error={error}
          defaultValue={typeof back?.typed === "string" ? back.typed : undefined}
        />
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{words.confirm}</Button>
          <ButtonLink href="/machtiging" look="quiet">
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </PublicPage>
  );
}
