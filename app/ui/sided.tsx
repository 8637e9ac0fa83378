import type { ReactNode } from "react";
import { Footer, Main, PrintedFrom, SkipLink, Wordmark } from "./frame.tsx";
import { LanguageSwitch, SignOut } from "./switches.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon-names.ts";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

export type Page = { title: string; lead?: string; action?: ReactNode; children: ReactNode };
export type Place =
  | "reports"
  | "practice"
  | "admin"
  | "account"
  | "queue"
  | "suggestions"
  | "products"
  | "deliveries"
  | "clients"
  | "sign_ups"
  | "accounts"
  | "changes"
  | "requests";
/** A place to go: its name in code, address, word and icon. */
export type PlaceLink = [Place, string, string, IconName];

type Given = {
  page: Page;
  places: PlaceLink[];
  current?: Place;
  /** For whom somebody works here, where that is not the practice of the account. */
  organisation?: string;
};

/** A page with its places at the side, on phones behind one button. */
export function Sided({ page, places, current, organisation }: Given) {
  const { language, person } = useShell();
  const words = texts[language];
  const works = organisation ?? person?.practice;
  const links = (
    <ul className="space-y-1">
      {places.map(([place, href, label, icon]) => (
        <li key={place}>
          <a
            href={href}
            aria-current={place === current ? "page" : undefined}
            className={`edge flex min-h-11 items-center gap-3 rounded-lg px-3 font-medium no-underline hover:bg-sunk ${place === current ? "bg-current-item font-semibold text-brand-text" : "text-text"}`}
          >
            <Icon name={icon} />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="lg:grid lg:min-h-screen lg:grid-cols-[16rem_1fr]">
      <SkipLink />
      <section aria-label={words.menu} className="no-print border-b border-line bg-raised lg:border-r lg:border-b-0">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3 lg:px-6 lg:py-6">
          <Wordmark />
          <details className="relative lg:hidden">
            <summary className="flex min-h-11 list-none items-center gap-2 rounded-lg border border-line-strong px-3 font-semibold">
              <Icon name="menu-2" />
              {words.menu}
            </summary>
            <nav
              aria-label={words.menu}
              className="absolute right-0 z-10 mt-2 w-64 rounded-xl border border-line bg-raised p-3 shadow-lg"
            >
              {links}
              <div className="mt-2 border-t border-line pt-2 pl-1">
                <SignOut />
              </div>
            </nav>
          </details>
        </div>
        <nav aria-label={words.navigation} className="sticky top-0 hidden px-4 lg:block">
          {links}
        </nav>
      </section>
      <div className="flex min-w-0 flex-col">
        <header className="no-print flex flex-wrap items-center justify-between gap-x-6 border-b border-line bg-raised px-5 py-0.5 sm:px-8 lg:py-2.5">
          <p className="flex min-w-0 items-center gap-2 font-medium">
            {works ? <Icon name="building-hospital" className="text-soft" /> : null}
            {works ?? (person?.desk ? words.desk : person?.deliveries ? words.data : "")}
          </p>
          <div className="flex items-center gap-4">
            <LanguageSwitch />
            <span className="hidden items-center gap-2 sm:flex">
              <Icon name="user" className="text-soft" />
              <span className="sr-only">{words.youAre}</span>
              {person?.name}
            </span>
            <span className="hidden lg:block">
              <SignOut />
            </span>
          </div>
        </header>
        <div className="w-full max-w-6xl grow px-5 py-8 sm:px-8">
          <PrintedFrom />
          <Main {...page} />
        </div>
        <Footer />
      </div>
    </div>
  );
}
