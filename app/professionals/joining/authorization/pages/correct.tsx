import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { correctionForm, sortChanges } from "#app/professionals/joining/authorization/signing/correction.ts";
import { correctCareGroups, correctIdentity } from "#app/professionals/joining/authorization/signing/correct.server.ts";
import { requireOpen } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { clearCookie } from "#app/platform/doors/cookies.server.ts";
import { activeCareGroups } from "#app/professionals/joining/care-groups.server.ts";
import { spokenMobile } from "#app/shared/fields/telephone.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { CheckboxGroup, ErrorSummary, TextField } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";
import { MoreInputs } from "#app/professionals/joining/pages/more-inputs.tsx";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { formOf } from "#app/ui/form-of.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  if (new URL(request.url).searchParams.has("gedaan")) return { form: null, more: null, groups: [] };
  const { authorization } = await requireOpen(request);
  const signer = await signerOf(authorization.requestId);
  const groups = activeCareGroups().map(({ id, name }) => ({ value: id, label: name }));
  const { agbPractitioner, agbPractice, firstName, lastName, practiceEmail } = signer;
  const text = { agbPractitioner, agbPractice, firstName, lastName, practiceEmail };
  const more = {
    ownEmail: signer.ownEmail ?? "",
    mobile: signer.mobile ? spokenMobile(signer.mobile) : "",
    otherCareGroup: signer.otherCareGroup ?? "",
  };
  return { form: { ...text, ...more, careGroups: signer.careGroups }, more: signer.more, groups };
}

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const opened = await requireOpen(request);
  const parsed = parseForm(correctionForm, await readForm(request));
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed }, 422);
  // The page of the document says what became of it.
  const gone = redirect("/machtiging?nieuws=gewijzigd", 303);
  const { identity, chosen } = sortChanges(await signerOf(opened.authorization.requestId), parsed.value);
  if (Object.keys(identity).length > 0) {
    if (await conflictIn(correctIdentity(opened, { ...identity, ...chosen }))) return gone;
    return redirect("/machtiging/aanpassen?gedaan", { status: 303, headers: { "Set-Cookie": clearCookie("signing") } });
  }
  if (!chosen) return redirect("/machtiging", 303);
  if (await conflictIn(correctCareGroups(opened, chosen))) return gone;
  return redirect("/machtiging?nieuws=aangepast", 303);
}

export const meta = titled("Gegevens aanpassen", "Correct details");

const TEXT_FIELDS = [
  "agbPractitioner",
  "agbPractice",
  "firstName",
  "lastName",
  "practiceEmail",
  "ownEmail",
  "mobile",
] as const;

export default function Correct() {
  const page = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).correct;
  if (!page.form) {
    return (
      <PublicPage title={words.doneTitle}>
        <Notice kind="positive">{words.done}</Notice>
      </PublicPage>
    );
  }
  const form = formOf(back, words.errors, { held: { ...page.form, ...page.more } });
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <ErrorSummary errors={form.summary} />
      <form method="post">
        <h2>{words.inPlace}</h2>
        <p className="mb-4 max-w-2xl text-soft">{words.inPlaceText}</p>
        <CheckboxGroup
          name="careGroups"
          legend={words.labels.careGroups}
          options={page.groups}
          defaultValues={form.list("careGroups")}
          error={form.error("careGroups")}
        />
        <TextField
          {...form.field("otherCareGroup")}
          label={words.labels.otherCareGroup}
          optional={words.optional}
          maxLength={100}
        />
        <h2>{words.checked}</h2>
        <p className="mb-4 max-w-2xl text-soft">{words.checkedText}</p>
        {TEXT_FIELDS.map((field) => (
          <TextField
            key={field}
            {...form.field(field)}
            label={words.labels[field]}
            maxLength={254}
            type={field === "practiceEmail" || field === "ownEmail" ? "email" : field === "mobile" ? "tel" : "text"}
            optional={field === "ownEmail" || field === "mobile" ? words.optional : undefined}
          />
        ))}
        <MoreInputs words={pick(registration, language).more} optional={words.optional} form={form} />
        <div className="flex flex-wrap gap-3">
          <Button>{words.save}</Button>
          <ButtonLink href="/machtiging" look="quiet">
            {words.back}
          </ButtonLink>
        </div>
      </form>
    </PublicPage>
  );
}
