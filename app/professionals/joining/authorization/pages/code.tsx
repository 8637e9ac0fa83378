import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAct } from "#app/professionals/joining/authorization/signing/require-act.server.ts";
import { confirmSigning, saidIn } from "#app/professionals/joining/authorization/signing/confirm.server.ts";
import { resendSigningCode } from "#app/professionals/joining/authorization/signing/start.server.ts";
import { clearCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { CodeField, ErrorSummary } from "#app/ui/fields.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { newsOf } from "./news.ts";
import { texts } from "./texts.ts";
import { factorCode } from "#app/shared/fields/code.ts";

const shown = z.object({
  version: z.coerce.number().int(),
  documentHash: z.string().length(64),
  code: factorCode.pipe(z.string().max(20)),
});

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const { opened, attempt } = await requireAct(request);
  const { version, documentHash, way } = saidIn(attempt);
  const sent = new URL(request.url).searchParams.has("verstuurd");
  const { practiceName } = opened.authorization;
  return { version, documentHash, channel: way.channel, masked: way.masked, practice: practiceName, sent };
}

export async function action({ request }: ActionFunctionArgs) {
  stranger(request);
  const { opened, attempt } = await requireAct(request);
  const asked = readAct(await readForm(request), { confirm: shown, resend: nothing }, { name: "intent" });
  if (!asked.ok) return data({ error: "wrong" as const }, 422);
  if (asked.act === "resend") {
    await resendSigningCode(opened, attempt, saidIn(attempt));
    return redirect("/machtiging/code?verstuurd", 303);
  }
  try {
    const result = await confirmSigning(opened, attempt, asked.value);
    if (result.outcome === "signed") {
      return redirect("/machtiging/ondertekend", { status: 303, headers: signedCookies(result.promiseOn) });
    }
    if (result.outcome === "used_up") return redirect("/machtiging/ondertekenen?opnieuw", 303);
    return data({ error: result.outcome }, 422);
  } catch (error) {
    if (error instanceof Conflict) return redirect(`/machtiging?nieuws=${newsOf(error)}`, 303);
    throw error;
  }
}

function signedCookies(promiseOn: string | null): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", clearCookie("attempt"));
  headers.append("Set-Cookie", clearCookie("signing"));
  headers.append("Set-Cookie", setCookie("notice", `signed_${promiseOn ?? ""}`, 3600));
  return headers;
}

export const meta = titled("Code om te ondertekenen", "Code to sign with");

export default function Code() {
  const page = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).code;
  const error = back ? words.errors[back.error] : undefined;
  const hidden = (
    <>
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="documentHash" value={page.documentHash} />
    </>
  );
  return (
    <PublicPage title={words.title} lead={words.lead[page.channel](page.masked)}>
      {page.sent ? <Notice kind="info" title={words.sent} /> : null}
      <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
      <form method="post" action="/machtiging/code">
        {hidden}
        <input type="hidden" name="intent" value="confirm" />
        <CodeField
          name="code"
          label={words.label}
          hint={words.hint(page.practice)}
          error={error}
          length={page.channel === "handover" ? 9 : 6}
        />
        <div className="mt-2 flex flex-wrap gap-3">
          <Button>{words.confirm}</Button>
          <ButtonLink href="/machtiging" look="quiet">
            {words.stop}
          </ButtonLink>
        </div>
      </form>
      {page.channel === "handover" ? null : (
        <form method="post" action="/machtiging/code" className="mt-8">
          {hidden}
          <input type="hidden" name="intent" value="resend" />
          <input type="hidden" name="code" value="" />
          <p className="mb-2 max-w-2xl text-soft">{words.notReceived}</p>
          <Button look="secondary">{words.resend}</Button>
        </form>
      )}
    </PublicPage>
  );
}
