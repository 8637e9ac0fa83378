import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccount } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { askFresh, freshWay, giveFresh } from "#app/platform/doors/sign-in/fresh.server.ts";
import { texts } from "./texts.ts";
import { factorCode } from "#app/shared/fields/code.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAccount(request);
  const query = new URL(request.url).searchParams;
  const asked = await freshWay(actor, readCookie(request, "attempt"));
  return { ...asked, limited: query.has("wachten") };
}

const acts = { confirm: z.object({ code: factorCode }), send: nothing };

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAccount(request);
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  const { search, searchParams } = new URL(request.url);
  if (asked.act === "send") {
    try {
      const token = await askFresh(actor, readCookie(request, "attempt"));
      return redirect(`/inloggen/opnieuw${search}`, {
        status: 303,
        headers: { "Set-Cookie": setCookie("attempt", token) },
      });
    } catch (error) {
      // The page says by itself that no code that is sent counts here.
      if (error instanceof Conflict) return redirect(`/inloggen/opnieuw${search}`, 303);
      if (!(error instanceof Limited)) throw error;
      return redirect(
        `/inloggen/opnieuw?wachten&terug=${encodeURIComponent(safePath(searchParams.get("terug")))}`,
        303,
      );
    }
  }
  const answer = await giveFresh(actor, readCookie(request, "attempt"), asked.ok ? asked.value.code : "");
  if ("verdict" in answer) return data({ error: answer.verdict }, 422);
  const headers = new Headers({ "Set-Cookie": clearCookie("attempt") });
  headers.append("Set-Cookie", setCookie("session", answer.session));
  return redirect(safePath(searchParams.get("terug"), "/account"), { status: 303, headers });
}

export const meta = titled("Bevestigen", "Confirm");

export default function Fresh() {
  const { way, to, sent, limited } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.code;
  const error = back ? words.errors[back.error] : undefined;
  const ready = way === "app" || (way !== "off" && sent);
  return (
    <SplitPage title={all.fresh.title} lead={all.fresh.lead}>
      {way === "off" ? <Notice kind="warning">{all.fresh.off}</Notice> : null}
      {limited ? <Notice kind="warning">{words.errors.limited}</Notice> : null}
      {ready ? (
        <form method="post" className="mb-6">
          <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
          <p className="mb-4">{words.leads[way](to)}</p>
          <CodeField name="code" label={words.label[way]} error={error} />
          <Button wide>{all.fresh.submit}</Button>
        </form>
      ) : null}
      {way === "app" || way === "off" ? null : (
        <form method="post">
          <Button name="act" value="send" look={ready ? "quiet" : "primary"} wide={!ready}>
            {ready ? words.resend : words.send}
          </Button>
        </form>
      )}
    </SplitPage>
  );
}
