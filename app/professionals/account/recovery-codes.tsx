import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireAccount, requireFresh } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { renewRecoveryCodes } from "#app/platform/doors/own-account.server.ts";
import { texts } from "./texts.ts";

const HERE = "/account/herstelcodes";

export async function loader({ request }: LoaderFunctionArgs) {
  requireFresh(await requireAccount(request), HERE);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAccount(request);
  requireFresh(actor, HERE);
  return { codes: await renewRecoveryCodes(actor) };
}

export const meta = titled("Herstelcodes", "Recovery codes");

export default function RecoveryCodes() {
  const made = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).account;
  return (
    <ProfessionalPage
      title={made ? words.recoveryTitle : words.recovery}
      lead={made ? words.recoveryShow : words.recoveryLead}
      current="account"
    >
      {made ? (
        <>
          <ol className="mb-6 grid max-w-xl list-decimal gap-x-10 gap-y-2 pl-9 text-lg sm:grid-cols-2">
            {made.codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
          <ButtonLink href="/account" look="secondary">
            {words.title}
          </ButtonLink>
        </>
      ) : (
        <form method="post">
          <Button>{words.recoveryMake}</Button>
        </form>
      )}
    </ProfessionalPage>
  );
}
