import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger } from "#app/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { masked, mobileOf } from "../account.server.ts";
import { clearCookie, readCookie, setCookie } from "../cookies.server.ts";
import { giveCode, halfSession, waysOf, type Way } from "../sign-in/code.server.ts";
import { lastChannel, resendCode } from "../sign-in/resend.server.ts";
import { texts } from "../texts.ts";

const YEAR = 31_536_000;
const form = z.object({
  way: z.enum(["sms", "mail", "app", "recovery", "handover"]),
  code: z.string().trim().min(1, "required").max(60, "wrong"),
});

/** The half session of this browser. @throws redirect to the first step when there is none any more */
async function half(request: Request) {
  try {
    return await halfSession(readCookie(request, "attempt"));
  } catch (error) {
    if (error instanceof Conflict) throw redirect("/inloggen", 303);
    throw error;
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const { attempt, account } = await half(request);
  const ways = await waysOf(account);
  const query = new URL(request.url).searchParams;
  const channel = await lastChannel(attempt.id);
  const asked = ways.find((one) => one === query.get("manier"));
  const way: Way = asked ?? (ways[0] === "sms" && channel === "mail" ? "mail" : (ways[0] ?? "recovery"));
  const mobile = mobileOf(account);
  const to = way === "sms" && mobile ? masked(mobile) : masked(account.email);
  return { way, ways, to, sent: query.has("verstuurd"), limited: query.has("wachten"), hasMobile: mobile !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  await half(request);
  const token = readCookie(request, "attempt");
  const posted = await readForm(request);
  const query = new URL(request.url).searchParams;
  const back = safePath(query.get("terug"), "");
  const suffix = back ? `&terug=${encodeURIComponent(back)}` : "";
  if (posted.get("act") === "resend" || posted.get("act") === "mail") {
    const byMail = posted.get("act") === "mail";
    try {
      await resendCode(token, byMail);
    } catch (error) {
      if (error instanceof Limited) return redirect(`/inloggen/code?wachten${suffix}`, 303);
      throw error;
    }
    return redirect(`/inloggen/code?verstuurd${byMail ? "&manier=mail" : ""}${suffix}`, 303);
  }
  const parsed = parseForm(form, posted);
  if (!parsed.ok) return data({ error: parsed.errors.code ?? "wrong" }, 422);
  const facts = { requestId: actor.requestId ?? "", address: actor.address ?? "", client: actor.client ?? "" };
  const answer = await giveCode(token, { ...parsed.value, device: readCookie(request, "device") }, facts);
  if ("refused" in answer) return data({ error: answer.refused }, 422);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie("session", answer.session));
  headers.append("Set-Cookie", setCookie("device", answer.device, YEAR));
  headers.append("Set-Cookie", clearCookie("attempt"));
  return redirect(back || "/inloggen", { status: 303, headers });
}

export const meta = titled("Code", "Code");

export default function Code() {
  const { way, ways, to, sent, limited, hasMobile } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).code;
  const error = back ? (words.errors[back.error] ?? words.errors.wrong) : undefined;
  const isSent = way === "sms" || way === "mail";
  return (
    <SplitPage title={words.title} lead={words.leads[way](to)}>
      {sent ? <Notice kind="info">{words.sent}</Notice> : null}
      {limited ? <Notice kind="warning">{words.errors.limited}</Notice> : null}
      <form method="post">
        <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
        <input type="hidden" name="way" value={way} />
        {way === "recovery" ? (
          <TextField name="code" label={words.label.recovery} error={error} autoComplete="off" maxLength={60} />
        ) : (
          <CodeField
            name="code"
            label={words.label[way]}
            hint={isSent ? words.minutes : undefined}
            error={error}
            length={8}
          />
        )}
        <Button wide>{words.submit}</Button>
      </form>
      <div className="mt-6 space-y-2">
        {isSent ? (
          <form method="post">
            <Button look="quiet" name="act" value={way === "mail" && hasMobile ? "mail" : "resend"}>
              {words.resend}
            </Button>
          </form>
        ) : null}
        {way === "sms" && ways.includes("mail") ? (
          <form method="post">
            <Button look="quiet" name="act" value="mail">
              {words.byMail}
            </Button>
            <p className="px-2 text-[0.9375rem] text-soft">{words.byMailNote}</p>
          </form>
        ) : null}
        <ul className="space-y-1">
          {ways
            .filter((one) => one !== way && one !== "mail")
            .map((one) => (
              <li key={one}>
                <a className="inline-flex min-h-11 items-center px-2" href={`/inloggen/code?manier=${one}`}>
                  {words.other[one]}
                </a>
              </li>
            ))}
        </ul>
      </div>
    </SplitPage>
  );
}
