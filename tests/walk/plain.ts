/** Takes out of what a portal answers what differs from run to run: ids, secrets, moments of the walk, hashes, ports. */

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The hour, by the Dutch clock in winter, in which the world is made and the walk is done; nothing else happens in it. */
export const HOUR = "03";
const UTC = "02";

/** Names for ids: what the first link that leads to one says. */
export type Names = { known: (id: string) => string; name: (href: string, text: string) => void };

export function openNames(): Names {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  return {
    known: (id) => names.get(id) ?? "id",
    name(href, text) {
      for (const [id] of href.matchAll(ID)) {
        if (names.has(id)) continue;
        const said = plain(text)
          .replace(/[^\p{L}\p{N}]+/gu, "-")
          .replace(/^-+|-+$/g, "")
          .slice(0, 40)
          .toLowerCase();
        const nth = (times.get(said) ?? 0) + 1;
        times.set(said, nth);
        names.set(id, nth === 1 ? said : `${said}~${nth}`);
      }
    },
  };
}

const mixed = (word: string) => /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word);

/** One line or text, with placeholders. */
export function plain(text: string, names?: Names): string {
  return (
    text
      .replace(ID, (id) => `[${names?.known(id) ?? "id"}]`)
      .replace(/(?:https?:\/\/)?localhost:\d+/g, "[site]")
      .replace(/https?:\/\/127\.0\.0\.1:\d+/g, "[digid]")
      .replace(/(\/assets\/[\w.-]+?)-[\w-]{8}\.(\w+)/g, "$1.$2")
      .replace(/nonce(-|=")[\w+/=]+/g, "nonce$1[nonce]")
      .replace(/(?<![\w-])_?[0-9a-fA-F]{32,}(?![\w-])/g, "[hash]")
      .replace(/(?<=>)[\w+/]{40,}={0,2}(?=<)/g, "[signed]")
      .replace(/\b[0-9a-f]{8}(?: [0-9a-f]{8})+\b/g, "[hash]")
      .replace(/(?<![\w-])[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d]{4}(?![\w-])/g, "[control code]")
      .replace(/-[0-9a-f]{6}\.pdf/g, "-[id].pdf")
      .replace(/(?<![\w-])[\w-]{20,}(?![\w-])/g, (word) => (mixed(word) ? "[secret]" : word))
      // The number of a line in the log, which it has once it is sealed.
      .replace(/;(ja|nee|yes|no);\d*$/, ";$1;[number]")
      .replace(new RegExp(`(\\d{8})T${UTC}\\d{4}Z`, "g"), "$1T[time]Z")
      .replace(
        new RegExp(`(\\d{4}-\\d\\d-\\d\\d)T(?:${HOUR}|${UTC}):[0-5]\\d(?::\\d\\d(?:\\.\\d+)?)?`, "g"),
        "$1T[time]",
      )
      .replace(
        new RegExp(`(?<![\\d:.])(?:${HOUR}|${UTC}|${Number(HOUR)})[:.][0-5]\\d(?:[:.][0-5]\\d)?(?![\\d:.]\\d)`, "g"),
        "[time]",
      )
  );
}
