import { Icon } from "./icon.tsx";
import { usePlaces, type ClientPlace } from "./client-places.ts";

/** The menu beside the page, on wide screens. */
export function ClientMenu({ current }: { current?: ClientPlace }) {
  const { words, main, more } = usePlaces();
  return (
    <nav aria-label={words.navigation} className="no-print hidden lg:block">
      {[main, more].map((group, at) => (
        <ul key={at} className={`space-y-1 ${at > 0 ? "mt-4 border-t border-line pt-4" : ""}`}>
          {group.map((place) => (
            <li key={place.name}>
              <a
                href={place.href}
                aria-current={place.name === current ? "page" : undefined}
                className={`edge flex min-h-12 items-center gap-3 rounded-lg px-3 py-1.5 leading-tight no-underline hover:bg-sunk ${place.name === current ? "bg-current-item font-semibold text-brand-text" : "text-text"}`}
              >
                <Icon name={place.icon} />
                {place.label}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

const TAB =
  "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-0.5 text-[0.6875rem] leading-tight no-underline";

/** The tab bar at the foot of a phone: four places, and the rest behind one. */
export function ClientTabs({ current }: { current?: ClientPlace }) {
  const { words, main, more } = usePlaces();
  const tone = (on: boolean) => (on ? "font-semibold text-brand-text" : "text-text");
  return (
    <nav
      aria-label={words.navigation}
      className="no-print fixed inset-x-0 bottom-0 z-10 border-t border-line bg-raised lg:hidden"
    >
      <ul className="mx-auto grid max-w-xl grid-cols-5">
        {main.map((place) => (
          <li key={place.name} className="min-w-0">
            <a
              href={place.href}
              aria-current={place.name === current ? "page" : undefined}
              className={`${TAB} ${tone(place.name === current)}`}
            >
              <Icon name={place.icon} />
              {place.label}
            </a>
          </li>
        ))}
        <li className="min-w-0">
          <details>
            <summary className={`${TAB} list-none ${tone(more.some((place) => place.name === current))}`}>
              <Icon name="menu-2" />
              {words.menu}
            </summary>
            <ul className="absolute right-2 bottom-full mb-2 w-72 max-w-[calc(100vw-1rem)] rounded-xl border border-line bg-raised p-2 shadow-lg">
              {more.map((place) => (
                <li key={place.name}>
                  <a
                    href={place.href}
                    aria-current={place.name === current ? "page" : undefined}
                    className="flex min-h-12 items-center gap-3 rounded-lg px-3 text-text no-underline hover:bg-sunk"
                  >
                    <Icon name={place.icon} />
                    {place.label}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      </ul>
    </nav>
  );
}
