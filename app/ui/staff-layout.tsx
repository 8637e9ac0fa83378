import { type Page, type Place, type PlaceLink, Sided } from "./sided.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

type Role = "clinician" | "staff";
type Given = Page & { current?: Place; environment: { id: string; name: string }; as: Role };

/**
 * A page for people who work for an environment: clinicians find their clients there, practice staff the sign-ups and the changes.
 * Whoever is both sees both. Sign-ups are only where there is a door of password and mailed code.
 */
export function StaffPage({ current, environment, as, ...page }: Given) {
  const { language, person } = useShell();
  const words = texts[language];
  const at = `/behandelaar/${environment.id}`;
  const own = person?.staffOf.filter(({ environmentId }) => environmentId === environment.id) ?? [];
  const is = (one: Role) => one === as || own.some(({ role }) => role === one);
  const places: PlaceLink[] = [];
  if (is("clinician")) places.push(["clients", at, words.clients, "user-heart"]);
  if (is("staff") && own.some(({ signUps }) => signUps))
    places.push(["sign_ups", `${at}/aanmeldingen`, words.signUps, "list-check"]);
  if (is("staff")) places.push(["accounts", `${at}/accounts`, words.clientAccounts, "users"]);
  if (is("staff") && own.some(({ changes }) => changes))
    places.push(["changes", `${at}/wijzigingen`, words.changes, "calendar"]);
  if (is("clinician")) places.push(["requests", `${at}/verzoeken`, words.requests, "edit"]);
  places.push(["account", "/account", words.account, "shield-check"]);
  return <Sided page={page} places={places} current={current} organisation={environment.name} />;
}
