import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { ForParents, ForUnknownAge } from "../../child/notice.tsx";
import { texts } from "../texts.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const how = new URL(request.url).searchParams.get("hoe") ?? "unknown";
  const known = own(texts.nl.outcomes, how) ? how : "unknown";
  return { how: known, mayLink: known === "person" && environment.mailedCode };
}

/** What trying again does not mend: then the button leads back to the door. */
const TO_DOOR = ["person", "closed", "child", "age_unknown"];

export const meta = titled("Niet ingelogd", "Not signed in");

/** What signing in ended in when it was no success, with a way on (D05). */
export default function Failed() {
  const { how, mayLink } = useLoaderData<typeof loader>();
  const { language, environment } = useShell();
  const words = pick(texts, language);
  const at = `/mijn/${environment?.id ?? ""}`;
  const [kind, title, text] = words.outcomes[how]!;
  return (
    <ClientPage title={title}>
      <Notice kind={kind === "negative" ? "negative" : kind}>{text}</Notice>
      {how === "child" ? <ForParents /> : null}
      {how === "age_unknown" ? <ForUnknownAge /> : null}
      {mayLink ? (
        <Card title={words.haveAccount}>
          <p className="mb-4">{words.haveAccountText}</p>
          <ButtonLink href={`${at}/koppelen`}>{words.haveAccount}</ButtonLink>
        </Card>
      ) : null}
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={`${at}/inloggen`} look={mayLink || TO_DOOR.includes(how) ? "secondary" : "primary"}>
          {TO_DOOR.includes(how) ? words.toDoor : words.again}
        </ButtonLink>
        <a href={`${at}/hulp`} className="inline-flex min-h-11 items-center font-semibold">
          {words.helpLink}
        </a>
      </div>
    </ClientPage>
  );
}
