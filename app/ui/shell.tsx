import { useRouteLoaderData } from "@remix-run/react";
import type { Language, Theme } from "#app/shared/i18n.ts";

/** What every page knows: language, theme, where it is, and who is signed in. Made by the root loader. */
export type Shell = {
  language: Language;
  theme: Theme;
  path: string;
  demo: boolean;
  person: {
    name: string;
    practice: string | null;
    reports: boolean;
    practitioner: boolean;
    desk: boolean;
    deliveries: boolean;
    /** Environments where this person is clinician or practice staff. */
    staffOf: { environmentId: string; role: "clinician" | "staff" }[];
  } | null;
  /** The client side this page belongs to; null elsewhere. */
  environment: EnvironmentShell | null;
};

/** What pages of an environment show around their content. */
export type EnvironmentShell = {
  id: string;
  name: string;
  shortName: string;
  kind: "institution" | "practice" | "network";
  brand: string;
  desk: { phone: string | null; phoneLink: string | null; email: string; hours: { nl: string; en: string } };
  /** Who is signed in here as a client, and how many seconds the session lasts without a sign of life; `ready`: accepted the terms. Null for strangers. */
  client: { name: string; secondsLeft: number; ready: boolean } | null;
};

const STRANGE: Shell = { language: "nl", theme: "device", path: "/", demo: false, person: null, environment: null };

/** The shell of this page; for a fault before the root loader ran, that of a stranger. */
export function useShell(): Shell {
  return useRouteLoaderData<Shell>("root") ?? STRANGE;
}
