import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CONSENT } from "#app/professionals/joining/authorization/signing/consent.ts";
import { requireOpen } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { startSigning } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { wayOf } from "#app/professionals/joining/authorization/signing/way.server.ts";
import { setCookie } from "#app/platform/doors/cookies.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { parseForm, readForm, type Typed } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { DescriptionList, Notice } from "#app/ui/data.tsx";
import { CheckboxField, ErrorSummary, TextField } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { newsOf } from "./news.ts";
import { texts } from "./texts.ts";
import { formOf } from "#app/ui/form-of.ts";

const signForm = z.object({
  version: z.coerce.number().int(),
  documentHash: z.string().length(64),
  name: z.string().trim().min(1, "required").max(120, "long"),
  consent: z.literal("yes", "consent"),
});

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const { authorization, version } = await requireOpen(request);
  const signer = await signerOf(authorization.requestId);
  const { channel, masked } = await wayOf(signer);
  return {
    number: signer.number,
    practitioner: authorization.practitionerName,
    practice: authorization.practiceName,
    version: version.version,
    documentHash: version.documentHash,
    way: { channel, masked },
    again: new URL(request.url).searchParams.has("opnieuw"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const opened = await requireOpen(request);
  const parsed = parseForm(signForm, await readForm(request));
  const refuse = (errors: Record<string, string>, typed: Typed) => data({ errors, typed }, 422);
  if (!parsed.ok) return refuse(parsed.errors, parsed.typed);
  const { version, documentHash, name } = parsed.value;
  try {
    const token = await startSigning(opened, { version, documentHash, name });
    const headers = { "Set-Cookie": setCookie("attempt", token, 1800) };
    return redirect("/machtiging/code", { status: 303, headers });
  } catch (error) {
    if (error instanceof Conflict) return redirect(`/machtiging?nieuws=${newsOf(error)}`, 303);
    if (error instanceof Invalid) return refuse(error.fields, { name });
    throw error;
  }
}

export const meta = titled("Ondertekenen", "Sign");

export default function Sign() {
  const page = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).sign;
  const form = formOf(back, words.errors);
  const facts = [
    { term: words.document, value: `${page.number}, ${words.version(page.version)}` },
    { term: words.practitioner, value: page.practitioner },
    { term: words.practice, value: page.practice },
  ];
  return (
    <PublicPage title={words.title} lead={words.lead}>
      {page.again ? <Notice kind="warning" title={words.again} /> : null}
      <ErrorSummary errors={form.summary} />
      <DescriptionList items={facts} />
      <form method="post" className="mt-8">
        <input type="hidden" name="version" value={page.version} />
        <input type="hidden" name="documentHash" value={page.documentHash} />
        <TextField
          {...form.field("name")}
          label={words.name}
          hint={words.nameHint(page.practitioner)}
          autoComplete="name"
          maxLength={120}
        />
        <div lang="nl">
          <CheckboxField name="consent" label={CONSENT} error={form.error("consent")} />
        </div>
        <p className="mb-6 max-w-2xl">{words.way[page.way.channel](page.way.masked)}</p>
        <div className="flex flex-wrap gap-3">
          <Button>{words.next[page.way.channel]}</Button>
          <ButtonLink href="/machtiging" look="quiet">
            {words.backToDocument}
          </ButtonLink>
        </div>
      </form>
    </PublicPage>
  );
}
