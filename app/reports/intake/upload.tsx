import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect, useActionData } from "@remix-run/react";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";
import { DataPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { Faults } from "./faults.tsx";
import { LARGEST_WHOLE } from "./file-names.ts";
import { readWholeForm } from "./whole-form.server.ts";
import { texts } from "./texts.ts";
import { UploadForm } from "./upload-form.tsx";

export const handle = { files: { largest: LARGEST_WHOLE, of: "accounts" } } satisfies RouteRules;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireDataManager(request);
  return null;
}

/** The files of a delivery in one form. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const answer = await readWholeForm(actor, request);
  if ("delivery" in answer) return redirect(`/leveringen/${answer.delivery}`, 303);
  return Response.json(answer, { status: answer.error === "too_large" ? 413 : 422 });
}

export const meta = titled("Levering brengen", "Bring a delivery");

export default function UploadPage() {
  const answer = useActionData<Exclude<Awaited<ReturnType<typeof readWholeForm>>, { delivery: string }>>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <DataPage current="deliveries" title={words.upload.title} lead={words.upload.lead}>
      <p className="mb-4">
        <a href="/leveringen">{words.one.back}</a>
      </p>
      {answer?.faults ? <Faults faults={answer.faults} /> : null}
      <UploadForm error={answer?.error} />
    </DataPage>
  );
}
