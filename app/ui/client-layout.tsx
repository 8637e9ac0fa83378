import { ClientFooter, ClientHeader } from "./client-frame.tsx";
import { ClientMenu, ClientTabs } from "./client-menu.tsx";
import type { ClientPlace } from "./client-places.ts";
import { IdleWarning } from "./idle-warning.tsx";
import { Main, SkipLink } from "./frame.tsx";
import { useShell } from "./shell.tsx";
import type { Page } from "./sided.tsx";

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
          <Main {...page} narrow />
        </div>
      </div>
      <ClientFooter />
      {inside ? <ClientTabs current={current} /> : null}
      <IdleWarning />
    </div>
  );
}
