import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clearCookie, readCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Steps } from "#app/ui/steps.tsx";
import { askRegister } from "../agb/ask.server.ts";
import { activeCareGroups } from "../care-groups.server.ts";
import { readEntry } from "../form.ts";
import { probablyMeant } from "../mail/typo.ts";
import { spokenMobile } from "#app/shared/fields/telephone.ts";
import { findDraft, wasHandedIn } from "../start-draft.server.ts";
import { submitRequest } from "../submit.server.ts";
import { texts } from "../texts.ts";
import { moreLines, moreOf } from "../more-fields.ts";

const received = () =>
  redirect("/registreren/ontvangen", { status: 303, headers: { "Set-Cookie": clearCookie("draft") } });

/** What is ready to be handed in. @throws redirect to where it goes on, also for what was handed in already */
async function completeEntry(request: Request) {
  const token = readCookie(request, "draft");
  const draft = await findDraft(token);
  if (!draft) throw (await wasHandedIn(token)) ? received() : redirect("/registreren", 303);
  const entered = draft.complete ? readEntry(draft.connected, draft.entry) : null;
  if (!entered) throw redirect("/registreren/gegevens", 303);
  return { draft, entered };
}

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const { draft, entered } = await completeEntry(request);
  const { practitioner, practice } = await askRegister(entered);
  const named = activeCareGroups().filter((group) => entered.careGroups.includes(group.id));
  const { practiceEmailAgain: _, careGroups: __, ...shown } = entered;
  return {
    connected: draft.connected,
    entered: {
      ...shown,
      mobile: shown.mobile && spokenMobile(shown.mobile),
      more: moreOf(entered),
      careGroups: [...named.map((group) => group.name), entered.otherCareGroup ?? []].flat(),
    },
    practitioner:
      practitioner.state === "found"
        ? { name: `${practitioner.value.initials ?? ""} ${practitioner.value.name}`.trim() }
        : practitioner.state,
    practice: practice.state === "found" ? { name: practice.value.name, place: practice.value.place } : practice.state,
    meant: [entered.practiceEmail, entered.ownEmail ?? ""].map(probablyMeant).find((one) => one !== null) ?? null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const { draft, entered } = await completeEntry(request);
  try {
    await submitRequest(actor, {
      draftId: draft.id,
      connected: draft.connected,
      entered,
      language: languageOf(request),
    });
  } catch (error) {
    // Sent twice by an impatient hand: the first one counts.
    if (!(error instanceof Conflict)) throw error;
  }
  return received();
}

export const meta = titled("Bent u dit?", "Is this you?");

export default function Confirm() {
  const { connected, entered, practitioner, practice, meant } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const all = pick(texts, language);
  const { confirm: words, details } = all;
  const found = (one: typeof practitioner | typeof practice) =>
    typeof one === "string" ? words[one] : [one.name, "place" in one ? one.place : null].filter(Boolean).join(", ");
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <Steps steps={all.steps} current={2} label={all.stepsLabel} />
      <Card title={words.register}>
        <DescriptionList
          items={[
            { term: words.practitioner, value: found(practitioner) },
            { term: words.practice, value: found(practice) },
          ]}
        />
      </Card>
      {meant ? (
        <Notice kind="warning" title={words.mailHintTitle}>
          {words.mailHint(meant)}
        </Notice>
      ) : null}
      <Card title={words.entered}>
        <DescriptionList
          items={[
            { term: details.agbPractitioner, value: entered.agbPractitioner },
            { term: details.agbPractice, value: entered.agbPractice },
            { term: details.firstName, value: entered.firstName },
            { term: details.lastName, value: entered.lastName },
            { term: details.practiceEmail, value: entered.practiceEmail },
            { term: details.ownEmail, value: entered.ownEmail ?? words.sameAsPractice },
            { term: details.mobile, value: entered.mobile ?? words.none },
            ...moreLines(entered.more, all.more, words.none).map(({ label, value }) => ({ term: label, value })),
            { term: details.careGroups, value: entered.careGroups.join(", ") || words.none },
            { term: words.connected, value: connected ? words.connectedYes : words.connectedNo },
            ...(connected ? [] : [{ term: details.recordSystem, value: entered.recordSystem ?? words.none }]),
          ]}
        />
      </Card>
      <p className="text-soft">{words.after}</p>
      <form method="post" className="mt-6 flex flex-wrap gap-3">
        <Button>{words.submit}</Button>
        <ButtonLink href="/registreren/gegevens" look="secondary">
          {words.change}
        </ButtonLink>
      </form>
    </PublicPage>
  );
}
