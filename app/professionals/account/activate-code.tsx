import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { CodeField } from "#app/ui/fields.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { SplitPage } from "#app/ui/split-page.tsx";
import { accountById, masked, mobileOf } from "#app/platform/doors/account.server.ts";
import { confirmActivation, resendActivationCode } from "#app/platform/doors/activate.server.ts";
import { findAttempt } from "#app/platform/doors/attempts.server.ts";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { texts } from "./texts.ts";
import { factorCode } from "#app/shared/fields/code.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const attempt = await findAttempt("activation", readCookie(request, "attempt"));
  const account = attempt && (await accountById(attempt.subjectId));
  if (account?.state !== "invited") throw redirect("/activeren");
  const mobile = mobileOf(account);
  const query = new URL(request.url).searchParams;
  return {
    to: masked(mobile ?? account.email),
    hasMobile: mobile !== null,
    sent: query.has("verstuurd"),
    limited: query.has("wachten"),
  };
}

const acts = { confirm: z.object({ code: factorCode, handover: factorCode }), resend: nothing };

export async function action({ request }: ActionFunctionArgs) {
  const actor = stranger(request);
  const token = readCookie(request, "attempt");
  const asked = readAct(await readForm(request), acts, { absent: "confirm" });
  if (asked.act === "resend") {
    try {
      await resendActivationCode(token);
    } catch (error) {
      if (error instanceof Limited) return redirect("/activeren/code?wachten", 303);
      throw error;
    }
    return redirect("/activeren/code?verstuurd", 303);
  }
  const entered = asked.ok ? asked.value : { code: "", handover: "" };
  const facts = { requestId: actor.requestId ?? "", address: actor.address ?? "", client: actor.client ?? "" };
  const answer = await confirmActivation(token, entered, facts).catch(gone);
  if ("verdict" in answer) return data(answer, 422);
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie("session", answer.session));
  headers.append("Set-Cookie", clearCookie("attempt"));
  headers.append("Set-Cookie", clearCookie("activation"));
  return redirect("/voorwaarden/accepteren", { status: 303, headers });
}

/** Whoever sends the form again because its answer was lost is led to where the account is told to be active. */
function gone(error: unknown): never {
  throw error instanceof Conflict ? redirect("/activeren", 303) : error;
}

export const meta = titled("Account activeren", "Activate account");

export default function ActivateCode() {
  const { to, hasMobile, sent, limited } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.activate;
  const form = formOf(back && { errors: { [back.field]: back.verdict }, typed: {} }, all.code.errors);
  return (
    <SplitPage title={words.codeTitle} lead={hasMobile ? all.code.leads.sms(to) : all.code.leads.mail(to)}>
      {sent ? <Notice kind="info">{all.code.sent}</Notice> : null}
      {limited ? <Notice kind="warning">{all.code.errors.limited}</Notice> : null}
      <form method="post">
        <ErrorSummary errors={form.summary} />
        <CodeField
          name="code"
          label={hasMobile ? all.code.label.sms : all.code.label.mail}
          hint={all.code.minutes}
          error={form.error("code")}
        />
        {hasMobile ? null : (
          <CodeField
            name="handover"
            label={words.handover}
            hint={words.handoverHint}
            error={form.error("handover")}
            length={8}
          />
        )}
        <Button wide name="act" value="confirm">
          {words.codeSubmit}
        </Button>
      </form>
      <form method="post" className="mt-6">
        <Button look="quiet" name="act" value="resend">
          {all.code.resend}
        </Button>
      </form>
    </SplitPage>
  );
}
