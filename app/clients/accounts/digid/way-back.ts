import { safePath } from "#app/shared/back.ts";

/** Where to go after signing in: a page of the same environment, or its front page (ASVS 3.7.2). */
export function wayBack(environmentId: string, wanted: FormDataEntryValue | null): string {
  const home = `/mijn/${environmentId}`;
  const path = safePath(wanted, home);
  return path === home || path.startsWith(`${home}/`) ? path : home;
}
