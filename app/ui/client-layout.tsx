import { ClientFooter, ClientHeader } from "./client-frame.tsx";
import { ClientMenu, ClientTabs } from "./client-menu.tsx";
import { clientTexts } from "./client-texts.ts";
import type { ClientPlace } from "./client-places.ts";
import { IdleWarning } from "./idle-warning.tsx";
import { Main, SkipLink } from "./frame.tsx";
import { useShell } from "./shell.tsx";
import type { Page } from "./sided.tsx";

/** Whom the page is about when that is somebody else; in print too. */
function Helps() {
  const { language, environment } = useShell();
  if (!environment?.helps) return null;
  return (
    <p className="mb-5 rounded-lg border-l-4 border-action bg-sunk px-4 py-2.5">
      {clientTexts[language].helps} <strong>{environment.helps.name}</strong>
    </p>
  );
}

/**
 * A page of the client side, for strangers at the door and for clients inside: one thing per screen, the menu at the
 * side or as a tab bar at the foot of a phone, and the way out and the way to help always there.
 */
export function ClientPage({ current, ...page }: Page & { current?: ClientPlace }) {
  const { environment } = useShell();
  const inside = environment?.client?.ready === true;
  return (
    <div className={`flex min-h-screen flex-col ${inside ? "pb-20 lg:pb-0" : ""}`}>
      <SkipLink />
      <ClientHeader />
      <div
        className={`mx-auto w-full max-w-5xl grow px-5 py-6 sm:px-8 sm:py-9 ${inside ? "lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-12" : ""}`}
      >
        {inside ? <ClientMenu current={current} /> : null}
        <div className="min-w-0">
          <Helps />
          <Main {...page} narrow />
        </div>
      </div>
      <ClientFooter />
      {inside ? <ClientTabs current={current} /> : null}
      <IdleWarning />
    </div>
  );
}
