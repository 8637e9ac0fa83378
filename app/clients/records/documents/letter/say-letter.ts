import type { Language } from "#app/shared/i18n.ts";
import type { Said } from "./markup.ts";
import { texts } from "./texts.ts";

/**
 * A letter in the words of its reader: what is named in its place is said, what is struck through, ticked or a note is said
 * to who listens, and tables can be moved through by keyboard.
 * @param html as `readLetter` gives it
 */
export function sayLetter(html: string, language: Language): string {
  const words = texts[language];
  const lang = language === "nl" ? "" : ` lang="${language}"`;
  const say = (text: string) => ` <span class="said"${lang}>${text}</span> `;
  const unseen = (text: string) => `<span class="unseen"${lang}> ${text} </span>`;
  const said = html
    .replace(
      /<p><span class="title-(head|foot|notes)">·<\/span>\n<\/p>/g,
      (_, where: "head" | "foot" | "notes") => `<p class="title"${lang}>${words.titles[where]}\n</p>`,
    )
    .replace(/<span class="say-(\w+)">([^<]*)<\/span>/g, (_, what: Said, detail: string) =>
      say(detail === "·" ? words.here[what] : `${words.here[what]}: ${detail}`),
    )
    .replace(/\ue000/g, say(words.sign))
    .replace(/<span class="note">\[/g, `<span class="note">${unseen(words.note)}[`)
    .replace(/<s>/g, `<s>${unseen(words.struck.from)}`)
    .replace(/<\/s>/g, `${unseen(words.struck.until)}</s>`)
    .replace(/[☐☑☒✓✔✗✘]/g, (sign) => `<span role="img" aria-label="${words.ticks[sign]}"${lang}>${sign}</span>`);
  return inRegions(said, words.table);
}

/** Outermost tables in a region that scrolls by itself. */
function inRegions(html: string, name: (number: number) => string): string {
  let depth = 0;
  let number = 0;
  return html.replace(/<(\/?)table>/g, (tag, close: string) => {
    if (close) return --depth === 0 ? `${tag}</div>` : tag;
    return depth++ === 0 ? `<div class="wide" role="region" tabindex="0" aria-label="${name(++number)}">${tag}` : tag;
  });
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The words of a letter without looks; blocks, cells and lines stay apart, and a word in two looks stays one. */
export function flatLetter(html: string): string {
  return html
    .replace(/<span class="say-\w+">([^<]*)<\/span>|\ue000/g, (_, detail?: string) =>
      detail && detail !== "·" ? ` ${detail} ` : " ",
    )
    .replace(/<span class="title-\w+">[^<]*<\/span>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!);
}
