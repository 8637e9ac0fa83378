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
  } | null;
};

const STRANGE: Shell = { language: "nl", theme: "device", path: "/", demo: false, person: null };

/** The shell of this page; for a fault before the root loader ran, that of a stranger. */
export function useShell(): Shell {
  return useRouteLoaderData<Shell>("root") ?? STRANGE;
}
