import sanitize from "sanitize-html";

const BLOCK = ["p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "div"];
const INLINE = ["strong", "em", "u", "s", "sup", "sub", "br", "span"];
/** Signs for boxes and ticks of fonts of pictures, by the ones that every device shows. */
const TICKS: Record<string, string> = { "🗹": "☑", "🗷": "☒", "🗵": "☒", "🗸": "✓", "🞎": "☐", "🗌": "☐" };
const SIGNS = /[🗹🗷🗵🗸🞎🗌]/gu;

/**
 * What the library wrote, down to the elements of a letter: no address, no picture, no style, no name that something on the
 * page could answer to. Every block ends with white space of its own, so that its text never runs into the next, however it
 * is taken out of the page.
 */
export function cleaned(html: string): string {
  const boxes = html
    .replace(/<div class="(box|head|foot|notes)"><tr><td>/g, '<div class="$1">')
    .replaceAll("</td></tr></div>", "</div>");
  const safe = sanitize(boxes, {
    allowedTags: [...BLOCK, ...INLINE],
    allowedAttributes: { td: ["colspan", "rowspan"], th: ["colspan", "rowspan"] },
    allowedClasses: {
      div: ["box", "head", "foot", "notes"],
      span: ["label", "note", "unseen", "small-caps", "say-*", "title-*"],
    },
    allowedSchemes: [],
    allowProtocolRelative: false,
    parser: { lowerCaseTags: true },
  });
  return safe
    .replace(/<(h[3-6])>.*?<\/\1>/gs, (heading) => heading.replace(/<\/?strong>/g, ""))
    .replace(SIGNS, (sign) => TICKS[sign] ?? sign)
    .replace(/<br \/>/g, " <br />")
    .replace(/<\/(p|h[3-6]|td|th)>/g, "\n</$1>")
    .replace(/(?<!<\/[uo]l>)<\/li>/g, "\n</li>")
    .replace(/(?<!<li>)(?=<[uo]l>)/g, "\n");
}
