import { staffHome } from "#app/shared/staff-home.ts";
import { Footer, Main, PrintedFrom, SkipLink, Wordmark } from "./frame.tsx";
import { useOwnPlace } from "./own-place.ts";
import { LanguageSwitch } from "./switches.tsx";
import { type Page, type Place, type PlaceLink, Sided } from "./sided.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/** A page for everybody. */
export function PublicPage({ narrow = true, ...page }: Page & { narrow?: boolean }) {
  const { language } = useShell();
  const own = useOwnPlace();
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <header className="no-print border-b border-line bg-raised">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-2 gap-y-2 px-5 py-3 sm:px-8">
          <Wordmark />
          <div className="flex flex-wrap items-center gap-x-1 sm:gap-x-3">
            <LanguageSwitch />
            <a href={own?.href ?? "/inloggen"} className="inline-flex min-h-11 items-center font-semibold">
              {own?.label ?? texts[language].signIn}
            </a>
          </div>
        </div>
      </header>
      <div className="mx-auto w-full max-w-6xl grow px-5 py-8 sm:px-8 sm:py-10">
        <PrintedFrom />
        <Main {...page} narrow={narrow} />
      </div>
      <Footer />
    </div>
  );
}

/** A page of the professional side: navigation at the side, on phones behind one button. */
export function ProfessionalPage({ current, ...page }: Page & { current?: Place }) {
  const { language, person } = useShell();
  const words = texts[language];
  const places: PlaceLink[] = [];
  for (const work of person?.staffOf ?? []) {
    const href = staffHome(work);
    if (work.role === "clinician") places.push(["clients", href, words.clients, "user-heart"]);
    else if (work.signUps) places.push(["sign_ups", href, words.signUps, "list-check"]);
    else places.push(["accounts", href, words.clientAccounts, "users"]);
  }
  if (person?.reports) places.push(["reports", "/rapportages", words.reports, "chart-line"]);
  if (person?.practice || !person?.staffOf.length)
    places.push(["practice", "/praktijk", words.practice, "building-hospital"]);
  if (person?.practitioner) places.push(["admin", "/administratie", words.admin, "users"]);
  places.push(["account", "/account", words.account, "shield-check"]);
  return <Sided page={page} places={places} current={current} />;
}

/** A page of the servicedesk. */
export function DeskPage({ current = "queue", ...page }: Page & { current?: Place }) {
  const { language } = useShell();
  const words = texts[language];
  const places: PlaceLink[] = [
    ["queue", "/servicedesk", words.queue, "list-check"],
    ["suggestions", "/servicedesk/suggesties", words.suggestions, "message-circle"],
    ["account", "/account", words.account, "shield-check"],
  ];
  return <Sided page={page} places={places} current={current} />;
}

/** A page of the data manager. */
export function DataPage({ current, ...page }: Page & { current?: Place }) {
  const { language } = useShell();
  const words = texts[language];
  const places: PlaceLink[] = [
    ["deliveries", "/leveringen", words.deliveries, "list-check"],
    ["products", "/leveringen/producten", words.products, "file-text"],
    ["account", "/account", words.account, "shield-check"],
  ];
  return <Sided page={page} places={places} current={current} />;
}
