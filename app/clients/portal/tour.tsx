import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endTour, keepTourStep, tourOf } from "#app/clients/accounts/tour.server.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { termsIn } from "#app/clients/records/client/glossary.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { TourScreen } from "./tour-screen.tsx";
import { samplePart } from "./tour-samples.data.ts";

const LAST = texts.nl.tour.steps.length - 1;
/** A step as an address or form names it, counted from 1; null for anything else. */
const stepOf = (text: string | null) =>
  text && /^[1-9]$/.test(text) && Number(text) - 1 <= LAST ? Number(text) - 1 : null;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireClient(request, params.environment);
  const asked = stepOf(new URL(request.url).searchParams.get("stap"));
  const step = asked ?? Math.min((await tourOf(actor)).step ?? 0, LAST);
  return { step, terms: termsIn(samplePart.text ?? "", actor.language ?? languageOf(request)) };
}

/** Goes to a step and keeps it, or ends the tour: at the appointments after the last step (G-10). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const form = await readForm(request);
  const next = stepOf(textOf(form, "stap"));
  const at = `/mijn/${environment.id}`;
  if (next !== null) {
    await keepTourStep(actor, next);
    return redirect(`${at}/rondleiding?stap=${next + 1}`, 303);
  }
  const { act } = readAct(form, { afspraken: nothing, stop: nothing }, { name: "einde" });
  await endTour(actor);
  return redirect(act === "afspraken" ? `${at}/afspraken` : at, 303);
}

export const meta = titled("Introductie tour", "Introduction tour");

/** The real screens with invented data and a caption each. */
export default function Tour() {
  const { step, terms } = useLoaderData<typeof loader>();
  const { words, at } = usePortalWords(texts);
  const { tour } = words;
  const { title, text } = tour.steps[step]!;
  return (
    <ClientPage title={tour.title} current="tour">
      <p className="text-soft">{tour.step(step + 1, tour.steps.length)}</p>
      <h2 className="mt-1!">{title}</h2>
      <p>{text}</p>
      <form method="post" className="no-print my-5 flex flex-wrap items-center gap-3">
        {step > 0 ? (
          <ButtonLink href={`${at}/rondleiding?stap=${step}`} look="secondary">
            {tour.previous}
          </ButtonLink>
        ) : null}
        {step < LAST ? (
          <Button name="stap" value={String(step + 2)}>
            {tour.next}
          </Button>
        ) : (
          <Button name="einde" value="afspraken">
            {tour.done}
          </Button>
        )}
        {step < LAST ? (
          <Button look="quiet" name="einde" value="stop">
            {tour.skip}
          </Button>
        ) : null}
      </form>
      <TourScreen step={step} terms={terms} />
    </ClientPage>
  );
}
