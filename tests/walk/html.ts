/** Reads pages as React writes them: every `<`, `>` and quote inside text or attributes is escaped there. */

export type Piece = { text: string } | { tag: string; end: boolean; attributes: [string, string | null][] };

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#39": "'",
  "#x3D": "=",
};
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39|#x3D);/g, (_, name: string) => ENTITIES[name]!);

/** Tags and texts of a page, in order. */
export function pieces(html: string): Piece[] {
  return [...html.matchAll(/<!--[\s\S]*?-->|<(\/?)([a-zA-Z!][\w-]*)((?:[\s/][^>]*)?)>|([^<]+)/g)].flatMap(
    (match): Piece[] => {
      const [, end, tag, rest = "", text] = match;
      if (text !== undefined) return text.trim() === "" ? [] : [{ text: unescaped(text).replace(/\s+/g, " ").trim() }];
      if (!tag) return [];
      const attributes = [...rest.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)].map(
        ([, name = "", value]): [string, string | null] => [name, value === undefined ? null : unescaped(value)],
      );
      return [{ tag: tag.toLowerCase(), end: end === "/", attributes }];
    },
  );
}

const VOID = new Set(["!doctype", "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);

/** A page with one tag or text a line, set in as deep as it stands. */
export function lines(html: string): string[] {
  let depth = 0;
  return pieces(html).flatMap((piece) => {
    if ("text" in piece) return [" ".repeat(depth) + piece.text];
    if (piece.end) {
      depth = Math.max(0, depth - 1);
      return [];
    }
    const written = piece.attributes.map(([name, value]) => (value === null ? name : `${name}="${value}"`));
    const line = " ".repeat(depth) + `<${[piece.tag, ...written].join(" ")}>`;
    if (!VOID.has(piece.tag)) depth += 1;
    return [line];
  });
}

export type Field = { name: string; value: string };
export type Button = Field & { text: string };
export type Form = {
  /** Whether it belongs to this page, not to what stands around every page. */
  main: boolean;
  method: string;
  action: string;
  /** What a browser sends if nobody touches anything. */
  fields: Field[];
  /** Other values that one field can be given, one at a time. */
  choices: Field[];
  buttons: Button[];
};
export type Link = { href: string; text: string };

/** Links and forms of a page, in reading order. */
export function ways(html: string): { links: Link[]; forms: Form[] } {
  const links: Link[] = [];
  const forms: Form[] = [];
  let form: Form | undefined;
  let main = false;
  let link: Link | undefined;
  let button: Button | undefined;
  let select: { name: string; values: { value: string; chosen: boolean }[] } | undefined;
  let area: Field | undefined;
  for (const piece of pieces(html)) {
    if ("text" in piece) {
      if (link) link.text = `${link.text} ${piece.text}`.trim();
      if (button) button.text = `${button.text} ${piece.text}`.trim();
      if (area) area.value += piece.text;
      continue;
    }
    const { tag, end } = piece;
    const has = Object.fromEntries(piece.attributes.map(([name, value]) => [name.toLowerCase(), value ?? ""]));
    if (tag === "a") {
      link = end ? undefined : { href: has.href ?? "", text: has["aria-label"] ?? "" };
      if (link?.href) links.push(link);
    }
    if (tag === "main") main = !end;
    if (tag === "form") {
      form = end
        ? undefined
        : {
            main,
            method: (has.method ?? "get").toLowerCase(),
            action: has.action ?? "",
            fields: [],
            choices: [],
            buttons: [],
          };
      if (form) forms.push(form);
    }
    if (!form) continue;
    if (tag === "button") {
      button = end ? undefined : { name: has.name ?? "", value: has.value ?? "", text: "" };
      if (button && has.type !== "button") form.buttons.push(button);
    }
    if (tag === "textarea") {
      area = end ? undefined : { name: has.name ?? "", value: "" };
      if (area) form.fields.push(area);
    }
    if (tag === "select" && !end) select = { name: has.name ?? "", values: [] };
    if (tag === "option" && !end) select?.values.push({ value: has.value ?? "", chosen: "selected" in has });
    if (tag === "select" && end && select) {
      const { name, values } = select;
      const chosen = values.find((one) => one.chosen) ?? values[0];
      if (chosen) form.fields.push({ name, value: chosen.value });
      form.choices.push(...values.filter((one) => one !== chosen).map(({ value }) => ({ name, value })));
      select = undefined;
    }
    if (tag === "input" && has.name) {
      const field = { name: has.name, value: has.value ?? "" };
      const ticked = has.type === "checkbox" || has.type === "radio";
      if (has.type === "file" || "disabled" in has) continue;
      if (!ticked || "checked" in has) form.fields.push(field);
      else form.choices.push(field);
    }
  }
  return { links, forms };
}
