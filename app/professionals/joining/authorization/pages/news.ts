import type { Conflict } from "#app/shared/errors.ts";

const NEWS = ["gewijzigd", "aangepast", "gesloten"] as const;
type News = (typeof NEWS)[number];

/** What the page of the document has to tell because the act of signing ended. */
export function newsOf(error: Conflict): News {
  return error.code === "signing_closed" ? "gesloten" : "gewijzigd";
}

/** The news that the address asks for, or null. */
export function newsIn(request: Request): News | null {
  const asked = new URL(request.url).searchParams.get("nieuws");
  return NEWS.find((one) => one === asked) ?? null;
}
