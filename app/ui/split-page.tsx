import type { ReactNode } from "react";
import { SkipLink, Wordmark } from "./frame.tsx";
import { LanguageSwitch } from "./switches.tsx";
import { Icon } from "./icon.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/** One task and nothing else: signing in, a code, a new password. Name of the portal on one side, the task on the other. */
export function SplitPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { language, path, demo, operator } = useShell();
  const words = texts[language];
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[5fr_7fr]">
      <SkipLink />
      <header className="flex items-center justify-between gap-6 bg-brand px-6 py-3 text-on-brand sm:px-10 lg:min-h-screen lg:flex-col lg:items-start lg:py-10">
        <Wordmark onBrand />
        <div className="hidden max-w-sm lg:block">
          <p className="text-[1.75rem] leading-tight font-semibold">{words.split.title}</p>
          <ul className="mt-6 space-y-3">
            {words.split.points.map((point) => (
              <li key={point} className="flex items-start gap-2.5">
                <Icon name="check" className="mt-0.5" />
                {point}
              </li>
            ))}
          </ul>
        </div>
        <LanguageSwitch onBrand />
      </header>
      <div className="flex flex-col justify-center px-6 py-10 sm:px-10">
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-md">
          <h1>{title}</h1>
          {lead ? <p className="mt-2 text-soft">{lead}</p> : null}
          <div className="mt-7">{children}</div>
          <div className="mt-10 border-t border-line pt-5 text-[0.9375rem]">
            <p className="flex items-center gap-2 font-semibold">
              <Icon name="help-circle" className="text-soft" />
              {words.help}
            </p>
            <p className="mt-1 text-soft">
              {words.call} {operator.desk.hours[language]}: <a href={operator.desk.phoneLink}>{operator.desk.phone}</a>,{" "}
              <a href={`mailto:${operator.desk.email}`}>{operator.desk.email}</a>
            </p>
            <p className="mt-2">
              <a href={`/suggestie?van=${encodeURIComponent(path)}`}>{words.suggestion}</a>
            </p>
            {demo ? <p className="mt-2 font-semibold text-soft">{words.demo}</p> : null}
          </div>
        </main>
      </div>
    </div>
  );
}
