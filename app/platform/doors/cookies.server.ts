/** Name of the cookie without its prefix. `session` is the whole session; the others carry a half-finished act. */
export type CookieName =
  | `client-${string}`
  | `client-device-${string}`
  | `client-link-${string}`
  | `digid-${string}`
  | `client-attempt-${string}`
  | "session"
  | "attempt"
  | "device"
  | "draft"
  | "status"
  | "signing"
  | "activation"
  | "reset"
  | "unlock"
  | "notice";

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** Value of a cookie of ours, or null. Only one that could have been set by us is given back. */
export function readCookie(request: Request, name: CookieName): string | null {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === `__Host-${name}` && value && /^[\w.-]{1,200}$/.test(value)) return value;
  }
  return null;
}

/** `Set-Cookie` line for a host-bound, script-proof cookie (ASVS 3.3.1–3.3.4). Without an age it ends with the browser. */
export function setCookie(name: CookieName, value: string, maxAgeSeconds?: number): string {
  return `__Host-${name}=${value}; ${ATTRIBUTES}${maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`}`;
}

/** `Set-Cookie` line that removes the cookie. */
export function clearCookie(name: CookieName): string {
  return `__Host-${name}=; ${ATTRIBUTES}; Max-Age=0`;
}
