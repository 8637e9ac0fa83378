import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedNotice } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const promiseOn = signedNotice(request);
  if (promiseOn === null) throw redirect("/machtiging", 303);
  return { promiseOn };
}

export const meta = titled("Ondertekend", "Signed");

export default function Signed() {
  const { promiseOn } = useLoaderData<typeof loader>();
  const { language, operator } = useShell();
  const words = pick(texts, language).signed;
  return (
    <PublicPage title={words.title}>
      <Notice kind="positive" title={words.thanks}>
        {promiseOn ? words.promise(formatDate(promiseOn, language)) : words.promiseUnknown}
      </Notice>
      <h2>{words.nextTitle}</h2>
      <ol className="my-4 max-w-2xl list-decimal space-y-2 pl-6">
        {words.next.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="text-soft">{words.desk(operator.desk.phone, operator.desk.email)}</p>
    </PublicPage>
  );
}
