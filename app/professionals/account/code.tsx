import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { safePath } from "#app/shared/back.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField, TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { masked, mobileOf } from "#app/platform/doors/account.server.ts";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { channelOf } from "#app/platform/doors/codes.server.ts";
import { giveCode, halfSession } from "#app/platform/doors/sign-in/code.server.ts";
import { resendCode } from "#app/platform/doors/sign-in/resend.server.ts";
import { waysOf, type Way } from "#app/platform/doors/sign-in/ways.server.ts";
import { texts } from "./texts.ts";
import { OtherWays } from "./other-ways.tsx";
import { factorCode } from "#app/shared/fields/code.ts";

const YEAR = 31_536_000;
const acts = {
  confirm: z.object({
    way: z.enum(["sms", "mail", "app", "recovery", "handover"]),
    code: factorCode.pipe(z.string().min(1, "required").max(60, "wrong")),
  }),
  sms: nothing,
  mail: nothing,
};

const isSent = (way: Way) => way === "sms" || way === "mail";

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
  const channel = await channelOf(attempt.id);
  const chosen: Way = ways.find((one) => one === query.get("manier")) ?? ways[0] ?? "recovery";
  // A code that is on its way is asked for by the name of the channel that it went by.
  const onItsWay = channel === "sms" || channel === "mail" ? channel : null;
  const way: Way = (isSent(chosen) && onItsWay) || chosen;
  const mobile = mobileOf(account);
  const to = way === "sms" && mobile ? masked(mobile) : masked(account.email);
  const unsent = isSent(way) && onItsWay === null;
  return { way, ways, to, unsent, sent: query.has("verstuurd"), limited: query.has("wachten") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  await half(request);
  const token = readCookie(request, "attempt");
  const query = new URL(request.url).searchParams;
  const back = safePath(query.get("terug"), "");
  const suffix = back ? `&terug=${encodeURIComponent(back)}` : "";
  if (asked.act !== "confirm") {
    const byMail = asked.act === "mail";
    try {
      await resendCode(token, byMail);
    } catch (error) {
      if (error instanceof Limited) return redirect(`/inloggen/code?wachten${suffix}`, 303);
      throw error;
    }
    return redirect(`/inloggen/code?verstuurd&manier=${byMail ? "mail" : "sms"}${suffix}`, 303);
  }
  if (!asked.ok) return data({ error: asked.errors.code ?? "wrong" }, 422);
  const facts = { requestId: actor.requestId ?? "", address: actor.address ?? "", client: actor.client ?? "" };
  const answer = await giveCode(token, { ...asked.value, device: readCookie(request, "device") }, facts);
  if ("refused" in answer) return data({ error: answer.refused }, 422);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie("session", answer.session));
  headers.append("Set-Cookie", setCookie("device", answer.device, YEAR));
  headers.append("Set-Cookie", clearCookie("attempt"));
  return redirect(back || "/inloggen", { status: 303, headers });
}

export const meta = titled("Code", "Code");

export default function Code() {
  const given = useLoaderData<typeof loader>();
  const { way, to, unsent, sent, limited } = given;
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).code;
  const error = back ? (words.errors[back.error] ?? words.errors.wrong) : undefined;
  const sending = way === "sms" || way === "mail";
  return (
    <SplitPage title={words.title} lead={sending && unsent ? words.unsent[way](to) : words.leads[way](to)}>
      {sent ? <Notice kind="info">{words.sent}</Notice> : null}
      {limited ? <Notice kind="warning">{words.errors.limited}</Notice> : null}
      {unsent ? null : (
        <form method="post">
          <ErrorSummary errors={error ? [{ field: "code", message: error }] : []} />
          <input type="hidden" name="way" value={way} />
          {way === "recovery" ? (
            <TextField name="code" label={words.label.recovery} error={error} autoComplete="off" maxLength={60} />
          ) : (
            <CodeField
              name="code"
              label={words.label[way]}
              hint={sending ? words.minutes : undefined}
              error={error}
              length={8}
            />
          )}
          <Button wide>{words.submit}</Button>
        </form>
      )}
      <OtherWays {...given} words={words} />
    </SplitPage>
  );
}
