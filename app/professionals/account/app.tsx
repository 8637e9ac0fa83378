import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { create } from "qrcode";
import { requireAccount, requireFresh } from "#app/platform/rights/guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField } from "#app/ui/fields.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { addApp, bindApp, removeApp } from "#app/platform/doors/own-account.server.ts";
import { appOffer } from "#app/platform/doors/sign-in/factors.server.ts";
import { texts } from "./texts.ts";
import { factorCode } from "#app/shared/fields/code.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAccount(request);
  const needed = new URL(request.url).searchParams.get("nodig") === "behandelaar";
  requireFresh(actor, needed ? "/account/app?nodig=behandelaar" : "/account/app");
  const offer = await appOffer(actor.accountId, actor.email);
  return { needed, offer: offer && { ...offer, ...squares(offer.uri) } };
}

/** The QR code as one path of little squares. */
function squares(uri: string): { path: string; size: number } {
  const { modules } = create(uri, { errorCorrectionLevel: "M" });
  const cells = [...modules.data].flatMap((dark, i) =>
    dark ? [`M${i % modules.size},${Math.floor(i / modules.size)}h1v1h-1z`] : [],
  );
  return { path: cells.join(""), size: modules.size };
}

const acts = { remove: nothing, offer: nothing, bind: z.object({ code: factorCode }) };

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAccount(request);
  requireFresh(actor, "/account/app");
  const asked = readAct(await readForm(request), acts);
  if (asked.act === "remove") {
    await removeApp(actor);
    return redirect("/account?gedaan=verwijderd", 303);
  }
  if (asked.act === "offer") {
    await addApp(actor);
    return redirect("/account/app", 303);
  }
  if (!(await bindApp(actor, asked.ok ? asked.value.code : ""))) return data({ error: "wrong" }, 422);
  return redirect("/account?gedaan=app", 303);
}

export const meta = titled("App toevoegen", "Add an app");

export default function App() {
  const { offer, needed } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.account;
  const error = back ? all.code.errors.wrong : undefined;
  if (!offer) {
    return (
      <ProfessionalPage title={words.appTitle} lead={words.appLead} current="account">
        {needed ? (
          <Notice kind="info" title={words.appNeeded}>
            {words.appNeededWhy}
          </Notice>
        ) : null}
        <form method="post" className="flex gap-3">
          <Button name="act" value="offer">
            {words.appAdd}
          </Button>
          <ButtonLink href="/account" look="quiet">
            {words.title}
          </ButtonLink>
        </form>
      </ProfessionalPage>
    );
  }
  return (
    <ProfessionalPage title={words.appTitle} lead={words.appSteps} current="account">
      <svg
        viewBox={`-4 -4 ${offer.size + 8} ${offer.size + 8}`}
        width="220"
        height="220"
        role="img"
        aria-label={`${words.appKey}: ${offer.secret}`}
        shapeRendering="crispEdges"
      >
        <rect x="-4" y="-4" width={offer.size + 8} height={offer.size + 8} fill="#fff" />
        <path d={offer.path} fill="#000" />
      </svg>
      <p className="my-4">
        {words.appKey}: <code className="font-semibold tracking-wider">{offer.secret.replace(/(.{4})/g, "$1 ")}</code>
      </p>
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
        <CodeField name="code" label={all.code.label.app} error={error} />
        <Button name="act" value="bind">
          {words.appConfirm}
        </Button>
      </form>
    </ProfessionalPage>
  );
}
