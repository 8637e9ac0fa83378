/**
 * The place an address leads to, as the framework reads it: dots worked out, signs decoded, capitals alike, without the
 * mark of a page's data or a slash at the end. Whatever is decided on a path is decided on this.
 * @param address path and query, as the request has it
 * @returns null when one program may read another place in it than the next: a slash, a percent sign or a control sign
 * behind a code, a backslash, an empty part, a part with a `;`. No address of ours has these
 */
export function placeOf(address: string): string | null {
  try {
    const { pathname } = new URL(`http://here${address}`);
    if (/%(?:2f|5c)/i.test(pathname)) return null;
    const path = decodeURIComponent(pathname);
    if (/\/\/|[\\%;\0-\x1f\x7f]/.test(path)) return null;
    const place = path.toLowerCase().replace(/\.data$/, "");
    return place.length > 1 ? place.replace(/\/$/, "") : place;
  } catch {
    return null;
  }
}
