import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { requestsToAnswer } from "../desk.server.ts";
import { workOf } from "../work.server.ts";
import { StaffLists } from "./parts/staff-work.tsx";
import { texts } from "./record-texts.ts";
import { RequestTable } from "./request-table.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const { id, name } = environment;
  const work = await workOf(actor, environment);
  return { environment: { id, name }, work, requests: await requestsToAnswer(actor, "record") };
}

export const meta = titled("Verzoeken van cliënten", "Requests of clients");

/** Requests of the own clients, overdue on top. */
export default function ClientRequests() {
  const { environment, work, requests } = useLoaderData<typeof loader>();
  const words = pick(texts, useShell().language);
  return (
    <StaffPage title={words.title} lead={words.lead} current="requests" environment={environment} as="clinician">
      <StaffLists environment={environment} work={work} current="requests" />
      <RequestTable at={`/behandelaar/${environment.id}/verzoeken`} requests={requests} words={words} />
    </StaffPage>
  );
}
