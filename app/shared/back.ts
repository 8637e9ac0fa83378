/**
 * Where to go back to: a path on this site, or `fallback`. Whatever could lead elsewhere (`//`, `\`, a scheme,
 * user info, control characters) is not followed (ASVS 3.7.2).
 */
export function safePath(wanted: FormDataEntryValue | string | null | undefined, fallback = "/"): string {
  if (typeof wanted !== "string" || wanted.length > 500) return fallback;
  if (!/^\/[\w\-./?=&%:,+~]*$/.test(wanted) || wanted.startsWith("//")) return fallback;
  try {
    const url = new URL(wanted, "https://here.invalid");
    return url.origin === "https://here.invalid" && !url.pathname.startsWith("//")
      ? url.pathname + url.search
      : fallback;
  } catch {
    return fallback;
  }
}
