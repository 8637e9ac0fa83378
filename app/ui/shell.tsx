import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { Language, Theme } from "#app/shared/i18n.ts";
import type { Workplace } from "#app/shared/staff-home.ts";

/** What every page knows: language, theme, where it is, and who is signed in. Made by the root loader. */
export type Shell = {
  language: Language;
  theme: Theme;
  path: string;
  demo: boolean;
  operator: OperatorShell;
  person: {
    name: string;
    practice: string | null;
    reports: boolean;
    practitioner: boolean;
    desk: boolean;
    deliveries: boolean;
    /** Environments where this person is clinician or practice staff, and what comes in there: sign-ups by mail, changes asked for. */
    staffOf: (Workplace & { changes: boolean })[];
  } | null;
  /** The client side this page belongs to; null elsewhere. */
  environment: EnvironmentShell | null;
};

/** The organisation that runs the portal, as pages show it. */
export type OperatorShell = {
  product: string;
  name: string;
  network: string;
  address: string;
  desk: { phone: string; phoneLink: string; email: string; hours: { nl: string; en: string } };
};

/** What pages of an environment show around their content. */
export type EnvironmentShell = {
  id: string;
  name: string;
  shortName: string;
  kind: "institution" | "practice" | "network";
  brand: string;
  desk: { phone: string | null; phoneLink: string | null; email: string; hours: { nl: string; en: string } };
  /** Who is signed in here as a client, and how many seconds the session lasts without a sign of life; `ready`: accepted the terms; `about`: whom forms are about. Null for strangers. */
  client: { name: string; secondsLeft: number; ready: boolean; about: string } | null;
  /** Whom the page is about when that is somebody else, and the address with which pages about that person start. */
  helps: { at: string; name: string } | null;
};

/** The operator where the root loader did not run, as with a fault in it; empty in the browser, where its answer is known. */
export const OperatorHere = createContext<OperatorShell>({
  product: "",
  name: "",
  network: "",
  address: "",
  desk: { phone: "", phoneLink: "", email: "", hours: { nl: "", en: "" } },
});

const STRANGE = { language: "nl", theme: "device", path: "/", demo: false, person: null, environment: null } as const;

/** The shell of this page; for a fault before the root loader ran, that of a stranger. */
export function useShell(): Shell {
  const operator = useContext(OperatorHere);
  return useRouteLoaderData<Shell>("root") ?? { ...STRANGE, operator };
}
