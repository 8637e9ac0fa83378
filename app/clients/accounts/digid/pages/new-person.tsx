import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { LONGEST_NAME } from "#app/shared/fields/longest.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { ForParents } from "../../child/notice.tsx";
import { digidProof } from "../../link/proof.server.ts";
import { BirthFields } from "../../mailed/pages/birth-fields.tsx";
import { joinNetwork, newPersonForm } from "../join-network.server.ts";
import { texts } from "../texts.ts";
import { birthAtDay } from "#app/shared/fields/day.ts";
import { formOf } from "#app/ui/form-of.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  if (environment.unknownPerson !== "create") throw new NotFound();
  const proof = await digidProof(environment, readCookie(request, `client-attempt-${environment.id}`));
  if (!proof) throw redirect(`/mijn/${environment.id}/inloggen`, 302);
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = atTheDoor(request, params.environment);
  const { id } = environment;
  const token = readCookie(request, `client-attempt-${id}`);
  if (!(await digidProof(environment, token))) return redirect(`/mijn/${id}/inloggen/niet-gelukt?hoe=expired`, 303);
  const parsed = parseForm(newPersonForm, await readForm(request));
  if (!parsed.ok) return data(parsed, 422);
  const device = readCookie(request, `client-device-${id}`);
  let session: string;
  try {
    ({ session } = await joinNetwork(actor, environment, token, parsed.value, device));
  } catch (error) {
    if (error instanceof Invalid) return data({ ok: false as const, errors: error.fields, typed: parsed.typed }, 422);
    // The proof is too old, or somebody has this number meanwhile: back to the door, which says so.
    if (error instanceof Conflict) return redirect(`/mijn/${id}/inloggen/niet-gelukt?hoe=expired`, 303);
    throw error;
  }
  const headers = new Headers();
  headers.append("Set-Cookie", clearCookie(`client-attempt-${id}`));
  headers.append("Set-Cookie", setCookie(`client-${id}`, session));
  return redirect(`/mijn/${id}`, { status: 303, headers });
}

export const meta = titled("Wie bent u", "Who are you");

/** Somebody new in a network says who it is. */
export default function NewPerson() {
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const errors = back && !back.ok ? back.errors : {};
  const typed = back?.typed ?? {};
  const labels = { firstName: words.firstName, lastName: words.lastName };
  const form = formOf({ errors: birthAtDay(errors), typed }, words.errors, { labels, always: true });
  return (
    <ClientPage title={words.newTitle} lead={words.newLead}>
      <ErrorSummary errors={form.summary} />
      {errors.day === "child" ? <ForParents /> : null}
      <form method="post">
        <TextField
          {...form.field("firstName")}
          label={words.firstName}
          hint={words.firstNameHint}
          autoComplete="given-name"
          maxLength={LONGEST_NAME}
        />
        <TextField
          {...form.field("lastName")}
          label={words.lastName}
          autoComplete="family-name"
          maxLength={LONGEST_NAME}
        />
        <BirthFields words={words} typed={typed} error={form.error("day")} />
        <Button>{words.continue}</Button>
      </form>
    </ClientPage>
  );
}
