import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export const meta = titled("Rapportages over uw praktijk", "Reports about your practice");

export default function Front() {
  const { language } = useShell();
  const words = pick(texts, language).front;
  return (
    <PublicPage title={words.title} lead={words.lead} narrow={false}>
      <div className="grid gap-5 md:grid-cols-2">
        <section className="flex flex-col items-start gap-4 rounded-2xl bg-brand p-7 text-on-brand sm:p-9">
          <Icon name="lock" size={28} />
          <h2 className="my-0! text-2xl">{words.signInTitle}</h2>
          <p className="grow">{words.signInText}</p>
          <a
            href="/inloggen"
            className="edge inline-flex min-h-12 items-center rounded-lg bg-on-brand px-6 font-semibold text-brand no-underline"
          >
            {words.signIn}
          </a>
        </section>
        <section className="flex flex-col items-start gap-4 rounded-2xl border border-line bg-raised p-7 sm:p-9">
          <Icon name="building-hospital" size={28} className="text-brand-text" />
          <h2 className="my-0! text-2xl">{words.registerTitle}</h2>
          <p className="grow text-soft">{words.registerText}</p>
          <ButtonLink href="/registreren">{words.register}</ButtonLink>
        </section>
      </div>
      <p className="mt-6">
        <a href="/mijn" className="inline-flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="user-heart" />
          {words.client}
        </a>
      </p>
      <h2 className="mt-14!">{words.howTitle}</h2>
      <ol className="grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
        {words.steps.map(([title, text], i) => (
          <li key={title} className="grid grid-cols-[2.25rem_1fr] sm:block">
            <span className="text-3xl leading-none font-bold text-brand-text" aria-hidden="true">
              {i + 1}
            </span>
            <div>
              <h3 className="sm:mt-2">{title}</h3>
              <p className="text-[0.9375rem] text-soft">{text}</p>
            </div>
          </li>
        ))}
      </ol>
      <section className="mt-14 max-w-3xl border-l-4 border-action pl-5">
        <h2 className="mt-0!">{words.safeTitle}</h2>
        <p className="text-soft">{words.safe}</p>
      </section>
    </PublicPage>
  );
}
