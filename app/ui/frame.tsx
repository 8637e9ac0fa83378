import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useOwnPlace } from "./own-place.ts";
import { useShell } from "./shell.tsx";
import { ThemeSwitch } from "./switches.tsx";
import { texts } from "./texts.ts";

/** Name and mark of the portal. */
export function Wordmark({ onBrand = false }: { onBrand?: boolean }) {
  const own = useOwnPlace();
  const { operator } = useShell();
  return (
    <a
      href={own?.href ?? "/"}
      className={`inline-flex items-center gap-3 text-xl font-bold no-underline ${onBrand ? "text-on-brand" : "text-text"}`}
    >
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true" focusable="false">
        <rect width="34" height="34" rx="9" className={onBrand ? "fill-on-brand" : "fill-action"} />
        <path
          d="M9 25V14a8 8 0 0 1 16 0v11M14 25v-9m6 9v-9"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          className={onBrand ? "stroke-brand" : "stroke-on-action"}
        />
      </svg>
      {operator.product}
    </a>
  );
}

/** First thing on the page for whoever comes by keyboard. */
export function SkipLink() {
  const { language } = useShell();
  return (
    <a
      href="#main"
      className="absolute -top-24 left-4 z-10 rounded-b-lg bg-action px-4 py-3 font-semibold text-on-action focus:top-0"
    >
      {texts[language].skip}
    </a>
  );
}

/** Background, terms, help and a way to say what could be better, on every page (I-01, I-15). */
export function Footer() {
  const { language, path, demo, operator } = useShell();
  const words = texts[language];
  return (
    <footer className="no-print mt-16 border-t border-line text-[0.9375rem]">
      <div className="mx-auto grid max-w-6xl grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] gap-8 px-5 pt-8 sm:px-8">
        <div>
          <p className="font-semibold">{words.help}</p>
          <p className="mt-1 text-soft">
            {words.call} {operator.desk.hours[language]}.
          </p>
          <p className="mt-2">
            <a href={operator.desk.phoneLink}>{operator.desk.phone}</a>
            <br />
            <a href={`mailto:${operator.desk.email}`}>{operator.desk.email}</a>
          </p>
        </div>
        <ul className="space-y-2">
          <li>
            <a href="/over">{words.about}</a>
          </li>
          <li>
            <a href="/voorwaarden">{words.terms}</a>
          </li>
          <li>
            <a href="/privacy">{words.privacy}</a>
          </li>
        </ul>
        <div className="space-y-3">
          <a
            href={`/suggestie?van=${encodeURIComponent(path)}`}
            className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line-strong px-4 font-semibold no-underline"
          >
            <Icon name="message-circle" />
            {words.suggestion}
          </a>
          <ThemeSwitch />
        </div>
      </div>
      <p className="mx-auto max-w-6xl px-5 py-8 text-soft sm:px-8">
        {operator.name} · {operator.address}
        {demo ? <span className="mt-1 block font-semibold">{words.demo}</span> : null}
      </p>
    </footer>
  );
}

/** On paper, where the frame falls away: from which portal and practice this is. */
export function PrintedFrom() {
  const { person, operator } = useShell();
  return (
    <p className="mb-6 hidden text-sm text-soft print:block">
      {[operator.product, person?.practice].filter(Boolean).join(" · ")}
    </p>
  );
}

/** The part of the page that differs, with its one heading. */
export function Main({
  title,
  lead,
  action,
  children,
  narrow,
}: {
  title: string;
  lead?: string;
  action?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  return (
    <main id="main" tabIndex={-1} className={`min-w-0 ${narrow ? "max-w-3xl" : ""}`}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1>{title}</h1>
          {lead ? <p className="mt-2 max-w-2xl text-soft">{lead}</p> : null}
        </div>
        {action}
      </div>
      {children}
    </main>
  );
}
