import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isFresh, requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { employeeOf } from "../employees/find.server.ts";
import { chosenGroups, grantForm } from "../employees/form.ts";
import { takenFrom } from "../employees/given.server.ts";
import { changeGrant } from "../employees/grant.server.ts";
import { handOver } from "../employees/handover.server.ts";
import { withdrawGrant } from "../employees/withdraw.server.ts";
import { texts } from "../texts.ts";
import { GivenCard } from "./given-list.tsx";
import { GrantCard } from "./grant-card.tsx";
import { heldForm } from "./held-form.ts";
import { seenItems } from "../group-words.ts";
import { InvitationCard } from "./invitation.tsx";
import { repeatInvitation, waitingInvitation } from "./repeat-invitation.server.ts";
import { Withdrawn, WithdrawCard } from "./withdraw-card.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, practices } = await requirePractitioner(request);
  const found = await employeeOf(actor, params.id ?? "");
  const { membership, practice, account, given, now } = found;
  const own = given.find((one) => one.own);
  return {
    ...{ name: account?.name ?? "", email: account?.email ?? "", state: account?.state ?? "ended" },
    ...{ jobTitle: membership.jobTitle ?? "", practice: practice.name, now, given },
    needsHandover: account?.state === "invited" && !account.hasMobile && own !== undefined,
    invited: await waitingInvitation(found),
    taken: await takenFrom(membership),
    mayGive: practices.some((one) => one.practiceId === membership.practiceId && one.authorizationIds.length > 0),
    form: heldForm(own, today()),
    done: new URL(request.url).searchParams.get("gedaan"),
  };
}

const NOTHING = {
  conflict: null as string | null,
  errors: {} as Record<string, string>,
  typed: undefined,
  handover: null as string | null,
};

const repeats = { send_again: nothing, confirm_anew: nothing };
const acts = { change: grantForm, withdraw: nothing, handover: nothing, ...repeats };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const asked = readAct(await readForm(request), acts);
  const { membership, given } = await employeeOf(actor, params.id ?? "");
  const here = `/administratie/medewerkers/${membership.id}`;
  const { typed } = asked;
  const refuse = (errors: Record<string, string>, status: number) => data({ ...NOTHING, errors, typed }, status);
  const empty = asked.act === "change" && asked.ok && !asked.value.reports && !asked.value.patientDetails;
  if (empty && !given.some((one) => one.own)) return refuse({ reports: "nothing" }, 422);
  if (asked.act === "withdraw" || empty) {
    const conflict = await conflictIn(withdrawGrant(actor, membership));
    if (conflict) return data({ ...NOTHING, errors: { withdraw: conflict } }, 409);
    return redirect(`${here}?gedaan=ingetrokken`, 303);
  }
  if (!isFresh(actor)) return refuse({ fresh: "fresh" }, 403);
  if (asked.act === "send_again" || asked.act === "confirm_anew") {
    const repeated = await repeatInvitation(actor, membership, asked.act);
    if (repeated.refused === "changed") return data({ ...NOTHING, conflict: "state_changed" }, 409);
    return { ...NOTHING, handover: repeated.code, repeated };
  }
  if (asked.act === "handover") return { ...NOTHING, handover: await handOver(actor, membership) };
  if (!asked.ok) return refuse(asked.errors, 422);
  const { groups, reportGroups, version, ...rights } = asked.value;
  if (rights.endsOn && rights.endsOn < today()) return refuse({ endsOn: "past" }, 422);
  // Ticks that stand beside "all" where nothing was limited were made now: the form cannot know which of the two is meant.
  const limited = given.some((one) => one.own && one.reportGroups !== "all");
  if (groups === "all" && reportGroups.length > 0 && !limited) return refuse({ groups: "both" }, 422);
  const wanted = { ...rights, reportGroups: chosenGroups({ groups, reportGroups }) };
  const conflict = await conflictIn(changeGrant(actor, membership, wanted, version));
  if (conflict) return refuse({ version: conflict }, 409);
  return redirect("/administratie?gedaan=aangepast", 303);
}

export const meta = titled("Medewerker", "Employee");

export default function Employee() {
  const person = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.employee;
  const messages: Record<string, string> = all.errors;
  const errors = back?.errors ?? {};
  const own = person.given.some((one) => one.own);
  return (
    <ProfessionalPage title={`${words.title} ${person.name}`} current="admin">
      {person.done === "ingetrokken" && !own && !back ? <Withdrawn given={person.given} name={person.name} /> : null}
      <Changed code={back?.conflict} />
      {back?.handover ? (
        <Notice kind="positive" title={back.handover}>
          {words.handoverCode}
        </Notice>
      ) : null}
      <div className="xl:grid xl:grid-cols-2 xl:items-start xl:gap-x-8">
        <div>
          <DescriptionList
            items={[
              { term: all.form.email, value: person.email },
              ...(person.jobTitle ? [{ term: all.admin.jobTitle, value: person.jobTitle }] : []),
              { term: all.admin.practice, value: person.practice },
              { term: all.admin.state, value: all.admin.accountStates[person.state] },
            ]}
          />
          <Card title={words.sees}>
            <DescriptionList items={seenItems(person.now, language)} />
          </Card>
          <GivenCard given={person.given} taken={person.taken} mayRenew={person.mayGive} />
        </div>
        <div>
          {person.invited ? (
            <InvitationCard invited={person.invited} back={back && "repeated" in back ? back.repeated : undefined} />
          ) : null}
          {person.needsHandover ? (
            <Card title={words.handover}>
              <p className="max-w-2xl">{words.handoverLead}</p>
              <form method="post" className="mt-5">
                <Button name="act" value="handover" look="secondary">
                  {words.handoverMake}
                </Button>
              </form>
            </Card>
          ) : null}
          <GrantCard {...{ own, mayGive: person.mayGive, held: person.form, errors, typed: back?.typed }} />
          <WithdrawCard given={person.given} error={errors.withdraw && messages[errors.withdraw]} />
        </div>
      </div>
    </ProfessionalPage>
  );
}
