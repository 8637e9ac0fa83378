import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isFresh, requireFresh, requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { askEmployee } from "../employees/ask.server.ts";
import { chosenGroups, employeeForm } from "../employees/form.ts";
import { texts } from "../texts.ts";
import { FreshNotice } from "./fresh-notice.tsx";
import { RightsFields, shownRights } from "./rights-fields.tsx";
import { formOf } from "#app/ui/form-of.ts";

const HERE = "/administratie/account-aanvragen";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, practices } = await requirePractitioner(request);
  requireFresh(actor, HERE);
  const open = practices.filter((practice) => practice.authorizationIds.length > 0);
  return { today: today(), practices: open.map(({ agb, name }) => ({ value: agb, label: name })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, practices } = await requirePractitioner(request);
  const parsed = parseForm(employeeForm, await readForm(request));
  const { typed } = parsed;
  if (!isFresh(actor)) return data({ errors: faults({ fresh: "fresh" }), typed }, 403);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, 422);
  const { practice: agb, mobile, firstName, lastName, jobTitle, email, ...chosen } = parsed.value;
  const { reports, patientDetails, startsOn, endsOn } = chosen;
  const rights = { reports, patientDetails, startsOn, endsOn, reportGroups: chosenGroups(chosen) };
  const input = { firstName, lastName, jobTitle, email, ...rights };
  const practice = practices.find((one) => one.agb === agb);
  const past = input.endsOn !== null && input.endsOn < today();
  if (!practice || past) {
    const found = { practice: !practice && "choose", endsOn: past && "past" };
    return data({ errors: faults(found), typed }, 422);
  }
  try {
    const asked = await askEmployee(actor, practice, input, mobile);
    return redirect(`/administratie?nummer=${asked.number}`, 303);
  } catch (error) {
    if (error instanceof Conflict) return data({ errors: faults({ email: error.code }), typed }, 422);
    throw error;
  }
}

function faults(found: Record<string, string | false>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter((one): one is [string, string] => one[1] !== false));
}

export const meta = titled("Account aanvragen", "Request an account");

export default function AskEmployee() {
  const { practices, today } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.form;
  // That the code is too old is said of the whole form.
  const { fresh, ...errors }: Record<string, string> = back?.errors ?? {};
  const form = formOf(back && { errors, typed: back.typed }, all.errors, { labels: words, always: true });
  return (
    <ProfessionalPage title={words.title} lead={words.lead} current="admin">
      <form method="post" noValidate>
        {fresh ? <FreshNotice /> : null}
        <ErrorSummary errors={form.summary} />
        {practices.length === 1 ? (
          <input type="hidden" name="practice" value={practices[0]?.value} />
        ) : (
          <SelectField {...form.field("practice")} label={words.practice} options={practices} />
        )}
        <TextField {...form.field("firstName")} label={words.firstName} autoComplete="off" />
        <TextField {...form.field("lastName")} label={words.lastName} autoComplete="off" />
        <TextField {...form.field("jobTitle")} label={words.jobTitle} hint={words.jobTitleHint} />
        <TextField
          {...form.field("email")}
          type="email"
          label={words.email}
          hint={words.emailHint}
          autoComplete="off"
        />
        <TextField
          {...form.field("mobile")}
          defaultValue={form.text("mobile") ?? "06"}
          type="tel"
          width="half"
          label={words.mobile}
          hint={words.mobileHint}
          autoComplete="off"
        />
        <h2>{words.rights}</h2>
        <RightsFields shown={shownRights(back?.typed, { startsOn: today })} said={form.error} />
        <Button>{words.submit}</Button>
      </form>
    </ProfessionalPage>
  );
}
