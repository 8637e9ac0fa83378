import { Icon } from "./icon.tsx";
import { usePlaces } from "./client-places.ts";
import { useShell } from "./shell.tsx";
import { LanguageSwitch, ThemeSwitch } from "./switches.tsx";

/** Name of the environment, and who is signed in, with the way out. */
export function ClientHeader() {
  const { environment } = useShell();
  const { words, at } = usePlaces();
  return (
    <header className="no-print border-b border-line bg-raised">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2.5 sm:px-8">
        <a href={at} className="inline-flex min-h-11 items-center gap-3 text-lg font-bold text-text no-underline">
          <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <circle cx="16" cy="16" r="16" className="fill-action" />
            <path
              d="M9 18c2-3 5-3 7 0s5 3 7 0M9 13c2-3 5-3 7 0s5 3 7 0"
              fill="none"
              strokeWidth="2.4"
              strokeLinecap="round"
              className="stroke-on-action"
            />
          </svg>
          {environment?.shortName}
        </a>
        <div className="flex flex-wrap items-center gap-x-2">
          <span className={environment?.client ? "hidden sm:block" : ""}>
            <LanguageSwitch />
          </span>
          {environment?.client ? (
            <>
              <span className="hidden items-center gap-2 text-soft lg:flex">
                <span className="sr-only">{words.youAre}</span>
                {environment.client.name}
              </span>
              <ClientSignOut />
            </>
          ) : null}
        </div>
      </div>
    </header>
  );
}

/** Leaves, from every page of a client. */
function ClientSignOut() {
  const { words, at } = usePlaces();
  return (
    <form method="post" action={`${at}/uitloggen`}>
      <button className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-line-strong px-3 font-semibold text-brand-text hover:bg-sunk">
        <Icon name="logout" />
        {words.signOut}
      </button>
    </form>
  );
}

/** Help and emergency numbers on every page, and the small print. */
export function ClientFooter() {
  const { language, environment, demo } = useShell();
  const { words, at } = usePlaces();
  if (!environment) return null;
  const { desk } = environment;
  return (
    <footer className="no-print mt-10 border-t border-line">
      <div className="mx-auto grid max-w-5xl grid-cols-[repeat(auto-fit,minmax(min(16rem,100%),1fr))] gap-6 px-5 py-7 text-[0.9375rem] sm:px-8">
        <div>
          <p className="font-semibold">{words.helpTitle}</p>
          <p className="mt-1">
            {desk.phoneLink ? <a href={desk.phoneLink}>{desk.phone}</a> : null}
            {desk.phoneLink ? <span className="text-soft">, {desk.hours[language]}</span> : null}
            <br />
            <a href={`mailto:${desk.email}`}>{desk.email}</a>
          </p>
          <p className="mt-2 text-soft">{words.worry}</p>
        </div>
        <div className="space-y-2">
          <p className="flex flex-wrap gap-x-5 gap-y-2">
            <a href={`${at}/hulp`}>{words.helpWith}</a>
            <a href={`${at}/voorwaarden`}>{words.terms}</a>
            <a href={`/privacy?voor=${environment.id}`}>{words.privacy}</a>
          </p>
          <ThemeSwitch />
          {environment.client ? (
            <span className="-ml-2 block sm:hidden">
              <LanguageSwitch />
            </span>
          ) : null}
        </div>
        {demo ? <p className="font-semibold text-soft">{words.demo}</p> : null}
      </div>
    </footer>
  );
}
